import type { Experiment } from './experiment.js';
import type { Adapter } from './places.js';
import { createRandom } from './random.js';
import { createTally } from './tally.js';

export type TrialOptions = { readonly adapter: Adapter; readonly seed: number; readonly isShort: boolean; /** Hears how far it is. */ readonly onProgress?: (line: string) => void };

/** The experiment, then its control. Prints a JSON line for each and a verdict. Passed: nothing failed, and in the control something did. */
export async function runTrial(name: string, { about, run }: Experiment, { adapter, seed, isShort, onProgress }: TrialOptions, print: (line: string) => void): Promise<boolean> {
  print(`\n${name} on ${adapter.name}, seed ${seed}: ${about}`);
  const tell = async (isControl: boolean) => {
    const started = performance.now();
    const seconds = () => Math.round((performance.now() - started) / 1000);
    const tally = createTally((tried, failed) => onProgress?.(`${name} on ${adapter.name}${isControl ? ', control' : ''}: ${tried} tried, ${failed} failed, ${seconds()} s`));
    await run({ adapter, random: createRandom(seed), tally, isControl, isShort });
    const { tried, failed, flaws, facts } = tally;
    print(JSON.stringify({ experiment: name, on: adapter.name, isControl, seed, tried, failed, facts, flaws, seconds: seconds() }));
    return tally;
  };
  const [trial, control] = [await tell(false), await tell(true)];
  const isPassed = trial.tried > 0 && trial.failed === 0 && control.failed > 0;
  const why = control.failed === 0 ? 'the control was not caught, so the check is blind' : `${trial.failed} of ${trial.tried} failed`;
  print(`${isPassed ? 'PASS' : 'FAIL'} ${name} on ${adapter.name}: ${isPassed ? `${trial.tried} tried, 0 failed; control caught ${control.failed} of ${control.tried}` : why}`);
  return isPassed;
}
