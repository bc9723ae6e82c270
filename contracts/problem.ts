import { z } from 'zod';
import { remark } from './remark.js';

/** Every error answer. `sentence` is for people, `facts` tell the same, `requestId` finds the log line. */
export const problem = remark.extend({ code: z.string(), requestId: z.string() });
export type Problem = z.infer<typeof problem>;
