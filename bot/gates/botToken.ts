import type { FetchImplementation, JWK } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../services/runtime/clock.js';
import type { Config } from '../../services/runtime/config.js';
import { AppError } from '../../services/runtime/errors.js';
import { incomingActivity, type IncomingActivity } from './activity.js';
import { createSigningKeys, type SigningKeys } from './signingKeys.js';
import { verifyToken } from './verifyToken.js';

/**
 * Lets in what the Teams channel sends for the active organization. The body is read after the token is found good.
 * AppError `not-signed-in`, `bad-request`, `not-allowed` (another organization) or `source-unavailable` (no keys).
 */
export type BotTokenGate = { admit(token: string, readBody: () => Promise<unknown>): Promise<IncomingActivity> };

type GateConfig = { readonly anchors: Config['anchors']; readonly bot: Pick<Config['bot'], 'appId'>; readonly organization: Config['organization'] };
type Options = { readonly config: GateConfig; readonly clock: Clock; readonly keys?: SigningKeys };

const skewSeconds = 300;

export function createBotTokenGate({ config, clock, keys = botKeys(config) }: Options): BotTokenGate {
  const { anchors, bot, organization } = config;
  const claims = z.object({ iss: z.literal(anchors.botIssuer), aud: z.literal(bot.appId), exp: z.number(), nbf: z.number(), serviceurl: z.string().min(1) });
  const rules = { keys, issuer: anchors.botIssuer, audience: bot.appId, skewSeconds, claims, refuseKey };

  return {
    async admit(token, readBody) {
      const { serviceurl } = await verifyToken(token, { ...rules, now: clock.now() });
      const activity = parseActivity(await readBody());
      if (activity.serviceUrl !== serviceurl) throw new AppError('not-signed-in', "the activity's serviceUrl is not the token's");
      if (!isServiceUrlTrusted(serviceurl, anchors.botServiceOrigins)) throw new AppError('not-signed-in', 'the serviceUrl is not one of the Bot Connector');
      if (activity.recipient.id !== `28:${bot.appId}`) throw new AppError('not-signed-in', 'the activity is meant for another bot');
      if (activity.channelData.tenant.id !== organization.orgId || activity.conversation.tenantId !== organization.orgId) {
        throw new AppError('not-allowed', 'the activity comes from another organization');
      }
      return activity;
    },
  };
}

function parseActivity(body: unknown): IncomingActivity {
  const parsed = incomingActivity.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError('bad-request', `activity: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ')}`);
}

function isServiceUrlTrusted(text: string, origins: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, username, password, search, hash } = new URL(text);
  return origins.includes(origin) && `${username}${password}${search}${hash}` === '';
}

/** A key may sign only for the channels that endorse it. */
function refuseKey(jwk: JWK): string | undefined {
  const { endorsements } = jwk as { endorsements?: unknown };
  return Array.isArray(endorsements) && endorsements.includes('msteams') ? undefined : 'the key is not endorsed for Teams';
}

function botKeys({ anchors }: GateConfig): SigningKeys {
  const url = new URL(anchors.botOpenIdMetadataUrl);
  return createSigningKeys({ url, fetchKeySet: fetchThroughMetadata([url.origin, 'https://login.botframework.com']) });
}

const metadataSchema = z.object({ jwks_uri: z.url() });

function fetchThroughMetadata(allowedOrigins: readonly string[]): FetchImplementation {
  return async (metadataUrl, init) => {
    const response = await fetch(metadataUrl, init);
    if (response.status !== 200) return response;
    const keysUrl = new URL(metadataSchema.parse(await response.json()).jwks_uri);
    if (!allowedOrigins.includes(keysUrl.origin)) throw new AppError('source-blocked', 'the metadata names keys on another host');
    return fetch(keysUrl, init);
  };
}
