import mongoose from 'mongoose';
import { unitKeyText } from '../../domain/mapping.js';
import { AppError } from '../../runtime/errors.js';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import { headText, linksText } from '../chainHash.js';
import type { HistoryReader, StoredChangeSet, StoredEntry, StoredUnit } from '../verifyHistory.js';
import { headIdOf, type ChunkRows } from './attempt.js';
import { maxTimeMS } from './connectMongo.js';
import { chunkIdsOf, toHead } from './history.js';
import type { ChangeSetDoc, Models } from './models.js';
import { readChunk } from './readChunk.js';
import { readTexts } from './rows.js';
import { readSnapshot } from './snapshot.js';
import { pageOf } from './unitPages.js';

const [headsPerRead, enoughChunks] = [100, 32];

/** Reads what the verification compares. It follows the ways from entry to entry as well, so it serves one verification only. */
export function mongoHistoryReader(models: Models, orgId: string): HistoryReader {
  const lastChunkOf = new Map<string, string>();

  async function toStored(doc: ChangeSetDoc, texts: ReadonlyMap<string, string>): Promise<StoredChangeSet> {
    const { orgVersion, changeSetId, chainHash } = doc;
    const chunkIds = chunkIdsOf(doc);
    const whole: ChunkRows[] = [];
    for (const id of chunkIds) {
      const chunk = readChunk(texts.get(id), orgVersion);
      if (chunk) whole.push(chunk);
      await yieldTurn();
    }
    const isWhole = whole.length === chunkIds.length && doc._id === headIdOf(orgId, orgVersion);
    let flaw = isWhole ? null : 'Its rows are missing or damaged.';
    const entries: StoredEntry[] = [];
    for (const [index, chunk] of whole.entries()) {
      for (const [position, { before, after, ...key }] of chunk.entries.entries()) {
        const text = unitKeyText(key);
        if ((lastChunkOf.get(text) ?? '') !== chunk.previous[position]) flaw ??= 'It does not name the entries before its own.';
        lastChunkOf.set(text, chunkIds[index] ?? '');
        entries.push({ key, before: { ...before, links: linksText(before.links) }, after: { ...after, links: linksText(after.links) } });
      }
      await yieldTurn();
    }
    return { orgVersion, changeSetId, chainHash, head: headText(toHead(doc, whole.flatMap(({ skipped }) => skipped))), entries, flaw };
  }

  return {
    async readAfter(afterVersion) {
      const found = await models.changeSets
        .find({ orgId, orgVersion: mongoose.trusted({ $gt: afterVersion }) })
        .sort({ orgVersion: 1 })
        .limit(headsPerRead)
        .maxTimeMS(maxTimeMS)
        .lean<ChangeSetDoc[]>();
      let chunkCount = 0;
      const heads = found.filter((doc, index) => index === 0 || (chunkCount += doc.chunkCount) < enoughChunks);
      const texts = new Map<string, string>();
      await readTexts(models.chunks, heads.flatMap(chunkIdsOf), (id, json) => texts.set(id, json));
      const stored: StoredChangeSet[] = [];
      for (const doc of heads) stored.push(await toStored(doc, texts));
      return stored;
    },
    async readUnits() {
      try {
        const { head, unitsOfPage } = await readSnapshot(models, orgId);
        const units: StoredUnit[] = [];
        let isWhole = true;
        for (const [page, ofPage] of unitsOfPage) {
          for (const unit of ofPage) {
            const { tenantId, psaConnectionId, version, links } = unit;
            isWhole &&= pageOf(unit, head.pageIds.length) === page && lastChunkOf.get(unitKeyText(unit)) === unit.chunkId;
            units.push({ key: { tenantId, psaConnectionId }, version, links: linksText(links) });
          }
          await yieldTurn();
        }
        return { orgVersion: head.orgVersion, units, flaw: isWhole ? null : 'A page of units is damaged.' };
      } catch (error) {
        if (!(error instanceof SyntaxError) && !(error instanceof AppError)) throw error;
        return 'The pages of units are missing or damaged.';
      }
    },
  };
}
