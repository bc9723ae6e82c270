import type { ChangeSetId } from '../../domain/ids.js';
import { unitKeyText, type AuditEntry, type UnitHistoryEntry, type UnitKey } from '../../domain/mapping.js';
import type { ChunkRows } from './attempt.js';
import { missingRows, readHeads } from './history.js';
import type { Models } from './models.js';
import { readSlices } from './rows.js';
import { readSnapshot } from './snapshot.js';
import { pageOf } from './unitPages.js';

/** Newest first: from the unit's page to the chunk of its newest entry, and on from each entry to the one before; one query each. */
export async function listUnitHistory(models: Models, orgId: string, key: UnitKey, limit: number, beforeVersion: number): Promise<UnitHistoryEntry[]> {
  const text = unitKeyText(key);
  const { unitsOfPage } = await readSnapshot(models, orgId, (pageCount) => [pageOf(key, pageCount)]);
  const touches: { readonly orgVersion: number; readonly entry: AuditEntry }[] = [];
  let chunkId = [...unitsOfPage.values()].flat().find((unit) => unitKeyText(unit) === text)?.chunkId ?? '';
  while (chunkId !== '' && touches.length < limit) {
    const [chunk] = (await readSlices<ChunkRows>(models.chunks, [chunkId])) ?? [];
    const index = chunk?.entries.findIndex((entry) => unitKeyText(entry) === text) ?? -1;
    const entry = chunk?.entries[index];
    if (!chunk || !entry) throw missingRows();
    if (chunk.orgVersion < beforeVersion) touches.push({ orgVersion: chunk.orgVersion, entry });
    chunkId = chunk.previous[index] ?? '';
  }
  const heads = new Map((await readHeads(models, orgId, touches.map(({ orgVersion }) => orgVersion))).map((head) => [head.orgVersion, head]));
  return touches.map(({ orgVersion, entry: { before, after } }) => {
    const head = heads.get(orgVersion);
    if (!head) throw missingRows();
    const { changeSetId, at, actor, via, undoes, reason } = head;
    return { changeSetId: changeSetId as ChangeSetId, orgVersion, at, actor, via, undoes, reason, before, after };
  });
}
