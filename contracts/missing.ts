import { z } from 'zod';
import { remark } from './remark.js';
import { sourceHealth } from './session.js';

/** A name, a domain or an id of a customer. */
export const missingQuery = z.strictObject({ query: z.string().trim().min(2, 'Type at least two letters').max(200) });

/** Where a customer was found. `hidden`: a filter, a link or a person's decision keeps it out of sight. `held-back`: the source has it, but it takes no part. */
export const finding = z.object({
  what: z.enum(['tenant', 'company']),
  kind: z.enum(['shown', 'hidden', 'held-back']),
  name: z.string(),
  detail: z.string(),
  listedBy: z.array(z.string()),
  why: z.array(remark),
});
export type Finding = z.infer<typeof finding>;

/** At most 50 findings; `total` counts all. `sources`: every list that was looked through, and how far it can be trusted. */
export const missingAnswer = z.object({ findings: z.array(finding), total: z.int(), sources: z.array(z.object({ name: z.string(), health: sourceHealth })) });
export type MissingAnswer = z.infer<typeof missingAnswer>;
