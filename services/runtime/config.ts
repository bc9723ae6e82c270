import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from './errors.js';
import type { ManagedIdentity } from './secrets/managedIdentity.js';
import { readKeySettings, type KeySettings } from './secrets/keySettings.js';
import { settingsFileSchema, type SettingsFile } from './settingsFile.js';
import { areAnchorsAllowed, microsoftAnchors, trustAnchorsSchema, type TrustAnchors } from './trustAnchors.js';

const required = (what: string) => z.string({ error: `is missing: ${what}` }).min(1, `is missing: ${what}`);
const requiredGuid = (what: string) => required(what).pipe(z.guid({ error: `must be a GUID: ${what}` })).transform((text) => text.toLowerCase());

const nextStepUrl = z
  .url({ protocol: /^https$/, error: 'must be an https address' })
  .refine((text) => text.includes('{tenantId}') && text.includes('{companyId}'), { error: 'must contain {tenantId} and {companyId}' });

const environmentSchema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65535).default(3978),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Folder of the embedded database. Not used when MONGODB_URI is set. */
  DATA_DIR: z.string().min(1).default('.data'),
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://').optional(),
  NEXT_STEP_URL: nextStepUrl.optional(),
  AUTO_MAP_ON_OPEN: z.enum(['true', 'false'], { error: 'must be true or false' }).default('false'),
  SYNC_INTERVAL_MINUTES: z.coerce.number({ error: 'must be a number' }).int().max(1440).refine((minutes) => minutes === 0 || minutes >= 5, { error: 'must be 0 (never by itself) or 5 to 1440' }).default(60),
  TEAMS_APP_ID: requiredGuid("the Teams app's id, as in its manifest"),
  TAB_CLIENT_ID: requiredGuid('the client id of the app registration for single sign-on'),
  BOT_ID: requiredGuid("the bot's app id"),
  BOT_TENANT_ID: requiredGuid("the tenant of the bot's app registration"),
  BOT_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI'], { error: 'must be SingleTenant or UserAssignedMSI' }),
  BOT_PASSWORD: z.string().min(1).optional(),
  /** Given by Azure App Service; used when BOT_TYPE is UserAssignedMSI. */
  IDENTITY_ENDPOINT: z.url().optional(),
  IDENTITY_HEADER: z.string().optional(),
  SETTINGS_FILE: required('the file that names the organization and its connections'),
  TRUST_ANCHORS_FILE: z.string().min(1).optional(),
  /** The key that protects stored secrets: one of these two. */
  SECRETS_KEY_FILE: z.string().min(1).optional(),
  SECRETS_KEY_VAULT_KEY: z.string().min(1).optional(),
  /** What protected them before, while the key is being changed. */
  SECRETS_OLD_KEY_FILE: z.string().min(1).optional(),
  SECRETS_OLD_KEY_VAULT_KEY: z.string().min(1).optional(),
});
type Environment = z.infer<typeof environmentSchema>;

export type BotCredentials =
  | { readonly kind: 'secret'; readonly password: string }
  | { readonly kind: 'managed-identity'; readonly endpoint: string; readonly header: string };

export type PartnerAccountConfig = { readonly id: string; readonly name: string; readonly tenantId: string; readonly clientId: string; readonly clientSecret: string };
export type PsaConnectionConfig = { readonly id: string; readonly name: string; readonly psaId: string; readonly settings: unknown; readonly secrets: Readonly<Record<string, string>> };

