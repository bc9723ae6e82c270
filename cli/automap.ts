import { nothingKnown } from '../services/matching/known.js';
import { defaultThresholds } from '../services/matching/confidence.js';
import { matchTenants } from '../services/matching/matchTenants.js';
import { explain, findAsked } from './automap/explain.js';
import { toProposals } from './automap/proposal.js';
import { readKnown } from './automap/readKnown.js';
import { readOptions, usage, UsageError, type AutomapOptions } from './automap/readOptions.js';
import { showProgress } from './automap/showProgress.js';
import { summarize } from './automap/summarize.js';
import { toMatchInput } from './automap/toMatchInput.js';
import { writeProposals } from './automap/writeProposals.js';
import { ListError, readLists } from './readLists.js';

const exitCancelled = 130;
const cancel = new AbortController();
process.once('SIGINT', () => cancel.abort());
process.once('SIGTERM', () => cancel.abort());

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await run(options);
  else console.log(usage);
} catch (error) {
  process.exitCode = tell(error);
}

async function run({ tenantsFile, companiesFile, out, knownFile, threshold, explain: asked }: AutomapOptions): Promise<void> {
  const input = toMatchInput(readLists({ tenantsFile, companiesFile }));
  const known = knownFile === null ? nothingKnown : readKnown(knownFile, input.companies);
  const askedIds = asked === null ? null : findAsked(asked, input.tenants);

  const startedAt = performance.now();
  const sizes = `${input.tenants.length.toLocaleString('en')} tenants against ${input.companies.length.toLocaleString('en')} companies`;
  const progress = showProgress(process.stderr, `Matching ${sizes} ...`);
  const thresholds = threshold === null ? undefined : { high: threshold, certain: Math.max(threshold, defaultThresholds.certain) };
  const outcomes = await matchTenants(input.tenants, input.companies, known, { thresholds, signal: cancel.signal, onProgress: progress.update }).finally(progress.end);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);

  const proposals = toProposals(outcomes, { input, known });
  if (askedIds) console.log(proposals.filter(({ tenantId }) => askedIds.has(tenantId)).map(explain).join('\n\n'));
  if (!out) return;
  writeProposals(out, proposals);
  console.log(`${askedIds ? '\n' : ''}${summarize(proposals)}\n\n${sizes} in ${seconds} s. Written to ${out.file}`);
}

/** Says what went wrong and gives the exit code. */
function tell(error: unknown): number {
  if (cancel.signal.aborted) {
    console.error('Cancelled. Nothing was written.');
    return exitCancelled;
  }
  if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`);
  else if (error instanceof ListError) console.error(error.sentence);
  else if (isFileError(error)) console.error(`The file can't be written: ${error.message}.`);
  else console.error(error);
  return error instanceof UsageError || error instanceof ListError ? 2 : 1;
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && (error as NodeJS.ErrnoException).syscall !== undefined;
}
