import { z } from 'zod';
import { companyId, psaConnectionId } from './values.js';

/** A company as pickers and suggestions show it, with what tells same-named ones apart. */
export const companyView = z.object({
  psaConnectionId,
  psaName: z.string(),
  companyId,
  name: z.string(),
  identifier: z.string(),
  city: z.string(),
  website: z.string(),
  status: z.string(),
  isActive: z.boolean(),
  /** How many tenants are linked to it already. */
  tenantCount: z.int(),
});
export type CompanyView = z.infer<typeof companyView>;

export const companyQuery = z.strictObject({
  /** Name, id, identifier, domain or city; empty lists from the start of the alphabet. */
  query: z.string().max(200).default(''),
  psaConnectionId: psaConnectionId.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
/** Best first; `total` counts all that fit. */
export const companyList = z.object({ companies: z.array(companyView), total: z.int() });
export type CompanyList = z.infer<typeof companyList>;
