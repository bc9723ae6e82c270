import { AppError } from '../../runtime/errors.js';
import type { Models } from './models.js';
import { sealHistory } from './sealHistory.js';
import { isDuplicateKey } from './storageError.js';

/**
 * Step n makes schema version n+1 out of n. It may be cut off anywhere and is then run again from its beginning, perhaps by two
 * processes at once, so what it writes must depend on nothing but what was there. Never changed once released.
 */
const steps: readonly ((models: Models) => Promise<void>)[] = [sealHistory];
const newest = steps.length + 1;

/** Brings new and older data to the schema of this code. AppError `configuration` when the data are newer. Processes of an older version must be stopped before. */
export async function upgradeSchema(models: Models): Promise<void> {
  const found = await readVersion(models);
  if (found > newest) {
    throw new AppError('configuration', `schema version ${found}, this is ${newest}`, {
      sentence: `The database has schema version ${found}, but this version of Tenant Mapper reads no newer than version ${newest}. Use the version that wrote it, or a newer one.`,
    });
  }
  for (const [index, step] of steps.entries()) {
    const version = index + 1;
    if (version < found) continue;
    await step(models);
    await models.meta.updateOne({ _id: 'schema', version }, { $set: { version: version + 1 } });
  }
}

/** A new database has nothing to upgrade. */
async function readVersion({ meta }: Models): Promise<number> {
  try {
    await meta.insertMany([{ _id: 'schema', version: newest }], { lean: true });
    return newest;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  return (await meta.findById('schema').lean())?.version ?? newest;
}
