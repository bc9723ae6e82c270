import { AppError } from '../../runtime/errors.js';
import { maxTimeMS } from './connectMongo.js';
import type { ChangeSetDoc, Models } from './models.js';
import { readSlices } from './rows.js';
import type { PageUnit } from './unitPages.js';

/** Where an organization stands: its newest ChangeSet and the pages that hold its units. */
export type Head = { readonly orgVersion: number; readonly chainHash: string; readonly pageIds: readonly string[]; readonly unitCount: number };

const tries = 10;
const nothingSaved: Head = { orgVersion: 0, chainHash: '', pageIds: [''], unitCount: 0 };

/** The units on the wanted pages (default: all) as one ChangeSet left them all; and that head. Never a mix of two. */
export async function readSnapshot(models: Models, orgId: string, wantedPages?: (pageCount: number) => readonly number[]): Promise<{ head: Head; unitsOfPage: Map<number, readonly PageUnit[]> }> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const head = await readHead(models, orgId);
    if (!head) continue;
    const pages = (wantedPages?.(head.pageIds.length) ?? [...head.pageIds.keys()]).filter((page) => head.pageIds[page] !== '');
    // Pages stay for a few ChangeSets after they were replaced. A missing one means that more were saved while we read: read again.
    const units = await readSlices<PageUnit[]>(
      models.pages,
      pages.map((page) => head.pageIds[page] ?? ''),
    );
    if (units) return { head, unitsOfPage: new Map(pages.map((page, index) => [page, units[index] ?? []])) };
  }
  throw new AppError('storage-unavailable', 'no consistent snapshot could be read', { isRetryable: true });
}

/** The newest ChangeSet, in short. */
export async function newestOf({ changeSets }: Models, orgId: string): Promise<Pick<ChangeSetDoc, 'changeSetId' | 'orgVersion' | 'chainHash'> | undefined> {
  return (await changeSets.findOne({ orgId }).sort({ orgVersion: -1 }).select({ changeSetId: 1, orgVersion: 1, chainHash: 1 }).maxTimeMS(maxTimeMS).lean()) ?? undefined;
}

async function readHead(models: Models, orgId: string): Promise<Head | undefined> {
  const newest = await newestOf(models, orgId);
  if (!newest) return nothingSaved;
  const directory = await models.directories.findById(newest.changeSetId).maxTimeMS(maxTimeMS).lean();
  return directory ? { ...directory, chainHash: newest.chainHash } : undefined;
}
