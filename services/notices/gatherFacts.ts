import { listConnections, type SourceHealth } from '../connections/listConnections.js';
import type { OrgId } from '../domain/ids.js';
import { sourceRefText, type SourceRef, type SyncRun } from '../domain/sync.js';
import { listHistory } from '../mappings/history/listHistory.js';
import { listDrift, type LinkDriftView, type NewTenantView } from '../sync/listDrift.js';
import { nameOfSource } from '../sync/nameOfSource.js';
import type { Fact } from './fact.js';
import type { NoticePorts } from './noticePorts.js';

/** A reading or a save that somebody would have waited for. */
const longRunMs = 2 * 60_000;
const bigSaveRows = 50;
const lookedAtSaves = 10;

type NamedSource = { readonly ref: SourceRef; readonly name: string; readonly health: SourceHealth };

/** Everything of today that could be told, in the order in which it is shown. */
export function gatherFacts(ports: NoticePorts): (orgId: OrgId) => Promise<Fact[]> {
  const [drift, connections, history] = [listDrift(ports), listConnections(ports), listHistory(ports)];
  return async (orgId) => {
    const [{ links, newTenants }, { partnerAccounts, psaConnections }, { entries }, { runs }] = await Promise.all([
      drift({ orgId }, { limit: Number.MAX_SAFE_INTEGER }),
      connections({ orgId }),
      history({ orgId }, { limit: lookedAtSaves }),
      ports.sourceLists.read(orgId),
    ]);
    const sources: NamedSource[] = [
      ...partnerAccounts.map(({ partnerAccountId, name, health }) => ({ ref: { kind: 'partner-account', partnerAccountId } as const, name, health })),
      ...psaConnections.map((psa) => ({ ref: { kind: 'psa-connection', psaConnectionId: psa.psaConnectionId } as const, name: nameOfSource(psa), health: psa.health })),
    ];
    return [
      ...newTenants.map(newTenantFact),
      ...links.map(driftFact),
      ...sources.flatMap(problemFacts),
      ...sources.flatMap((source) => longSyncFacts(source, runs)),
      ...entries.flatMap(({ orgVersion, actor, added, changed, removed }): Fact[] => (added + changed + removed < bigSaveRows ? [] : [{ kind: 'big-save', topic: 'long-runs', key: `save\n${orgVersion}`, personName: actor.name, added, changed, removed }])),
    ];
  };
}

function newTenantFact({ tenantId, name, domain, firstListedAt }: NewTenantView): Fact {
  return { kind: 'new-tenant', topic: 'new-tenants', key: `new\n${tenantId}\n${firstListedAt}`, tenantId, name, domain };
}

function driftFact({ kind, tenantId, psaConnectionId, companyId, tenantName, companyName, psaName, nameThen, now }: LinkDriftView): Fact {
  return { kind: 'drift', topic: 'drift', key: `drift\n${kind}\n${tenantId}\n${psaConnectionId}\n${companyId}\n${now}`, drift: kind, tenantName, companyName, psaName, nameThen, now };
}

/** One that fails again and again is one fact, until it was read whole in between. */
function problemFacts({ ref, name, health: { state, why, completeAt } }: NamedSource): Fact[] {
  if (state !== 'failed' && state !== 'partial') return [];
  return [{ kind: 'sync-problem', topic: 'sync-problems', key: `sync\n${sourceRefText(ref)}\n${state}\n${completeAt ?? ''}`, sourceName: name, state, why, completeAt }];
}

function longSyncFacts({ ref, name }: NamedSource, runs: readonly SyncRun[]): Fact[] {
  const run = runs.find(({ source, outcome }) => outcome === 'complete' && sourceRefText(source) === sourceRefText(ref));
  const tookMs = run ? Date.parse(run.endedAt) - Date.parse(run.startedAt) : 0;
  if (!run || tookMs < longRunMs) return [];
  return [{ kind: 'long-sync', topic: 'long-runs', key: `long\n${sourceRefText(ref)}\n${run.endedAt}`, sourceName: name, minutes: Math.round(tookMs / 60_000), received: run.received }];
}
