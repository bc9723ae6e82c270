import type { AuditEntry, ChangeSetHead, UnitKey } from '../../domain/mapping.js';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import type { ChangeSetDoc, DirectoryDoc } from './models.js';
import type { Slice } from './rows.js';
import type { Head } from './snapshot.js';
import { groupByPage, pageCountFor, withChanged, type PageUnit } from './unitPages.js';

/** A slice of a ChangeSet. `previous`: beside each entry the id of the slice that holds the one before it of the same unit. */
export type ChunkRows = { readonly orgVersion: number; readonly entries: readonly AuditEntry[]; readonly previous: readonly string[]; readonly skipped: readonly UnitKey[] };

/** Everything that one try to save writes. Nothing of it is seen before its ChangeSet document, the head, is in. */
export type Attempt = { readonly directory: DirectoryDoc; readonly chunks: readonly Slice[]; readonly pages: readonly Slice[]; readonly changeSet: ChangeSetDoc };

/** What a save comes to on this base. */
export type Planned = { readonly changeSetId: string; readonly chainHash: string; readonly head: ChangeSetHead; readonly entries: readonly AuditEntry[]; readonly previous: readonly string[] };

/** Some 100 kB a document: one is read and written without holding anybody up. (Schema version 1 had 500.) */
const rowsPerChunk = 100;
const pagesPerTurn = 32;

/** `present`: the units of every page that an entry falls on, or of all pages when the number of pages grows. */
export async function makeAttempt(orgId: string, base: Head, present: ReadonlyMap<number, readonly PageUnit[]>, { changeSetId, chainHash, head, entries, previous }: Planned, startedAt: Date): Promise<Attempt> {
  const { skipped, ...shortHead } = head;
  const orgVersion = base.orgVersion + 1;
  const unitCount = unitCountAfter(base, entries);
  const { pages, pageIds } = await makePages(changeSetId, base, present, entries);
  const chunkCount = Math.ceil(Math.max(entries.length, skipped.length) / rowsPerChunk);
  const chunks = Array.from({ length: chunkCount }, (_, index): Slice => {
    const [start, end] = [index * rowsPerChunk, (index + 1) * rowsPerChunk];
    return { _id: chunkIdOf(changeSetId, index), rows: { orgVersion, entries: entries.slice(start, end), previous: previous.slice(start, end), skipped: skipped.slice(start, end) } satisfies ChunkRows };
  });
  const kept = new Set(pageIds);
  return {
    chunks,
    pages,
    directory: {
      _id: changeSetId,
      orgId,
      orgVersion,
      startedAt,
      chunkCount,
      pageIds,
      unitCount,
      newPageIds: pages.map(({ _id }) => _id),
      replacedPageIds: base.pageIds.filter((pageId) => pageId !== '' && !kept.has(pageId)),
    },
    changeSet: { ...shortHead, _id: headIdOf(orgId, orgVersion), orgId, orgVersion, changeSetId, chunkCount, chainHash },
  };
}

export function headIdOf(orgId: string, orgVersion: number): string {
  return `${orgId}\n${orgVersion}`;
}

export function chunkIdOf(changeSetId: string, index: number): string {
  return `${changeSetId}\n${index}`;
}

/** Will saving these entries need more pages than there are? */
export function growsPages(base: Head, newUnits: number): boolean {
  return pageCountFor(base.unitCount + newUnits, base.pageIds.length) > base.pageIds.length;
}

function unitCountAfter(base: Head, entries: readonly AuditEntry[]): number {
  return base.unitCount + entries.filter(({ before }) => before.version === 0).length;
}

async function makePages(changeSetId: string, base: Head, present: ReadonlyMap<number, readonly PageUnit[]>, entries: readonly AuditEntry[]): Promise<{ pages: Slice[]; pageIds: string[] }> {
  const pageCount = pageCountFor(unitCountAfter(base, entries), base.pageIds.length);
  const isGrowing = pageCount > base.pageIds.length;
  const changed = entries.map(({ tenantId, psaConnectionId, after: { version, links } }, index): PageUnit => ({ tenantId, psaConnectionId, version, links, chunkId: chunkIdOf(changeSetId, Math.floor(index / rowsPerChunk)) }));
  await yieldTurn();
  const changedOfPage = groupByPage(changed, pageCount);
  await yieldTurn();
  const presentOfPage = isGrowing ? groupByPage([...present.values()].flat(), pageCount) : present;
  const pageIds = isGrowing ? Array.from({ length: pageCount }, () => '') : [...base.pageIds];
  const pages: Slice[] = [];
  for (const page of isGrowing ? pageIds.keys() : changedOfPage.keys()) {
    if (pages.length % pagesPerTurn === 0) await yieldTurn();
    const units = withChanged(presentOfPage.get(page) ?? [], changedOfPage.get(page) ?? []);
    if (units.length === 0) continue;
    const pageId = `${changeSetId}\n${page}`;
    pageIds[page] = pageId;
    pages.push({ _id: pageId, rows: units });
  }
  return { pages, pageIds };
}
