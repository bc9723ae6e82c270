import { z } from 'zod';
import { companyId, partnerAccountId, psaConnectionId, relationship, tenantId } from './values.js';

/** The companies a tenant is linked to in one PSA connection. `version` goes back with a save as `baseVersion`. */
export const unitView = z.object({
  psaConnectionId,
  version: z.int(),
  links: z.array(z.object({ companyId, companyName: z.string() })),
});
export type UnitView = z.infer<typeof unitView>;

/** One row of the bulk page. `listedBy`: Partner Center's customers, and those with a delegated admin relationship. `units` has one entry per PSA connection ever linked; others have version 0. */
export const tenantRow = z.object({
  tenantId,
  name: z.string(),
  domain: z.string(),
  sources: z.array(z.object({ partnerAccountId, accountName: z.string(), relationship, listedBy: z.array(z.enum(['partner-center', 'gdap'])) })),
  units: z.array(unitView),
});
export type TenantRow = z.infer<typeof tenantRow>;

export const tenantList = z.object({ tenants: z.array(tenantRow) });
