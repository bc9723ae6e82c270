import { z } from 'zod';

const roles = ['viewer', 'mapper', 'approver', 'admin'] as const;
const connectionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must have 1 to 40 lower-case letters, digits or "-"');
const envName = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must name an environment variable, not hold a secret');
const lowerGuid = z.guid().toLowerCase();

const distinct = <Row>(of: (row: Row) => string, what: string) => ({
  test: (rows: readonly Row[]) => new Set(rows.map(of)).size === rows.length,
  error: `${what} must differ from each other`,
});
const distinctIds = distinct<{ id: string }>((row) => row.id, 'ids');

/**
 * The file that SETTINGS_FILE names. Secrets are not in it: `secrets` gives the environment variable that holds each. It may name no
 * connection at all: people add theirs on the Connections page.
 */
export const settingsFileSchema = z.strictObject({
  /** The MSP whose people may sign in: its Entra tenant id. */
  organization: z.strictObject({ orgId: lowerGuid, name: z.string().min(1) }),
  /** For people of the organization that are not named below and whose token has no app role. */
  defaultRole: z.enum(['none', ...roles]).default('none'),
  people: z.array(z.strictObject({ userId: lowerGuid, role: z.enum(roles) })).default([]),
  partnerAccounts: z
    .array(
      z.strictObject({
        id: connectionId,
        name: z.string().min(1),
        /** The partner's own Entra tenant, where its app is registered. */
        tenantId: lowerGuid,
        clientId: lowerGuid,
        secrets: z.strictObject({ clientSecret: envName }),
      }),
    )
    .refine(distinctIds.test, { error: distinctIds.error })
    .default([]),
  psaConnections: z
    .array(z.strictObject({ id: connectionId, name: z.string().min(1), psa: z.string().min(1), settings: z.record(z.string(), z.unknown()), secrets: z.record(z.string(), envName) }))
    .refine(distinctIds.test, { error: distinctIds.error })
    .default([]),
});
export type SettingsFile = z.infer<typeof settingsFileSchema>;
