import { z } from 'zod';
import { companyView } from './companies.js';
import { evidence } from './evidence.js';
import { problem } from './problem.js';
import { remark } from './remark.js';
import { changeSetId, companyId, idempotencyKey, psaConnectionId, tenantId } from './values.js';

/** What may be written to each connected PSA. `canStoreTenantId`: its settings name a field for tenant ids. */
export const psaSkills = z.object({ psas: z.array(z.object({ psaConnectionId, name: z.string(), canCreateCompany: z.boolean(), canStoreTenantId: z.boolean() })) });
export type PsaSkills = z.infer<typeof psaSkills>;

const text = (most: number) => z.string().trim().max(most).default('');
export const companyFields = z.strictObject({
  name: z.string().trim().min(1).max(200),
  website: text(200),
  phone: text(50),
  addressLine: text(200),
  city: text(100),
  /** null: the PSA's own default. */
  typeId: z.string().min(1).max(50).nullable().default(null),
});
export type CompanyFields = z.infer<typeof companyFields>;

/** A company that may be the same organisation. `evidence`: strongest first. `isUnread`: the PSA found it by that name; the list read here lacks it. */
export const duplicateView = z.object({ company: companyView, evidence: z.array(evidence).readonly(), isUnread: z.boolean() });
export type DuplicateView = z.infer<typeof duplicateView>;

export const newCompanyQuery = z.strictObject({ tenantId, psaConnectionId });
/** What the form begins with. No `types`: this PSA has none to choose from. The name may be empty. */
export const newCompanyForm = z.object({
  psaName: z.string(),
  fields: z.object({ ...companyFields.shape, name: z.string() }),
  types: z.array(z.object({ id: z.string(), name: z.string() })),
  duplicates: z.array(duplicateView),
});
export type NewCompanyForm = z.infer<typeof newCompanyForm>;

/** `seenCompanyIds`: the possible duplicates that the person has looked at. The same key never creates twice. */
export const createCompanyRequest = z.strictObject({ idempotencyKey, tenantId, psaConnectionId, fields: companyFields, seenCompanyIds: z.array(companyId).max(500).default([]) });
export type CreateCompanyRequest = z.input<typeof createCompanyRequest>;
export const createCompanyResult = z.discriminatedUnion('kind', [
  /** `isRepeat`: an earlier try had created it; this one sent nothing. */
  z.object({ kind: z.literal('created'), company: companyView, isRepeat: z.boolean() }),
  /** Nothing was sent. */
  remark.extend({ kind: z.literal('duplicates'), duplicates: z.array(duplicateView) }),
  /** The PSA did not confirm it. The same key looks again and sends nothing. */
  remark.extend({ kind: z.literal('unclear') }),
]);
export type CreateCompanyResult = z.infer<typeof createCompanyResult>;

export const storeTenantIdsRequest = z.strictObject({ changeSetId });
/** What became of one link. `sentence`: why it was refused; '' otherwise. */
export const storedTenantId = remark.extend({ tenantId, psaConnectionId, psaName: z.string(), companyId, tenantName: z.string(), companyName: z.string(), outcome: z.enum(['stored', 'already-there', 'refused']) });
export type StoredTenantId = z.infer<typeof storedTenantId>;
/** One line of the answer's NDJSON stream. Every row comes, then `done` or `failed`. */
export const storeTenantIdsEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('row'), row: storedTenantId }),
  z.object({ kind: z.literal('done'), stored: z.int(), alreadyThere: z.int(), refused: z.int() }),
  problem.extend({ kind: z.literal('failed') }),
]);
export type StoreTenantIdsEvent = z.infer<typeof storeTenantIdsEvent>;
