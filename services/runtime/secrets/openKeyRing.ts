import type { Clock } from '../clock.js';
import { AppError } from '../errors.js';
import { createHttpClient } from '../httpClient.js';
import type { Logger } from '../logger.js';
import type { TrustAnchors } from '../trustAnchors.js';
import { createFileKey } from './fileKey.js';
import { createKeyRing, type KeyRing } from './keyRing.js';
import type { KeySetting, KeySettings } from './keySettings.js';
import { createKeyVaultKey } from './keyVaultKey.js';
import { createIdentityToken, type ManagedIdentity } from './managedIdentity.js';
import type { WrappingKey } from './wrappingKey.js';

type Parts = { readonly identity: ManagedIdentity | null; readonly anchors: TrustAnchors; readonly clock: Clock; readonly logger: Logger };

/** The keys that the settings name. Nothing is sent before the first use. */
export function openKeyRing({ current, older }: KeySettings, parts: Parts): KeyRing {
  const toKey = (setting: KeySetting): WrappingKey => (setting.kind === 'file' ? createFileKey(setting.key) : openVaultKey(setting.keyUrl, parts));
  return createKeyRing(toKey(current), older.map(toKey));
}

function openVaultKey(keyUrl: string, { identity, anchors, clock, logger }: Parts): WrappingKey {
  if (!identity) throw new AppError('configuration', 'a Key Vault needs a managed identity');
  const { origin, host } = new URL(keyUrl);
  // Both were named by the operator, and either may be on a private address: the identity always, a vault behind a private endpoint.
  const http = createHttpClient({ logger, clock, anchors: { ...anchors, extraUpstreamOrigins: [...anchors.extraUpstreamOrigins, origin, new URL(identity.endpoint).origin] } });
  return createKeyVaultKey({ keyUrl, http, tokens: createIdentityToken(identity, resourceOf(host, anchors.extraUpstreamOrigins.includes(origin)), { http, clock }) });
}

/** What a token must be for: the vaults of each cloud have one name in common. */
function resourceOf(host: string, isSimulator: boolean): string {
  return isSimulator ? 'https://vault.azure.net' : `https://${host.split(':')[0]?.split('.').slice(1).join('.') ?? ''}`;
}
