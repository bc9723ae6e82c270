import { spawn } from 'node:child_process';
import { buildFerretDb, startFerretDb } from './ferretDb.js';

/** Runs the storage contract suite and the seed story over mongoose against FerretDB, which is built here where Go is present. */
const binary = buildFerretDb();
if (!binary) {
  console.log('SKIPPED: storage and seed story on FerretDB: there is no Go toolchain on this machine.');
} else {
  const server = await startFerretDb(binary);
  const specs = ['services/storage/mongo/**/*.spec.ts', 'cli/storage/storage.spec.ts', 'test/experiments/experiments.spec.ts', 'test/e2e/seedStory.spec.ts'];
  const mocha = spawn(process.execPath, ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--no-config', '--timeout', '60000', ...specs], {
    stdio: 'inherit',
    env: { ...process.env, TEST_MONGODB_URI: server.uri, E2E_MONGODB_URI: new URL('/seed-story', server.uri).href },
  });
  const code = await new Promise<number | null>((resolve) => mocha.once('exit', resolve));
  await server.close();
  process.exitCode = code ?? 1;
}
