import { z } from 'zod';

/** Every error answer. `sentence` is for people, `requestId` finds the log line. */
export const problem = z.object({ code: z.string(), sentence: z.string(), requestId: z.string() });
export type Problem = z.infer<typeof problem>;
