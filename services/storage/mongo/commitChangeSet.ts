import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { AppError } from '../../runtime/errors.js';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import type { ChangeSetId } from '../../domain/ids.js';
import type { ChangeSetRequest, CommitOutcome } from '../../domain/mapping.js';
import type { OnProgress } from '../../domain/progress.js';
import { requireSame, type Adopted } from '../adoption.js';
import { headText, plainHead } from '../chainHash.js';
import { growsPages, makeAttempt, type Attempt } from './attempt.js';
import { discardAttempt, removeReplaced } from './cleanUp.js';
import { findByKey } from './history.js';
import { insertOnce } from './insertOnce.js';
import type { MongoContext } from './mongoContext.js';
import { moveHead } from './moveHead.js';
import { planCommit } from './planCommit.js';
import { writeSlices } from './rows.js';
import { sealEntries } from './sealEntries.js';
import { readSnapshot } from './snapshot.js';
import { pageOf } from './unitPages.js';

const tries = 20;

/**
 * Saves all or nothing without a multi-document transaction: write the rows and the pages that will hold the units (nobody sees
 * them), then move the head, one insert that only one writer can win. Who loses starts over from the new head.
 * `adopted`: what it must come to, for a ChangeSet of another store.
 */
export async function commitChangeSet(context: MongoContext, orgId: string, request: ChangeSetRequest, onProgress: OnProgress, adopted?: Adopted): Promise<CommitOutcome> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const outcome = await tryOnce(context, orgId, request, onProgress, adopted);
    if (outcome) return outcome;
    // Writers that collided must not collide again.
    await setTimeout(randomInt(5 * attempt + 1));
  }
  throw new AppError('storage-unavailable', `the head moved ${tries} times while saving`, { isRetryable: true });
}

/** Undefined: another process saved meanwhile. */
async function tryOnce(context: MongoContext, orgId: string, { changes, ...given }: ChangeSetRequest, onProgress: OnProgress, adopted: Adopted | undefined): Promise<CommitOutcome | undefined> {
  const head = plainHead(given);
  // The key is looked up after the head was read: what commits later can't be missed, since it moves the head.
  const { head: base, unitsOfPage } = await readSnapshot(context.models, orgId, (pageCount) => [...new Set(changes.map((change) => pageOf(change, pageCount)))]);
  const earlier = await findByKey(context.models, orgId, head.idempotencyKey);
  if (earlier) return earlier.requestHash === head.requestHash ? { kind: 'saved', changeSet: earlier, isRepeat: true } : { kind: 'key-reused', changeSet: earlier };
  const plan = await planCommit(changes, [...unitsOfPage.values()].flat());
  if (plan.kind === 'conflict') return plan;

  const newUnits = plan.entries.filter(({ before }) => before.version === 0).length;
  const present = growsPages(base, newUnits) ? await readSnapshot(context.models, orgId) : { head: base, unitsOfPage };
  if (present.head.orgVersion !== base.orgVersion) return undefined;
  const changeSetId = adopted?.changeSetId ?? (randomUUID() as ChangeSetId);
  const orgVersion = base.orgVersion + 1;
  const chainHash = await sealEntries(base.chainHash, { orgId, orgVersion, changeSetId }, headText(head), plan.entries);
  if (adopted) requireSame(adopted, { orgVersion, changeSetId, chainHash });
  const attempt = await makeAttempt(orgId, base, present.unitsOfPage, { ...plan, changeSetId, chainHash, head }, context.clock.now());
  await yieldTurn();
  await prepare(context, attempt, changes.length, onProgress);
  if (!(await moveHead(context, attempt.changeSet))) {
    await discardAttempt(context.models, attempt.directory);
    return undefined;
  }
  context.later(removeReplaced(context.models, orgId, orgVersion));
  onProgress(changes.length, changes.length);
  return { kind: 'saved', changeSet: { ...head, changeSetId, orgVersion, chainHash, entries: plan.entries }, isRepeat: false };
}

async function prepare({ models }: MongoContext, { directory, chunks, pages }: Attempt, total: number, onProgress: OnProgress): Promise<void> {
  const writes = chunks.length + pages.length;
  const tell = (written: number) => {
    if (written < writes) onProgress(Math.floor((total * written) / writes), total);
  };
  const { orgId } = directory;
  await insertOnce(models.directories, [directory]);
  await writeSlices(models.chunks, orgId, chunks, tell);
  await writeSlices(models.pages, orgId, pages, (written) => tell(chunks.length + written));
}
