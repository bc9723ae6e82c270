import type { Model } from 'mongoose';
import { isDuplicateKey, isUnavailable } from './storageError.js';

const docsPerInsert = 4;

/** Inserts documents that have ids of their own. A lost reply is no harm: those that are there already count as inserted. */
export async function insertAll<Doc extends { readonly _id: string }>(model: Model<Doc>, docs: readonly Doc[], onWritten?: (written: number) => void): Promise<void> {
  for (let start = 0; start < docs.length; start += docsPerInsert) {
    const slice = docs.slice(start, start + docsPerInsert);
    try {
      await model.insertMany(slice, { lean: true });
    } catch (error) {
      if (!isUnavailable(error) && !isDuplicateKey(error)) throw error;
      for (const doc of slice) await insertOnce(model, doc);
    }
    onWritten?.(start + slice.length);
  }
}

async function insertOnce<Doc extends { readonly _id: string }>(model: Model<Doc>, doc: Doc): Promise<void> {
  try {
    await model.insertMany([doc], { lean: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
