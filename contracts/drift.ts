import { z } from 'zod';
import { companyId, instant, person, psaConnectionId, tenantId } from './values.js';

export const driftQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(200) });

/**
 * One change of one side of a link, since the link was saved. A link may have several.
 * `tenant-renamed`, `company-renamed`: `nameThen` and `now` are the names. `company-inactive`: `now` is its status, or a sentence on why it
 * takes no part; perhaps ''. `company-deleted`: its PSA no longer lists it. `relationship-lost`: no connected partner account lists the tenant any more.
 */
export const linkDrift = z.object({
  kind: z.enum(['tenant-renamed', 'company-renamed', 'company-inactive', 'company-deleted', 'relationship-lost']),
  tenantId,
  tenantName: z.string(),
  psaConnectionId,
  psaName: z.string(),
  companyId,
  companyName: z.string(),
  nameThen: z.string(),
  now: z.string(),
  decidedBy: person,
  decidedAt: instant,
  /** Of the unit (tenant, PSA connection), as `baseVersion` of a save. */
  version: z.int(),
});
export type LinkDrift = z.infer<typeof linkDrift>;

/** A change that a person called fine; it stays off the list until it is another one. */
export const dismissedDrift = linkDrift.extend({ dismissedBy: person, dismissedAt: instant });
export type DismissedDrift = z.infer<typeof dismissedDrift>;

/** `isFine` false takes it back. `change`: as the person saw it. */
export const dismissDriftRequest = z.strictObject({ change: z.strictObject({ kind: linkDrift.shape.kind, tenantId, psaConnectionId, companyId, now: z.string().max(2000) }), isFine: z.boolean() });
/** `outdated`: the change is not there any more, or is another one by now. */
export const dismissDriftResult = z.object({ kind: z.enum(['done', 'outdated']) });

/** A tenant that appeared after its partner accounts were first read, and that nobody has linked or ignored. */
export const newTenant = z.object({ tenantId, name: z.string(), domain: z.string(), partnerAccountNames: z.array(z.string()), firstListedAt: instant });
export type NewTenant = z.infer<typeof newTenant>;

/**
 * The gravest links first, the newest tenants and the latest dismissals first; at most `limit` of each, `counts` and `dismissedCount` count all. `unjudged`: links of which one side can't
 * be judged, since its list was never read whole or its connection is gone.
 */
export const driftList = z.object({
  links: z.array(linkDrift),
  newTenants: z.array(newTenant),
  counts: z.object({ 'tenant-renamed': z.int(), 'company-renamed': z.int(), 'company-inactive': z.int(), 'company-deleted': z.int(), 'relationship-lost': z.int(), 'new-tenant': z.int() }),
  dismissed: z.array(dismissedDrift),
  dismissedCount: z.int(),
  unjudged: z.int(),
});
export type DriftList = z.infer<typeof driftList>;
