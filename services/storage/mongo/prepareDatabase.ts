import { AppError } from '../../runtime/errors.js';
import type { Models } from './models.js';
import { upgradeSchema } from './schema.js';
import { isUnavailable } from './storageError.js';

/** Makes what is missing and checks what is there: schema version, indexes. AppError `configuration` when the database can't be used. */
export async function prepareDatabase(models: Models): Promise<void> {
  await upgradeSchema(models);
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

function missingIndexes(collection: string, missing: readonly string[], cause: unknown): AppError {
  const names = missing.map((keys) => `(${keys})`).join(', ');
  return new AppError('configuration', `unique indexes missing on ${collection}: ${names}`, {
    cause,
    sentence: `The database lacks the unique index ${names} on its collection ${collection}, and it could not be made. Without it saves could be doubled, so the app does not start.`,
  });
}
