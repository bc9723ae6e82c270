import { parseArgs } from 'node:util';
import { startDemo } from './startDemo.js';
import { ListError } from './readLists.js';

const usage = `npm run demo [-- OPTIONS]

Plays Microsoft Teams in a plain browser: the app's tab beside a chat with its bot, over simulated Microsoft and PSA services.

  --tenants FILE --companies FILE   your own lists (JSON or CSV) instead of the made-up ones
  --fresh                           forget everything saved before
  --help                            this text
Environment: PORT (default 3978), NEXT_STEP_URL`;

const say = (line: string) => console.log(line);

try {
  await main();
} catch (error) {
  console.error(error instanceof ListError ? error.sentence : error instanceof Error ? error.message : error);
  process.exit(error instanceof ListError || isUsageError(error) ? 2 : 1);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { tenants: { type: 'string' }, companies: { type: 'string' }, fresh: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return say(usage);
  if (Boolean(values.tenants) !== Boolean(values.companies)) throw usageError('--tenants and --companies go together: give both files.');
  const lists = values.tenants && values.companies ? { tenantsFile: values.tenants, companiesFile: values.companies } : undefined;

  const demo = await startDemo({ appPort: readPort(), lists, isFresh: values.fresh ?? false, env: process.env['NEXT_STEP_URL'] ? { NEXT_STEP_URL: process.env['NEXT_STEP_URL'] } : {}, say });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void demo.stop().then(() => process.exit(0)));
  void demo.ended.then(async (sentence) => {
    console.error(sentence);
    await demo.stop();
    process.exit(1);
  });
  say(`\n${demo.mspName} is ready. Saved data are kept until you start with --fresh. End with Ctrl+C.\n\n  Open  ${demo.teamsUrl}\n`);
}

function readPort(): number {
  const port = Number(process.env['PORT'] ?? 3978);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw usageError(`PORT must be a number from 0 to 65535, not "${process.env['PORT']}".`);
  return port;
}

function usageError(sentence: string): Error {
  return Object.assign(new Error(`${sentence}\n\n${usage}`), { code: 'ERR_PARSE_ARGS_USAGE' });
}

function isUsageError(error: unknown): boolean {
  return error instanceof Error && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
}
