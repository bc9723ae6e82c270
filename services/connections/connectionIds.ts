import type { StoredConnection } from '../domain/connection.js';
import type { OrgId, PartnerAccountId, PsaConnectionId } from '../domain/ids.js';
import { sourceRefText, type SourceRef } from '../domain/sync.js';
import type { ConnectedSources } from './connectionDirectory.js';
import type { ConnectionPorts } from './connectionPorts.js';

const maxLength = 36;

export function toSourceRef(kind: SourceRef['kind'], id: string): SourceRef {
  return kind === 'partner-account' ? { kind, partnerAccountId: id as PartnerAccountId } : { kind, psaConnectionId: id as PsaConnectionId };
}

export function idOf(source: SourceRef): string {
  return source.kind === 'partner-account' ? source.partnerAccountId : source.psaConnectionId;
}

export function refsOf({ partnerAccounts, psaConnections }: ConnectedSources): SourceRef[] {
  return [...partnerAccounts.map(({ partnerAccountId }) => toSourceRef('partner-account', partnerAccountId)), ...psaConnections.map(({ psaConnectionId }) => toSourceRef('psa-connection', psaConnectionId))];
}

/** Every id that is or was in use: links and lists refer to it for good, so it is never given again. */
export async function takenRefs({ configured, store }: Pick<ConnectionPorts, 'configured' | 'store'>, orgId: OrgId, stored: readonly StoredConnection[]): Promise<ReadonlySet<string>> {
  const [sources, runs, units] = await Promise.all([configured.connectionsOf(orgId), store.sources.listRuns(orgId), store.mappings.listUnits(orgId)]);
  const linked = units.map(({ psaConnectionId }) => toSourceRef('psa-connection', psaConnectionId));
  return new Set([...refsOf(sources), ...stored.map(({ source }) => source), ...runs.map(({ source }) => source), ...linked].map(sourceRefText));
}

/** An id that people can read, out of the name: "HaloPSA (UK)" becomes halopsa-uk, or halopsa-uk-2. */
export function freeRef(kind: SourceRef['kind'], name: string, taken: ReadonlySet<string>): SourceRef {
  const words = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const base = words.slice(0, maxLength).replace(/^-+|-+$/g, '') || (kind === 'partner-account' ? 'account' : 'psa');
  for (let count = 1; ; count += 1) {
    const ref = toSourceRef(kind, count === 1 ? base : `${base}-${count}`);
    if (!taken.has(sourceRefText(ref))) return ref;
  }
}
