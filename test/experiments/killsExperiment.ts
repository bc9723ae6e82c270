import { AppError } from '../../services/runtime/errors.js';
import type { Store } from '../../services/storage/ports.js';
import { runChild, type ChildRun } from '../support/killedProcess.js';
import { bigOrgId, hashUnits, makeBigSave, type BigSave } from './bigSave.js';
import type { Experiment, Trial } from './experiment.js';
import { mongoPoints, sqlitePoints } from './failPoints.js';
import type { Place } from './places.js';

const saver = new URL('./saver.ts', import.meta.url);
const recoveryGoalMs = 10_000;

/** The control saves the same rows in 20 slices; one of its kills falls between two of them whatever the machine is doing. */
export const experiment: Experiment = {
  about: 'a process is killed while it saves 10,000 rows (3,000 new, 5,000 changed, 2,000 cleared), at random times and at 12 named places',
  adapters: ['sqlite', 'mongo'],
  async run(trial) {
    const { adapter, random, isControl, isShort } = trial;
    const scale = isShort ? 100 : 1000;
    const big = makeBigSave(scale);
    const way = isControl ? 'sliced' : 'whole';
    const whole = await once(trial, big, [String(scale), '', way], undefined);
    const timed = isControl ? (isShort ? 3 : 10) : isShort ? 2 : 100;
    for (let n = 0; n < timed; n += 1) await once(trial, big, [String(scale), '', way], (isControl ? 0.2 + random.next() * 0.5 : random.next() * 1.1) * whole.tookMs);
    if (isControl) {
      await once(trial, big, [String(scale), '', 'cut'], undefined);
      return;
    }
    const points = adapter.name === 'sqlite' ? sqlitePoints : mongoPoints;
    const chosen = isShort ? random.shuffle(points).slice(0, 2) : points.flatMap((point) => Array.from({ length: 5 }, () => point));
    for (const { name } of chosen) {
      const { run } = await once(trial, big, [String(scale), name, way], undefined);
      if (run.signal !== 'SIGKILL') trial.tally.add(`${name} was not reached`);
    }
  },
};

/** One save in a place of its own, cut off or not, and what is found afterwards. */
async function once({ adapter, tally, isControl }: Trial, big: BigSave, args: readonly string[], killAfterMs: number | undefined): Promise<{ run: ChildRun; tookMs: number }> {
  const place = await adapter.newPlace();
  try {
    const first = await place.open();
    await first.mappings.commit(bigOrgId, big.before);
    await first.close();
    const run = await runChild(saver, [place.address, ...args], { from: 'saving', killAfterMs });
    const saved = run.lines.find(({ text }) => text === 'saved');
    if (run.signal === 'SIGKILL') tally.count(saved ? 'killed after the answer' : 'killed before the answer');
    tally.add(await patiently(tally, () => flawOf(place, big, { isAcknowledged: saved !== undefined, isControl, tally })).then((flaw) => flaw && `${args.join(' ')}, killed after ${killAfterMs?.toFixed(0) ?? '-'} ms: ${flaw}`));
    return { run, tookMs: saved?.atMs ?? run.lines.at(-1)?.atMs ?? 0 };
  } finally {
    await place.remove();
  }
}

/** A database that is too busy to answer has lost nothing: what is looked for can be looked for again. */
async function patiently<Answer>(tally: Trial['tally'], look: () => Promise<Answer>, triesLeft = 5): Promise<Answer> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof AppError) || !error.isRetryable || triesLeft === 0) throw error;
    tally.count('looked again, as the database was too busy');
    return patiently(tally, look, triesLeft - 1);
  }
}

type Found = Pick<Trial, 'isControl' | 'tally'> & { readonly isAcknowledged: boolean };

async function flawOf(place: Place, big: BigSave, { isAcknowledged, isControl, tally }: Found): Promise<string | undefined> {
  const started = performance.now();
  const store = await place.open();
  const units = await store.mappings.listUnits(bigOrgId);
  const recoveredMs = performance.now() - started;
  tally.note('recovery, ms at most', Math.round(recoveredMs));
  try {
    const hash = hashUnits(units);
    const isNew = hash === big.hashAfter;
    tally.count(isNew ? 'new state found' : 'old state found');
    if (!isNew && hash !== big.hashBefore) return 'half-saved: neither the old units nor the new ones';
    if (isAcknowledged && !isNew) return 'acknowledged and lost';
    if (recoveredMs > recoveryGoalMs) return `recovery took ${recoveredMs.toFixed(0)} ms`;
    // The naive way makes other saves; whether it leaves half of them is what it is tried for.
    if (isControl) return undefined;
    return (await historyFlaw(store, big, isNew ? 2 : 1)) ?? (await resendFlaw(store, big, isNew));
  } finally {
    await store.close();
  }
}

async function historyFlaw({ mappings }: Store, big: BigSave, expected: number): Promise<string | undefined> {
  const changeSets = await mappings.listChangeSets(bigOrgId, { limit: 1000 });
  const entries = changeSets.map((changeSet) => changeSet.entries.length).join();
  if (entries !== (expected === 2 ? `${big.save.changes.length},${big.before.changes.length}` : `${big.before.changes.length}`)) return `audit entries per save: ${entries}`;
  const verdict = await mappings.verifyHistory(bigOrgId);
  return verdict.kind === 'broken' ? `save ${verdict.orgVersion} is broken: ${verdict.why}` : undefined;
}

/** The same save again, twice: one effect, one answer. */
async function resendFlaw(store: Store, big: BigSave, isSaved: boolean): Promise<string | undefined> {
  const there = isSaved ? await store.mappings.findChangeSetByKey(bigOrgId, big.save.idempotencyKey) : undefined;
  const [first, second] = [await store.mappings.commit(bigOrgId, big.save), await store.mappings.commit(bigOrgId, big.save)];
  if (first.kind !== 'saved' || second.kind !== 'saved') return `sent again: ${first.kind}, ${second.kind}`;
  if (first.isRepeat !== isSaved || !second.isRepeat) return 'sent again: it was saved twice, or not at all';
  if (JSON.stringify(first.changeSet) !== JSON.stringify(second.changeSet)) return 'sent again: two answers';
  if (there && JSON.stringify(there) !== JSON.stringify(first.changeSet)) return 'sent again: another answer than was saved';
  if (hashUnits(await store.mappings.listUnits(bigOrgId)) !== big.hashAfter) return 'sent again: not the new units';
  return historyFlaw(store, big, 2);
}
