import type { Model } from 'mongoose';
import { isDuplicateKey, isUnavailable } from './storageError.js';

/** Inserts documents with ids that only this writer gives. A lost reply is no harm: what is there already counts as inserted. */
export async function insertOnce<Doc extends { readonly _id: string }>(model: Model<Doc>, docs: readonly Doc[]): Promise<void> {
  try {
    await model.insertMany(docs, { lean: true });
  } catch (error) {
    if (!isUnavailable(error) && !isDuplicateKey(error)) throw error;
    for (const doc of docs) await insertUnlessThere(model, doc);
  }
}

async function insertUnlessThere<Doc extends { readonly _id: string }>(model: Model<Doc>, doc: Doc): Promise<void> {
  try {
    await model.insertMany([doc], { lean: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
