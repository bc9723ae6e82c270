import { spawn } from 'node:child_process';
import { buildFerretDb, startFerretDb } from './ferretDb.js';

/** Runs the storage contract suite over mongoose against FerretDB, which is built here where Go is present. */
const binary = buildFerretDb();
if (!binary) {
  console.log('SKIPPED: the storage contract suite on FerretDB: there is no Go toolchain on this machine.');
} else {
  const server = await startFerretDb(binary);
  const mocha = spawn(process.execPath, ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--no-config', '--timeout', '60000', 'services/storage/mongo/**/*.spec.ts'], {
    stdio: 'inherit',
    env: { ...process.env, TEST_MONGODB_URI: server.uri },
  });
  const code = await new Promise<number | null>((resolve) => mocha.once('exit', resolve));
  await server.close();
  process.exitCode = code ?? 1;
}
