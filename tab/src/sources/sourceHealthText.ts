import type { Connections, SourceHealth } from '../../../contracts/session.js';
import { psaLabel } from '../app/psaLabel.js';
import { formatAgo } from '../app/wording.js';
import { texts } from './texts.js';

type NamedHealth = { readonly name: string; readonly health: SourceHealth };

/** One line on all lists, what is being read ('' when nothing is), and a sentence for each list that cannot be trusted in full. */
export type HealthText = { readonly summary: string; readonly reading: string; readonly concerns: readonly string[] };

/** The age told is that of the oldest list. */
export function sourceHealthText(connections: Connections, nowMs: number): HealthText {
  const accounts = connections.partnerAccounts.map(({ name, health }) => ({ name, health }));
  const psas = connections.psaConnections.map((psa) => ({ name: psaLabel(psa), health: psa.health }));
  const all = [...accounts, ...psas];
  if (all.length === 0) return { summary: texts.noSources, reading: '', concerns: [] };
  const missing = [...(accounts.length === 0 ? [texts.noAccounts] : []), ...(psas.length === 0 ? [texts.noPsas] : [])];
  const read = all.filter(({ health }) => health.state === 'syncing').map(({ name }) => name);
  const reading = read.length > 0 ? texts.reading(read.join(', ')) : '';
  if (all.every(({ health }) => health.state === 'never-synced')) return { summary: texts.never, reading, concerns: missing };
  const times = all.flatMap(({ health }) => (health.completeAt === null ? [] : [health.completeAt])).sort();
  const concerns = [...missing, ...all.flatMap(concernOf)];
  if (times.length === 0 && connections.tenantCount === 0) return { summary: read.length > 0 ? texts.firstTime : texts.never, reading, concerns };
  const counts = texts.lists(connections.tenantCount, sumRows(psas));
  // An age would claim more than is known while some list never came.
  return { summary: times[0] && times.length === all.length ? `${counts}, ${texts.updated(formatAgo(times[0], nowMs))}` : counts, reading, concerns };
}

function sumRows(sources: readonly NamedHealth[]): number {
  return sources.reduce((sum, { health }) => sum + health.rowCount, 0);
}

function concernOf({ name, health }: NamedHealth): string[] {
  switch (health.state) {
    case 'complete':
    case 'syncing':
      return [];
    case 'never-synced':
      return [texts.neverOne(name)];
    case 'partial':
      return [texts.partial(name, health.why)];
    case 'failed':
      return [texts.failed(name, health.why)];
  }
}

function healths(connections: Connections): SourceHealth[] {
  return [...connections.partnerAccounts, ...connections.psaConnections].map(({ health }) => health);
}

/** A list is being read, or waits its turn on a first start. */
export function isAwaitingLists(connections: Connections): boolean {
  return healths(connections).some(({ state }) => state === 'syncing' || state === 'never-synced');
}

/** Some account's tenants have never come in full: an empty page may be empty for that reason alone. */
export function lacksTenants({ partnerAccounts }: Connections): boolean {
  return partnerAccounts.map(({ health }) => health).some(({ completeAt }) => completeAt === null);
}

/** Differs whenever a pull has ended since. */
export function latestPull(connections: Connections): string {
  return healths(connections)
    .map(({ completeAt, rowCount }) => `${completeAt ?? ''}/${rowCount}`)
    .join();
}

/** PSAs whose companies have never come in full, by label; `onlyPsa` narrows it to one. */
export function psasNeverRead({ psaConnections }: Connections, onlyPsa: string | null): string[] {
  return psaConnections.filter(({ psaConnectionId, health }) => health.completeAt === null && (onlyPsa === null || onlyPsa === psaConnectionId)).map(psaLabel);
}

/** false: auto-map has nothing to compare tenants with. */
export function hasCompanies({ psaConnections }: Connections, onlyPsa: string | null): boolean {
  return psaConnections.some(({ psaConnectionId, health }) => health.rowCount > 0 && (onlyPsa === null || onlyPsa === psaConnectionId));
}
