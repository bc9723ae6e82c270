import mongoose from 'mongoose';
import { unitKeyText, type AuditEntry, type MappingUnit } from '../../domain/mapping.js';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import { requireOrgVersion } from '../argumentChecks.js';
import type { ChunkRows } from './attempt.js';
import { maxTimeMS } from './connectMongo.js';
import { chunkIdsOf, missingRows } from './history.js';
import type { ChangeSetDoc, Models } from './models.js';
import { readSlices } from './rows.js';
import { readSnapshot } from './snapshot.js';
import { plainUnit } from './unitPages.js';

type ShortHead = Pick<ChangeSetDoc, 'orgVersion' | 'changeSetId' | 'chunkCount'>;

const chunksPerRead = 32;

/** Back from the units of today, or forth from nothing, whichever has fewer chunks to read. */
export async function unitsAt(models: Models, orgId: string, orgVersion: number): Promise<MappingUnit[]> {
  const { head, unitsOfPage } = await readSnapshot(models, orgId);
  requireOrgVersion(orgVersion, head.orgVersion);
  const all = await models.changeSets
    .find({ orgId, orgVersion: mongoose.trusted({ $lte: head.orgVersion }) })
    .sort({ orgVersion: 1 })
    .select({ orgVersion: 1, changeSetId: 1, chunkCount: 1 })
    .maxTimeMS(maxTimeMS)
    .lean<ShortHead[]>();
  const [until, since] = [all.filter((each) => each.orgVersion <= orgVersion), all.filter((each) => each.orgVersion > orgVersion)];
  const units = new Map<string, MappingUnit>();
  const put = ({ tenantId, psaConnectionId }: AuditEntry, { version, links }: AuditEntry['before']) => {
    const unit = { tenantId, psaConnectionId, version, links };
    if (version === 0) units.delete(unitKeyText(unit));
    else units.set(unitKeyText(unit), unit);
  };
  if (chunkCountOf(until) < chunkCountOf(since)) {
    await forEachEntry(models, until, (entry) => put(entry, entry.after));
  } else {
    for (const unit of [...unitsOfPage.values()].flat()) units.set(unitKeyText(unit), plainUnit(unit));
    await forEachEntry(models, since.toReversed(), (entry) => put(entry, entry.before));
  }
  return [...units.values()];
}

/** A ChangeSet names a unit once, so that the order within one does not matter. */
async function forEachEntry({ chunks }: Models, heads: readonly ShortHead[], onEntry: (entry: AuditEntry) => void): Promise<void> {
  const ids = heads.flatMap(chunkIdsOf);
  for (let start = 0; start < ids.length; start += chunksPerRead) {
    const slices = await readSlices<ChunkRows>(chunks, ids.slice(start, start + chunksPerRead));
    if (!slices) throw missingRows();
    for (const { entries } of slices) {
      entries.forEach(onEntry);
      await yieldTurn();
    }
  }
}

function chunkCountOf(heads: readonly ShortHead[]): number {
  return heads.reduce((sum, { chunkCount }) => sum + chunkCount, 0);
}
