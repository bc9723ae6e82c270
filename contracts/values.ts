import { z } from 'zod';
import type { ChangeSetId, CompanyId, PartnerAccountId, PsaConnectionId, TenantId, UserId } from '../services/domain/ids.js';

const guid = (what: string) => z.guid({ error: (issue) => `${what} ${JSON.stringify(issue.input)} is not a GUID such as 11111111-2222-3333-4444-555555555555` });
const shortText = z.string().min(1).max(100);

export const tenantId = guid('Tenant id').transform((text) => text.toLowerCase() as TenantId);
export const userId = guid('User id').transform((text) => text.toLowerCase() as UserId);
export const changeSetId = guid('Change set id').transform((text) => text.toLowerCase() as ChangeSetId);
export const psaConnectionId = shortText.transform((text) => text as PsaConnectionId);
export const partnerAccountId = shortText.transform((text) => text as PartnerAccountId);
export const companyId = shortText.transform((text) => text as CompanyId);
/** ISO 8601, UTC. */
export const instant = z.iso.datetime();
/**
 * Chosen by the client, new for each save a person asks for, the same when that save is sent again.
 * Has no ":", which sets the server's own keys (`undo:...`, `chat:...`) apart: a save under such a key would stand in the way of that undo.
 */
export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{8,100}$/, 'The idempotency key must have 8 to 100 letters, digits, "-" or "_"');

export const person = z.object({ userId, name: z.string() });
export const role = z.enum(['viewer', 'mapper', 'approver', 'admin']);
export const relationship = z.enum(['reseller', 'advisor', 'syndication', 'microsoft_support', 'none', 'unknown']);
export const mappingOrigin = z.enum(['auto', 'manual', 'chat', 'import']);
/** `score` is 0-1. */
export const confidence = z.object({ score: z.number().min(0).max(1), band: z.enum(['certain', 'high', 'low']) });
/** Why, for the history. */
export const reason = z.string().trim().max(500).default('');
