import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppError, toAppError } from '../services/runtime/errors.js';
import { createLogger } from '../services/runtime/logger.js';
import type { Config } from '../services/runtime/config.js';
import { readConfig, startApp, type App } from './composition.js';

// As sysexits.h has it: something was found in an unconfigured or misconfigured state.
const exitMisconfigured = 78;
const isBuilt = import.meta.url.endsWith('.js');

/** The settings of `.env` are for the built server; the demo brings its own and must not mix the two. */
function readSettings(): Config {
  if (isBuilt && existsSync('.env')) process.loadEnvFile('.env');
  try {
    return readConfig(process.env);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'configuration') throw thrown;
    process.stderr.write(`${thrown.sentence}\n`);
    process.exit(exitMisconfigured);
  }
}

const config = readSettings();
const logger = createLogger(config.logLevel);

function die(thrown: unknown, message: string): never {
  logger.fatal({ err: thrown }, message);
  logger.flush();
  process.exit(1);
}
process.on('uncaughtException', (thrown) => die(thrown, 'uncaught exception'));
process.on('unhandledRejection', (thrown) => die(thrown, 'unhandled rejection'));

function stopOnSignals(app: App): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    logger.info({ signal }, 'stopping');
    app.close().then(
      () => process.exit(0),
      (thrown: unknown) => die(thrown, 'could not stop in order'),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

const tabFolder = fileURLToPath(new URL(isBuilt ? '../tab/' : '../dist/tab/', import.meta.url));
const app = await startApp({ config, logger, tabFolder }).catch((thrown: unknown) => {
  process.stderr.write(`Tenant Mapper can't start. ${toAppError(thrown).sentence}\n`);
  return die(thrown, 'could not start');
});
stopOnSignals(app);
app.ready.catch((thrown: unknown) => {
  process.stderr.write(`Tenant Mapper can't go on. ${toAppError(thrown).sentence}\n`);
  die(thrown, 'the database or the key of its secrets refuses');
});
logger.info({ url: app.url }, `listening on ${app.url}`);
