import { pino } from 'pino';
import { toAppError } from '../services/runtime/errors.js';
import { backup } from './storage/backup.js';
import { move } from './storage/move.js';
import { readArguments, usage, UsageError } from './storage/readArguments.js';
import { rewrap } from './storage/rewrap.js';
import { verify } from './storage/verify.js';

const say = (line: string) => console.log(line);
const logger = pino({ level: 'error' }, pino.destination(2));

try {
  process.exitCode = await main();
} catch (thrown) {
  console.error(thrown instanceof UsageError ? thrown.message : toAppError(thrown).sentence);
  if (!(thrown instanceof UsageError)) logger.error({ err: thrown }, 'the command failed');
  process.exitCode = thrown instanceof UsageError ? 2 : 1;
}

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2), process.env);
  switch (asked.command) {
    case 'help':
      say(usage);
      return 0;
    case 'verify':
      return verify(asked, { say, logger });
    case 'backup':
      return backup(asked, { say, logger });
    case 'rewrap':
      return rewrap(asked, { say, logger });
    case 'move':
      return move(asked, { say, logger });
  }
}
