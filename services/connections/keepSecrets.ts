import type { StoredConnection } from '../domain/connection.js';
import type { OrgId } from '../domain/ids.js';
import type { SourceRef } from '../domain/sync.js';
import type { ConnectionPorts } from './connectionPorts.js';
import { secretKind } from './storedAccess.js';

type Ports = Pick<ConnectionPorts, 'vault' | 'clock' | 'logger'>;
type Secrets = StoredConnection['secrets'];

/**
 * Seals new secrets, lets `save` name them in the connection, and then removes those that they replace; or the new ones, when it fails.
 * Killed in between, what is left over is sealed and used by nothing.
 */
export async function withSecrets<Saved>(ports: Ports, orgId: OrgId, { source, before, given, leaving = [] }: { readonly source: SourceRef; readonly before: Secrets; readonly given: Readonly<Record<string, string>>; /** Those before that are not needed any more. */ readonly leaving?: readonly string[] }, save: (secrets: Secrets) => Promise<Saved>): Promise<Saved> {
  const { vault, clock, logger } = ports;
  const setAt = clock.now().toISOString();
  const added: string[] = [];
  const discard = (secretIds: readonly string[]) => vault.remove(orgId, secretIds).catch((error: unknown) => logger.warn({ err: error, source }, 'sealed secrets that nothing uses could not be removed'));
  try {
    const next: Record<string, Secrets[string]> = Object.fromEntries(Object.entries(before).filter(([name]) => !leaving.includes(name)));
    for (const [name, value] of Object.entries(given)) {
      const secretId = await vault.keep(orgId, secretKind(source, name), value);
      added.push(secretId);
      next[name] = { secretId, setAt };
    }
    const saved = await save(next);
    await discard(Object.entries(before).flatMap(([name, { secretId }]) => (name in given || leaving.includes(name) ? [secretId] : [])));
    return saved;
  } catch (error) {
    await discard(added);
    throw error;
  }
}
