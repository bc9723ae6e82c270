import type { StoredConnection } from '../domain/connection.js';
import type { OrgId, PartnerAccountId, PsaConnectionId } from '../domain/ids.js';
import { sourceRefText } from '../domain/sync.js';
import type { Clock } from '../runtime/clock.js';
import { toAppError, type AppError } from '../runtime/errors.js';
import type { Logger } from '../runtime/logger.js';
import type { PartnerCenter } from '../partnerCenter/partnerCenter.js';
import type { PsaAdapter } from '../psa/psaAdapter.js';
import type { ConnectionStore, FileStore } from '../storage/ports.js';
import type { ConnectedPartnerAccount, ConnectedPsa, ConnectedSources, ConnectionDirectory } from './connectionDirectory.js';
import type { ConnectionType, PartnerAccountType, PsaType } from './connectionType.js';
import type { SecretVault } from './secretVault.js';
import { openStoredAccess } from './storedAccess.js';

type Parts = {
  readonly configured: ConnectionDirectory;
  readonly connections: ConnectionStore;
  readonly files: FileStore;
  readonly connectionTypes: readonly ConnectionType[];
  readonly vault: SecretVault;
  readonly clock: Clock;
  readonly logger: Logger;
};
type Built = { readonly version: number; readonly isUntil: number; readonly connected: Promise<Partial<ConnectedSources>> };

/** What can't be opened is tried again after so long: the key may have been out of reach. */
const retryMs = 20_000;

/**
 * The connections of the settings file, then those that people manage, by name. An adapter is built once per version of its connection
 * and kept, since it holds an access token. One that can't be built is there all the same; its calls say why.
 */
export function mergeDirectories({ configured, connections, files, connectionTypes, vault, clock, logger }: Parts): ConnectionDirectory {
  const built = new Map<string, Built>();

  async function build(orgId: OrgId, stored: StoredConnection): Promise<{ readonly sources: Partial<ConnectedSources>; readonly failure?: AppError }> {
    const type = connectionTypes.find(({ typeId }) => typeId === stored.typeId);
    // Of a newer version of the app, or of a PSA that is no longer known.
    if (!type || type.kind !== stored.source.kind) return { sources: {} };
    try {
      return { sources: connect(type, stored, await openStoredAccess({ vault, files }, type, orgId, stored)) };
    } catch (thrown) {
      const failure = toAppError(thrown);
      logger.error({ source: stored.source, code: failure.code, err: failure }, 'a stored connection can not be used');
      return { sources: connectBroken(type, stored, failure), failure };
    }
  }

  async function connectedOf(orgId: OrgId, stored: StoredConnection): Promise<Partial<ConnectedSources>> {
    const key = `${orgId} ${sourceRefText(stored.source)}`;
    const nowMs = clock.now().getTime();
    const before = built.get(key);
    if (before?.version === stored.version && nowMs < before.isUntil) return before.connected;
    const building = build(orgId, stored);
    const entry: Built = { version: stored.version, isUntil: Infinity, connected: building.then(({ sources }) => sources) };
    built.set(key, entry);
    const { failure } = await building;
    if (failure && built.get(key) === entry) built.set(key, { ...entry, isUntil: nowMs + retryMs });
    return entry.connected;
  }

  return {
    async connectionsOf(orgId) {
      const [fixed, stored] = await Promise.all([configured.connectionsOf(orgId), connections.list(orgId)]);
      const present = stored.filter(({ isRemoved }) => !isRemoved).sort((a, b) => a.name.localeCompare(b.name) || sourceRefText(a.source).localeCompare(sourceRefText(b.source)));
      for (const { source, isRemoved } of stored) if (isRemoved) built.delete(`${orgId} ${sourceRefText(source)}`);
      const all = [fixed, ...(await Promise.all(present.map((one) => connectedOf(orgId, one))))];
      return { partnerAccounts: all.flatMap(({ partnerAccounts = [] }) => partnerAccounts), psaConnections: all.flatMap(({ psaConnections = [] }) => psaConnections) };
    },
  };
}

function connect(type: ConnectionType, stored: StoredConnection, access: Parameters<PsaType['connect']>[1]): Partial<ConnectedSources> {
  if (type.kind === 'partner-account') return toAccount(stored, (id) => type.connect(id, access));
  return toPsa(type, stored, (id) => type.connect(id, access));
}

function connectBroken(type: ConnectionType, stored: StoredConnection, failure: AppError): Partial<ConnectedSources> {
  const refuse = () => Promise.reject(failure);
  if (type.kind === 'partner-account') return toAccount(stored, () => brokenAccount(refuse));
  return toPsa(type, stored, () => ({ listCompanies: refuse, checkAccess: refuse }));
}

function brokenAccount(refuse: () => Promise<never>): ReturnType<PartnerAccountType['connect']> {
  return { listTenants: refuse, checkAccess: refuse };
}

function toAccount({ source, name, isPaused }: StoredConnection, make: (id: PartnerAccountId) => PartnerCenter): { partnerAccounts: ConnectedPartnerAccount[] } {
  if (source.kind !== 'partner-account') return { partnerAccounts: [] };
  return { partnerAccounts: [{ partnerAccountId: source.partnerAccountId, name, isPaused, partnerCenter: make(source.partnerAccountId) }] };
}

function toPsa({ typeId, name: psaName }: PsaType, { source, name, isPaused }: StoredConnection, make: (id: PsaConnectionId) => PsaAdapter): { psaConnections: ConnectedPsa[] } {
  if (source.kind !== 'psa-connection') return { psaConnections: [] };
  return { psaConnections: [{ psaConnectionId: source.psaConnectionId, psaId: typeId, psaName, name, isPaused, adapter: make(source.psaConnectionId) }] };
}
