import mongoose, { type Model } from 'mongoose';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import { maxTimeMS } from './connectMongo.js';
import { insertOnce } from './insertOnce.js';
import type { RowsDoc } from './models.js';

/** Rows that shall become one document. */
export type Slice = { readonly _id: string; readonly rows: unknown };

export const idsPerQuery = 256;
/** A reply is decoded in one go. */
const docsPerReply = 16;
const charactersPerInsert = 300_000;

/** Writes the slices, a few hundred kilobytes at a time. Sending one twice is no harm. */
export async function writeSlices(model: Model<RowsDoc>, orgId: string, slices: readonly Slice[], onWritten?: (written: number) => void): Promise<void> {
  let batch: RowsDoc[] = [];
  let characters = 0;
  for (const [index, { _id, rows }] of slices.entries()) {
    const json = JSON.stringify(rows);
    batch.push({ _id, orgId, json });
    characters += json.length;
    if (characters < charactersPerInsert && index < slices.length - 1) continue;
    await yieldTurn();
    await insertOnce(model, batch);
    onWritten?.(index + 1);
    batch = [];
    characters = 0;
  }
}

/** The slices of these ids, in their order; undefined when one of them is gone. */
export async function readSlices<Rows>(model: Model<RowsDoc>, ids: readonly string[]): Promise<Rows[] | undefined> {
  const found = new Map<string, Rows>();
  await readTexts(model, ids, (id, json) => found.set(id, JSON.parse(json) as Rows));
  const inOrder = ids.map((id) => found.get(id));
  return inOrder.every((rows) => rows !== undefined) ? inOrder : undefined;
}

/** Tells each of these slices that is there, as its text, in any order. */
export async function readTexts(model: Model<RowsDoc>, ids: readonly string[], onText: (id: string, json: string) => void): Promise<void> {
  for (let start = 0; start < ids.length; start += idsPerQuery) {
    const docs = model
      .find({ _id: anyOf(ids.slice(start, start + idsPerQuery)) })
      .maxTimeMS(maxTimeMS)
      .batchSize(docsPerReply)
      .lean<RowsDoc[]>()
      .cursor();
    for await (const { _id, json } of docs) {
      onText(_id, json);
      await yieldTurn();
    }
  }
}

/** Gives slices that are there other rows. */
export async function replaceSlices(model: Model<RowsDoc>, slices: readonly Slice[]): Promise<void> {
  for (const { _id, rows } of slices) await model.updateOne({ _id }, { $set: { json: JSON.stringify(rows) } });
}

export async function removeSlices(model: Model<RowsDoc>, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += idsPerQuery) await model.deleteMany({ _id: anyOf(ids.slice(start, start + idsPerQuery)) });
}

/** FerretDB looks one id up, but reads the whole collection for a list of them, be it of one. */
function anyOf(ids: readonly string[]) {
  const [first] = ids;
  return ids.length === 1 && first !== undefined ? first : mongoose.trusted({ $in: [...ids] });
}
