import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { newOrgId } from '../support/storageSamples.js';
import type { Experiment, Trial } from './experiment.js';

const holder = fileURLToPath(new URL('./leaseHolder.ts', import.meta.url));
type Holder = { readonly child: ChildProcess; readonly lines: string[] };

/** R-22, the leases. The control writes without its fence. */
export const experiment: Experiment = {
  about: 'two processes pull one source under a lease; the one that holds it is paused (SIGSTOP) until the other has taken over, and resumed',
  adapters: ['mongo'],
  async run(trial) {
    const runs = trial.isShort || trial.isControl ? 2 : 25;
    for (let n = 0; n < runs; n += 1) trial.tally.add(await pauseHolder(trial));
  },
};

async function pauseHolder({ adapter, tally, isControl }: Trial): Promise<string | undefined> {
  const place = await adapter.newPlace();
  const orgId = newOrgId();
  const start = (number: number, rounds: number): Holder => {
    const child = spawn(process.execPath, ['--import', 'tsx', holder, place.address, orgId, String(number), String(rounds), isControl ? 'bare' : 'fenced'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
    return { child, lines };
  };
  const paused = start(1, 1);
  let other: Holder | undefined;
  try {
    await until(() => paused.lines.some((line) => line.startsWith('holds')));
    paused.child.kill('SIGSTOP');
    // It may have written in the moment before it stopped: then its turn is over and nothing of it is left to refuse.
    const wasQuick = paused.lines.some((line) => line.startsWith('wrote'));
    // Not sooner: had it its turns before the pause, there would be nobody to be overtaken by.
    const second = start(2, 3);
    other = second;
    const otherEnded = once(second.child, 'exit');
    await until(() => second.lines.filter((line) => line.startsWith('wrote')).length === 3);
    paused.child.kill('SIGCONT');
    await Promise.all([once(paused.child, 'exit'), otherEnded]);
    tally.count(wasQuick ? 'wrote before it was paused' : 'paused while it held the lease');

    const store = await place.open();
    const [company] = await store.sources.listCompanies(orgId);
    await store.close();
    const tokens = [...paused.lines, ...second.lines].flatMap((line) => /^holds (\d+)/.exec(line)?.[1] ?? []);
    if (new Set(tokens).size !== tokens.length) return `a token was given twice: ${tokens.join()}`;
    const refused = paused.lines.some((line) => line.startsWith('refused'));
    if (!wasQuick && !refused) return 'the paused owner wrote after it was overtaken';
    return company?.name.startsWith('by 2,') === true ? undefined : `what is stored is ${company?.name ?? 'nothing'}`;
  } finally {
    for (const each of [paused, other]) each?.child.kill('SIGKILL');
    await place.remove();
  }
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let waited = 0; !isTrue(); waited += 20) {
    if (waited > 60_000) throw new Error('the processes did not come that far in a minute');
    await delay(20);
  }
}
