import type { StoredConnection } from '../domain/connection.js';
import type { OrgId } from '../domain/ids.js';
import { sourceRefText, type SourceRef } from '../domain/sync.js';
import { AppError } from '../runtime/errors.js';
import { readSettings } from '../runtime/settingsForm.js';
import type { FileStore } from '../storage/ports.js';
import { companyFileOf } from './companyFile.js';
import type { ConnectionAccess, ConnectionType, RotatingSecret } from './connectionType.js';
import type { SecretVault } from './secretVault.js';

/** What a secret of a connection is for, so that it opens for nothing else. */
export function secretKind(source: SourceRef | undefined, name: string): string {
  return `${source ? sourceRefText(source) : 'none'}|${name}`;
}

/** What a stored connection is made with. Rejects with an AppError whose sentence says what is wrong with it. */
export async function openStoredAccess({ vault, files }: { readonly vault: SecretVault; readonly files: FileStore }, type: ConnectionType, orgId: OrgId, { source, name, settings, secrets, participation, file }: StoredConnection): Promise<ConnectionAccess> {
  const reading = readSettings(type.settingsSchema, settings);
  if (reading.kind === 'refused') {
    const [first] = reading.problems;
    throw new AppError('configuration', `the settings of ${sourceRefText(source)} do not fit`, { sentence: `The settings of "${name}" have to be looked at: ${first?.sentence ?? ''}`, facts: [{ code: 'settings-unusable', connection: name }] });
  }
  const opened: Record<string, string> = {};
  const rotating: Record<string, RotatingSecret> = {};
  for (const secretName of type.secretNames) {
    const secretId = secrets[secretName]?.secretId;
    if (secretId === undefined && (type.optionalSecretNames?.includes(secretName) || isReplaced(type, secretName, secrets))) continue;
    const secret = secretId === undefined ? undefined : await vault.open(orgId, secretKind(source, secretName), secretId);
    if (!secret) throw new AppError('configuration', `a secret of ${sourceRefText(source)} is not there`, { sentence: `${type.secretLabels[secretName]?.title ?? secretName} of "${name}" is not there. Enter it again.`, facts: [{ code: 'secret-away', connection: name }] });
    opened[secretName] = secret.value;
    if (secretId !== undefined) rotating[secretName] = rotateInVault(vault, orgId, secretKind(source, secretName), secretId);
  }
  return { name, settings: reading.settings, secrets: opened, rotating, participation, companyFile: companyFileOf(files, orgId, file?.fileId) };
}

/** Is another of its alternatives there in its place? */
export function isReplaced({ alternativeSecretNames = [] }: Pick<ConnectionType, 'alternativeSecretNames'>, name: string, present: Readonly<Record<string, unknown>>): boolean {
  return alternativeSecretNames.includes(name) && alternativeSecretNames.some((other) => other !== name && other in present);
}

/** Replaced where it is kept: under the same id, which the connection goes on naming. */
export function rotateInVault(vault: SecretVault, orgId: OrgId, kind: string, secretId: string): RotatingSecret {
  return {
    async read() {
      const secret = await vault.open(orgId, kind, secretId);
      return secret ? { token: secret.value, version: secret.version } : null;
    },
    async replace(knownVersion, token) {
      if (!(await vault.replace(orgId, kind, secretId, knownVersion, token))) throw new AppError('connection-changed', `a rotating secret is no longer at version ${knownVersion}`, { isRetryable: true });
    },
  };
}

/** For a trial of what nobody has saved yet. */
export function rotateInMemory(given: string): RotatingSecret {
  let kept = { token: given, version: 1 };
  return {
    read: () => Promise.resolve(kept),
    replace: (knownVersion, token) => Promise.resolve(void (kept = { token, version: knownVersion + 1 })),
  };
}
