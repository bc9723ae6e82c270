import { isKeyVaultUrl, type TrustAnchors } from '../trustAnchors.js';
import { readKeyFile } from './readKeyFile.js';

export type KeySetting = { readonly kind: 'file'; readonly key: Buffer } | { readonly kind: 'key-vault'; readonly keyUrl: string };
/** `older`: what wrapped before, while the key is being changed. */
export type KeySettings = { readonly current: KeySetting; readonly older: readonly KeySetting[] };

type Env = Readonly<Record<string, string | undefined>>;

/** Which key protects stored secrets. Adds a sentence to `problems` for each thing that is missing or wrong. */
export function readKeySettings(env: Env, anchors: TrustAnchors, problems: string[]): KeySettings | undefined {
  const [file, vault] = [env['SECRETS_KEY_FILE'], env['SECRETS_KEY_VAULT_KEY']];
  if (file && vault) problems.push('SECRETS_KEY_FILE and SECRETS_KEY_VAULT_KEY are both set: name one key (and the one before as SECRETS_OLD_KEY_FILE or SECRETS_OLD_KEY_VAULT_KEY)');
  if (!file && !vault) problems.push('SECRETS_KEY_FILE is missing: the file with the key that protects the secrets of connections (or set SECRETS_KEY_VAULT_KEY). Make one with: openssl rand -base64 32');
  const current = file ? readFileSetting('SECRETS_KEY_FILE', file, problems) : vault ? readVaultSetting('SECRETS_KEY_VAULT_KEY', vault, { env, anchors, problems }) : undefined;
  const [oldFile, oldVault] = [env['SECRETS_OLD_KEY_FILE'], env['SECRETS_OLD_KEY_VAULT_KEY']];
  const older = [oldFile && readFileSetting('SECRETS_OLD_KEY_FILE', oldFile, problems), oldVault && readVaultSetting('SECRETS_OLD_KEY_VAULT_KEY', oldVault, { env, anchors, problems })];
  return current && { current, older: older.filter((one) => typeof one === 'object') };
}

function readFileSetting(variable: string, file: string, problems: string[]): KeySetting | undefined {
  const reading = readKeyFile(file);
  if (reading.kind === 'key') return { kind: 'file', key: reading.key };
  problems.push(`${variable}: ${reading.why}`);
  return undefined;
}

function readVaultSetting(variable: string, text: string, { env, anchors, problems }: { readonly env: Env; readonly anchors: TrustAnchors; readonly problems: string[] }): KeySetting | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isKey = url && isKeyVaultUrl(url, anchors) && /^\/keys\/[0-9A-Za-z-]{1,127}(\/[0-9A-Za-z]{1,64})?$/.test(url.pathname) && url.search === '' && url.hash === '';
  if (!isKey) {
    problems.push(`${variable} must be the address of a key in Azure Key Vault, such as https://your-vault.vault.azure.net/keys/tenant-mapper`);
    return undefined;
  }
  if (!env['IDENTITY_ENDPOINT'] || !env['IDENTITY_HEADER']) {
    problems.push(`${variable} needs a managed identity: Azure App Service sets IDENTITY_ENDPOINT and IDENTITY_HEADER for an app that has one. Elsewhere use SECRETS_KEY_FILE`);
    return undefined;
  }
  return { kind: 'key-vault', keyUrl: url.href };
}
