import mongoose from 'mongoose';

export type Write = { readonly when: 'before' | 'after'; readonly collection: string; readonly operation: WriteName };
type WriteName = (typeof writes)[number];
type Method = (this: { readonly collectionName: string }, ...args: unknown[]) => Promise<unknown>;
const writes = ['insertMany', 'updateOne', 'deleteMany', 'deleteOne'] as const;

/**
 * Stands between every store of this process and the driver: `onWrite` may throw in place of the write or of its reply, wait, or end
 * the process. Gives a function that takes it away again. Tests bring it along, so that the app itself has no such place.
 */
export function interceptWrites(onWrite: (write: Write) => void | Promise<void>): () => void {
  const prototype = mongoose.mongo.Collection.prototype as unknown as Record<WriteName, Method>;
  const originals = writes.map((name) => [name, prototype[name]] as const);
  for (const [operation, original] of originals) {
    prototype[operation] = async function intercepted(...args) {
      const collection = this.collectionName;
      await onWrite({ when: 'before', collection, operation });
      const answer = await original.apply(this, args);
      await onWrite({ when: 'after', collection, operation });
      return answer;
    };
  }
  return () => {
    for (const [name, original] of originals) prototype[name] = original;
  };
}
