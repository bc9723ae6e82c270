import { AppError } from '../../runtime/errors.js';
import type { Models } from './models.js';
import { isDuplicateKey, isUnavailable } from './storageError.js';

const schemaVersion = 2;

/** Makes what is missing and checks what is there: schema version and indexes. AppError `configuration` when the database can't be used. */
export async function prepareDatabase(models: Models): Promise<void> {
  await checkSchemaVersion(models);
  for (const model of Object.values(models)) {
    const wanted = model.schema.indexes();
    if (wanted.length === 0) continue;
    let cause: Error | undefined;
    try {
      await model.createIndexes();
    } catch (error) {
      if (isUnavailable(error)) throw error;
      cause = error instanceof Error ? error : new Error(String(error));
    }
    const found = (await model.collection.indexes()).filter(({ unique }) => unique === true).map(({ key }) => JSON.stringify(key));
    const missing = wanted.filter(([key, { unique } = {}]) => unique === true && !found.includes(JSON.stringify(key))).map(([key]) => Object.keys(key).join(', '));
    if (missing.length > 0) throw missingIndexes(model.collection.name, missing, cause);
    if (cause !== undefined) throw cause;
  }
}

async function checkSchemaVersion({ meta }: Models): Promise<void> {
  try {
    await meta.insertMany([{ _id: 'schema', version: schemaVersion }], { lean: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const found = (await meta.findById('schema').lean())?.version;
    if (found === schemaVersion) return;
    throw new AppError('configuration', `schema version ${found}, this is ${schemaVersion}`, {
      cause: error,
      sentence: `The database has schema version ${found}, but this version of Tenant Mapper reads version ${schemaVersion}. Use the version that wrote it, or a newer one.`,
    });
  }
}

function missingIndexes(collection: string, missing: readonly string[], cause: unknown): AppError {
  const names = missing.map((keys) => `(${keys})`).join(', ');
  return new AppError('configuration', `unique indexes missing on ${collection}: ${names}`, {
    cause,
    sentence: `The database lacks the unique index ${names} on its collection ${collection}, and it could not be made. Without it saves could be doubled, so the app does not start.`,
  });
}