export type Config = {
  readonly bindHost: string;
  readonly port: number;
  readonly logLevel: string;
  readonly storage: { readonly kind: 'sqlite'; readonly folder: string } | { readonly kind: 'mongo'; readonly uri: string };
  readonly nextStepUrl: string | null;
  /** How old a list of a source may become; 0: it is read at the start and when people ask. */
  readonly syncIntervalMinutes: number;
  /** Auto-map proposes companies as soon as somebody opens the bulk page, before they ask. */
  readonly autoMapsOnOpen: boolean;
  readonly teamsAppId: string;
  readonly tabClientId: string;
  readonly bot: { readonly appId: string; readonly tenantId: string; readonly credentials: BotCredentials };
  readonly anchors: TrustAnchors;
  readonly organization: SettingsFile['organization'];
  readonly defaultRole: SettingsFile['defaultRole'];
  readonly people: SettingsFile['people'];
  readonly partnerAccounts: readonly PartnerAccountConfig[];
  readonly psaConnections: readonly PsaConnectionConfig[];
  readonly secrets: KeySettings;
  /** Azure's, where the app runs there. */
  readonly identity: ManagedIdentity | null;
};

/** What a PSA folder needs to be told; the registry knows it. */
export type PsaNeeds = (psaId: string) => { readonly settingsSchema: z.ZodType; readonly secretNames: readonly string[]; /** Its companies come from a file that people upload. */ readonly companyFile?: unknown } | undefined;

type Env = Readonly<Record<string, string | undefined>>;
type Problems = string[];

/** Parses everything at once. Throws AppError `configuration` whose sentence names every missing or wrong setting, one a line. */
export function loadConfig(env: Env, psaNeeds: PsaNeeds): Config {
  const problems: Problems = [];
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const botCredentials = readBotCredentials(given, problems);
  const anchors = readAnchors(given, problems);
  const settings = readSettings(given['SETTINGS_FILE'], problems);
  const partnerAccounts = settings?.partnerAccounts.map((account) => readPartnerAccount(account, env, problems)) ?? [];
  const psaConnections = settings?.psaConnections.map((connection) => readPsaConnection(connection, env, psaNeeds, problems)) ?? [];
  const secrets = readKeySettings(given, anchors, problems);
  if (!parsed.success || !settings || problems.length > 0 || !botCredentials || !secrets) throw configurationError(problems);
  return assemble(parsed.data, { bot: botCredentials, anchors, settings, partnerAccounts, psaConnections, secrets });
}

type Parts = { bot: BotCredentials; anchors: TrustAnchors; settings: SettingsFile; partnerAccounts: PartnerAccountConfig[]; psaConnections: PsaConnectionConfig[]; secrets: KeySettings };

function assemble(env: Environment, { bot, anchors, settings, partnerAccounts, psaConnections, secrets }: Parts): Config {
  return {
    bindHost: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    storage: env.MONGODB_URI ? { kind: 'mongo', uri: env.MONGODB_URI } : { kind: 'sqlite', folder: env.DATA_DIR },
    nextStepUrl: env.NEXT_STEP_URL ?? null,
    syncIntervalMinutes: env.SYNC_INTERVAL_MINUTES,
    autoMapsOnOpen: env.AUTO_MAP_ON_OPEN === 'true',
    teamsAppId: env.TEAMS_APP_ID,
    tabClientId: env.TAB_CLIENT_ID,
    bot: { appId: env.BOT_ID, tenantId: env.BOT_TENANT_ID, credentials: bot },
    anchors,
    organization: settings.organization,
    defaultRole: settings.defaultRole,
    people: settings.people,
    partnerAccounts,
    psaConnections,
    secrets,
    identity: readIdentity(env),
  };
}

/** A user-assigned identity is named by its client id, which is the bot's; without one it is the system's. */
export function readIdentity(env: { readonly IDENTITY_ENDPOINT?: string | undefined; readonly IDENTITY_HEADER?: string | undefined; readonly BOT_TYPE?: string | undefined; readonly BOT_ID?: string | undefined }): ManagedIdentity | null {
  const { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header, BOT_TYPE, BOT_ID } = env;
  return endpoint && header ? { endpoint, header, clientId: (BOT_TYPE === 'UserAssignedMSI' && BOT_ID) || null } : null;
}

