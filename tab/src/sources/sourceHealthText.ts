import type { Connections, SourceHealth, SourceRef } from '../../../contracts/session.js';
import { psaLabel } from '../app/psaLabel.js';
import { formatAgo } from '../app/ago.js';
import { healthText } from '../remarks/remarkText.js';
import { texts } from './texts.js';

type NamedSource = { readonly source: SourceRef; readonly name: string; readonly health: SourceHealth };

/** A list that cannot be trusted in full. `doubtedRows`: a person may confirm that so many rows are gone. `source` is null where there is none to read. */
export type Concern = { readonly key: string; readonly source: SourceRef | null; readonly name: string; readonly sentence: string; readonly doubtedRows: number };

/** One line on all lists, what is being read (one text each), and what is wrong with which list. */
export type HealthText = { readonly summary: string; readonly reading: readonly string[]; readonly concerns: readonly Concern[] };

/** The age told is that of the oldest list. */
export function sourceHealthText(connections: Connections, nowMs: number): HealthText {
  const accounts = connections.partnerAccounts.map(({ partnerAccountId, name, health }): NamedSource => ({ source: { kind: 'partner-account', partnerAccountId }, name, health }));
  const psas = connections.psaConnections.map((psa): NamedSource => ({ source: { kind: 'psa-connection', psaConnectionId: psa.psaConnectionId }, name: psaLabel(psa), health: psa.health }));
  const all = [...accounts, ...psas];
  if (all.length === 0) return { summary: texts.noSources, reading: [], concerns: [] };
  const missing = [...(accounts.length === 0 ? [noneOf(texts.noAccounts)] : []), ...(psas.length === 0 ? [noneOf(texts.noPsas)] : [])];
  const reading = all.flatMap(({ name, health }) => (health.state === 'syncing' ? [texts.progress(name, health.progress?.done ?? 0, health.progress?.total ?? 0)] : []));
  if (all.every(({ health }) => health.state === 'never-synced')) return { summary: texts.never, reading, concerns: missing };
  // How old a paused list is stands beside it.
  const read = all.filter(({ health }) => health.state !== 'paused');
  const times = read.flatMap(({ health }) => (health.completeAt === null ? [] : [health.completeAt])).sort();
  const concerns = [...missing, ...all.flatMap((source) => concernOf(source, nowMs))];
  if (times.length === 0 && connections.tenantCount === 0) return { summary: reading.length > 0 ? texts.firstTime : texts.never, reading, concerns };
  const counts = texts.lists(connections.tenantCount, sumRows(psas));
  // An age would claim more than is known while some list never came.
  return { summary: times[0] && times.length === read.length ? texts.summary(counts, texts.updated(formatAgo(times[0], nowMs))) : counts, reading, concerns };
}

function noneOf(sentence: string): Concern {
  return { key: sentence, source: null, name: '', sentence, doubtedRows: 0 };
}

function sumRows(sources: readonly NamedSource[]): number {
  return sources.reduce((sum, { health }) => sum + health.rowCount, 0);
}

function concernOf({ source, name, health }: NamedSource, nowMs: number): Concern[] {
  if (health.state === 'complete' || health.state === 'syncing') return [];
  // Nothing can be read again while it is paused.
  return [{ key: `${source.kind}/${name}`, source: health.state === 'paused' ? null : source, name, sentence: listSentence(name, health, nowMs), doubtedRows: health.state === 'paused' ? 0 : health.doubtedRows }];
}

/** How far one list can be trusted, in a sentence or two. */
export function listSentence(name: string, health: SourceHealth, nowMs: number): string {
  const { state, completeAt, doubtedRows } = health;
  const why = healthText(health);
  const age = completeAt === null ? texts.neverWhole : texts.wholeFrom(formatAgo(completeAt, nowMs));
  switch (state) {
    case 'complete':
      return texts.listWhole(name, formatAgo(completeAt ?? '', nowMs));
    case 'syncing':
      return texts.listReading(name);
    case 'never-synced':
      return texts.neverOne(name);
    case 'paused':
      return texts.pausedOne(name, age);
    case 'partial':
      return doubtedRows > 0 ? texts.doubted(name, why) : texts.partial(name, why, age);
    case 'failed':
      return texts.failed(name, why, age);
  }
}

/** Is every list as its source has it, but for those that are not to be read? */
export function areAllComplete(connections: Connections): boolean {
  return healths(connections).every(({ state }) => state === 'complete' || state === 'paused');
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
    .map(({ triedAt, rowCount }) => `${triedAt ?? ''}/${rowCount}`)
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
