import { readdirSync } from 'node:fs';
import { ListError } from '../cli/listError.js';
import { createReport, type Report } from './report.js';

/** What every `<name>Bench.ts` exports. `args` are the words after the name. */
type BenchModule = { readonly run: (report: Report, args: readonly string[]) => Promise<void> };

const names = readdirSync(import.meta.dirname)
  .flatMap((file) => /^(.+)Bench\.ts$/.exec(file)?.[1] ?? [])
  .sort();
const usage = `npm run bench -- NAME [OPTIONS]\n\nMeasures this machine. Prints every figure as a JSON line and all of them in a table; exit 1 when a goal is not met.\n\nNames: ${names.join(', ') || 'none yet'}`;

const [name = '', ...args] = process.argv.slice(2);
if (name === '' || name === '--help') console.log(usage);
else if (!names.includes(name)) {
  console.error(`There is no benchmark called ${name}.\n\n${usage}`);
  process.exitCode = 2;
} else process.exitCode = await measure(name, args);

async function measure(bench: string, options: readonly string[]): Promise<number> {
  const report = createReport(bench, (line) => console.log(line));
  const { run } = (await import(`./${bench}Bench.ts`)) as BenchModule;
  try {
    await run(report, options);
  } catch (thrown) {
    if (!isUsageError(thrown)) throw thrown;
    console.error(thrown.message);
    return 2;
  }
  console.log(`\n${report.table()}`);
  return report.missedGoals > 0 ? 1 : 0;
}

/** Wrong options or lists. */
function isUsageError(thrown: unknown): thrown is Error {
  return thrown instanceof ListError || (thrown instanceof Error && String((thrown as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS'));
}
