import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildFerretDb, startFerretDb } from '../support/ferretDb.js';
import { testMongoUris } from '../support/testMongoUris.js';
import type { Experiment } from './experiment.js';
import { mongoAdapter, sqliteAdapter, type Adapter } from './places.js';
import { runTrial } from './runTrial.js';

const names = readdirSync(import.meta.dirname).flatMap((file) => /^(.+)Experiment\.ts$/.exec(file)?.[1] ?? []);
const usage = `npm run experiments -- NAME [--seed N] [--on sqlite|mongo] [--short]

Breaks things on purpose, on this machine only, and checks what the app promises. Each experiment comes with a control: the same thing
done naively, in which the check must find fault. Exit code 0 when all passed.

Names: ${names.join(', ')}, all. MongoDB means the servers in TEST_MONGODB_URI, else FerretDB, built here where Go is present.`;

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' }, on: { type: 'string' }, short: { type: 'boolean' }, help: { type: 'boolean' } } });
  const chosen = positionals[0] === 'all' ? names : positionals;
  if (values.help || chosen.length === 0 || chosen.some((name) => !names.includes(name))) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
  const wanted = (name: Adapter['name']) => (values.on ?? name) === name;
  const [given] = testMongoUris();
  const binary = wanted('mongo') && given === undefined ? buildFerretDb() : undefined;
  const ferret = binary === undefined ? undefined : await startFerretDb(binary);
  const server = given ?? ferret?.uri;
  if (wanted('mongo') && server === undefined) console.log('NOT RUN on MongoDB: there is no TEST_MONGODB_URI and no Go toolchain on this machine.');
  const adapters = [...(wanted('sqlite') ? [sqliteAdapter] : []), ...(wanted('mongo') && server !== undefined ? [mongoAdapter(server)] : [])];
  let [passed, failed] = [0, 0];
  try {
    for (const name of chosen) {
      const { experiment } = (await import(`./${name}Experiment.ts`)) as { experiment: Experiment };
      for (const adapter of adapters.filter((each) => experiment.adapters.includes(each.name))) {
        const isPassed = await runTrial(name, experiment, { adapter, seed, isShort: values.short ?? false, onProgress: everyHalfMinute((line) => console.error(line)) }, (line) => console.log(line));
        if (isPassed) passed += 1;
        else failed += 1;
      }
    }
  } finally {
    await ferret?.close();
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Passes on the first line, and then one every 30 s. */
function everyHalfMinute(tell: (line: string) => void): (line: string) => void {
  let told = -Infinity;
  return (line) => {
    if (performance.now() - told < 30_000) return;
    told = performance.now();
    tell(line);
  };
}
