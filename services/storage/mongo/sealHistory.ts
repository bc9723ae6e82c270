import mongoose from 'mongoose';
import type { ChangeSetHead, MappingUnit } from '../../domain/mapping.js';
import { unitKeyText } from '../../domain/mapping.js';
import { headText, plainHead } from '../chainHash.js';
import type { ChunkRows } from './attempt.js';
import { maxTimeMS } from './connectMongo.js';
import { chunkIdsOf, missingRows } from './history.js';
import type { ChangeSetDoc, Models } from './models.js';
import { readSlices, replaceSlices, type Slice } from './rows.js';
import { sealEntries } from './sealEntries.js';
import { readSnapshot } from './snapshot.js';
import type { PageUnit } from './unitPages.js';

type OldChunkRows = Pick<ChunkRows, 'entries' | 'skipped'>;
type OldHead = Omit<ChangeSetHead, 'skipped' | 'reason'>;

/** Schema version 2: every ChangeSet has a reason and a seal, and a unit's entries can be followed from the newest to the first. */
export async function sealHistory(models: Models): Promise<void> {
  const orgIds: string[] = await models.changeSets.distinct('orgId', { orgVersion: mongoose.trusted({ $gt: 0 }) });
  for (const orgId of orgIds) await sealOrganization(models, orgId);
}

async function sealOrganization(models: Models, orgId: string): Promise<void> {
  const lastChunkOf = new Map<string, string>();
  let seal = '';
  for (let orgVersion = 1; ; orgVersion += 1) {
    const doc = await models.changeSets.findOne({ orgId, orgVersion }).maxTimeMS(maxTimeMS).lean();
    if (!doc) break;
    seal = await sealChangeSet(models, doc, seal, lastChunkOf);
  }
  const { unitsOfPage, head } = await readSnapshot(models, orgId);
  const pages = [...unitsOfPage].map(([page, units]): Slice => {
    const rows = units.map(({ tenantId, psaConnectionId, version, links }: MappingUnit): PageUnit => ({ tenantId, psaConnectionId, version, links, chunkId: lastChunkOf.get(unitKeyText({ tenantId, psaConnectionId })) ?? '' }));
    return { _id: head.pageIds[page] ?? '', rows };
  });
  await replaceSlices(models.pages, pages);
}

/** Its rows first and its seal last. Gives the seal. */
async function sealChangeSet({ changeSets, chunks }: Models, doc: ChangeSetDoc, previousSeal: string, lastChunkOf: Map<string, string>): Promise<string> {
  const ids = chunkIdsOf(doc);
  const old = await readSlices<OldChunkRows>(chunks, ids);
  if (!old) throw missingRows();
  const { orgId, orgVersion, changeSetId } = doc;
  const sealed = old.map(({ entries, skipped }, index): Slice => {
    const previous = entries.map((entry) => lastChunkOf.get(unitKeyText(entry)) ?? '');
    for (const entry of entries) lastChunkOf.set(unitKeyText(entry), ids[index] ?? '');
    const plainSkipped = skipped.map(({ tenantId, psaConnectionId }) => ({ tenantId, psaConnectionId }));
    return { _id: ids[index] ?? '', rows: { orgVersion, entries, previous, skipped: plainSkipped } satisfies ChunkRows };
  });
  await replaceSlices(chunks, sealed);
  const head = plainHead({ ...(doc as OldHead), reason: '', skipped: old.flatMap(({ skipped }) => skipped) });
  const chainHash = await sealEntries(previousSeal, { orgId, orgVersion, changeSetId }, headText(head), old.flatMap(({ entries }) => entries));
  await changeSets.updateOne({ _id: doc._id }, { $set: { reason: '', chainHash } });
  return chainHash;
}
