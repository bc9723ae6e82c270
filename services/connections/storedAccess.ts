import type { StoredConnection } from '../domain/connection.js';
import type { OrgId } from '../domain/ids.js';
import { sourceRefText, type SourceRef } from '../domain/sync.js';
import { AppError } from '../runtime/errors.js';
import { readSettings } from '../runtime/settingsForm.js';
import type { ConnectionAccess, ConnectionType } from './connectionType.js';
import type { SecretVault } from './secretVault.js';

/** What a secret of a connection is for, so that it opens for nothing else. */
export function secretKind(source: SourceRef | undefined, name: string): string {
  return `${source ? sourceRefText(source) : 'none'}|${name}`;
}

/** What a stored connection is made with. Rejects with an AppError whose sentence says what is wrong with it. */
export async function openStoredAccess(vault: SecretVault, type: ConnectionType, orgId: OrgId, { source, name, settings, secrets, participation }: StoredConnection): Promise<ConnectionAccess> {
  const reading = readSettings(type.settingsSchema, settings);
  if (reading.kind === 'refused') {
    const [first] = reading.problems;
    throw new AppError('configuration', `the settings of ${sourceRefText(source)} do not fit`, { sentence: `The settings of "${name}" have to be looked at: ${first?.sentence ?? ''}` });
  }
  const opened: Record<string, string> = {};
  for (const secretName of type.secretNames) {
    const secretId = secrets[secretName]?.secretId;
    const secret = secretId === undefined ? undefined : await vault.open(orgId, secretKind(source, secretName), secretId);
    if (!secret) throw new AppError('configuration', `a secret of ${sourceRefText(source)} is not there`, { sentence: `${type.secretLabels[secretName]?.title ?? secretName} of "${name}" is not there. Enter it again.` });
    opened[secretName] = secret.value;
  }
  return { name, settings: reading.settings, secrets: opened, participation };
}