function readBotCredentials(env: Env, problems: Problems): BotCredentials | undefined {
  if (env['BOT_TYPE'] === 'UserAssignedMSI') {
    const endpoint = env['IDENTITY_ENDPOINT'];
    const header = env['IDENTITY_HEADER'];
    if (endpoint && header) return { kind: 'managed-identity', endpoint, header };
    problems.push('IDENTITY_ENDPOINT and IDENTITY_HEADER are missing: Azure App Service gives them to an app with a managed identity');
    return undefined;
  }
  const password = env['BOT_PASSWORD'];
  if (password) return { kind: 'secret', password };
  problems.push("BOT_PASSWORD is missing: the secret of the bot's app registration (or set BOT_TYPE=UserAssignedMSI)");
  return undefined;
}

function readAnchors(env: Env, problems: Problems): TrustAnchors {
  const file = env['TRUST_ANCHORS_FILE'];
  if (!file) return microsoftAnchors;
  const anchors = readJsonFile('TRUST_ANCHORS_FILE', file, trustAnchorsSchema, problems);
  if (anchors && !areAnchorsAllowed(anchors, env['HOST'] ?? '127.0.0.1')) {
    problems.push('TRUST_ANCHORS_FILE names issuers or hosts other than Microsoft\'s, which is accepted only when HOST is 127.0.0.1, ::1 or localhost');
  }
  return anchors ?? microsoftAnchors;
}

function readSettings(file: string | undefined, problems: Problems): SettingsFile | undefined {
  return file ? readJsonFile('SETTINGS_FILE', file, settingsFileSchema, problems) : undefined;
}

function readJsonFile<Value>(variable: string, file: string, schema: z.ZodType<Value>, problems: Problems): Value | undefined {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    problems.push(`${variable}: ${file} can't be read: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  problems.push(...parsed.error.issues.map((issue) => `${variable}: ${[...issue.path.map(String)].join('.') || 'the file'}: ${issue.message}`));
  return undefined;
}

function readPartnerAccount(account: SettingsFile['partnerAccounts'][number], env: Env, problems: Problems): PartnerAccountConfig {
  const { id, name, tenantId, clientId } = account;
  return { id, name, tenantId, clientId, clientSecret: readSecret(account.secrets.clientSecret, `partner account "${id}"`, env, problems) };
}

function readPsaConnection(connection: SettingsFile['psaConnections'][number], env: Env, psaNeeds: PsaNeeds, problems: Problems): PsaConnectionConfig {
  const { id, name, psa } = connection;
  const owner = `PSA connection "${id}"`;
  const needs = psaNeeds(psa);
  if (!needs) {
    problems.push(`SETTINGS_FILE: ${owner}: there is no PSA called "${psa}"`);
    return { id, name, psaId: psa, settings: {}, secrets: {} };
  }
  if (needs.companyFile) {
    problems.push(`SETTINGS_FILE: ${owner}: a PSA that is a file can't be set here, because people upload the file: remove this entry and add it on the Connections page`);
    return { id, name, psaId: psa, settings: {}, secrets: {} };
  }
  const parsed = needs.settingsSchema.safeParse(connection.settings);
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => `SETTINGS_FILE: ${owner}: settings.${issue.path.join('.')}: ${issue.message}`));
  const secrets = Object.fromEntries(
    needs.secretNames.map((secretName) => {
      const variable = connection.secrets[secretName];
      if (!variable) problems.push(`SETTINGS_FILE: ${owner}: secrets.${secretName} must name the environment variable that holds it`);
      return [secretName, variable ? readSecret(variable, owner, env, problems) : ''];
    }),
  );
  return { id, name, psaId: psa, settings: parsed.data, secrets };
}

function readSecret(variable: string, owner: string, env: Env, problems: Problems): string {
  const value = env[variable];
  if (!value) problems.push(`${variable} is missing: a secret of ${owner}`);
  return value ?? '';
}

function configurationError(problems: readonly string[]): AppError {
  const sentence = `Tenant Mapper can't start. ${problems.length === 1 ? 'One setting is' : `${problems.length} settings are`} missing or wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\nSee .env.example and docs/deploying.md.`;
  return new AppError('configuration', `${problems.length} configuration problems`, { sentence });
}
