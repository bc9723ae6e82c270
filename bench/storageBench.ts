import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pino } from 'pino';
import type { MappingUnit, UnitChange } from '../services/domain/mapping.js';
import { createServices } from '../services/index.js';
import { systemClock } from '../services/runtime/clock.js';
import { openMongoStore } from '../services/storage/mongo/openMongoStore.js';
import type { Store } from '../services/storage/ports.js';
import { openSqliteStore } from '../services/storage/sqlite/openSqliteStore.js';
import { buildFerretDb, startFerretDb } from '../test/support/ferretDb.js';
import { newMongoDatabase } from '../test/support/mongoDatabase.js';
import { change, manyChanges, newOrgId, request } from '../test/support/storageSamples.js';
import { testMongoUris } from '../test/support/testMongoUris.js';
import { loopHold } from './loopHold.js';
import type { Report } from './report.js';
import { fixedConnections } from '../test/support/connectionParts.js';

const logger = pino({ level: 'silent' });
const holdGoal = { atMost: 50 };
const rows = 10_000;
const many = 100_000;
type Measure = <Result>(name: string, work: () => Promise<Result>, goal?: number) => Promise<Result>;

/** Saving and reading, on SQLite and on what speaks MongoDB's protocol (TEST_MONGODB_URI, else FerretDB where Go is present). */
export async function run(report: Report): Promise<void> {
  await onSqlite(report);
  const [given] = testMongoUris();
  const binary = given === undefined ? buildFerretDb() : undefined;
  const ferret = binary === undefined ? undefined : await startFerretDb(binary);
  const server = given ?? ferret?.uri;
  if (server === undefined) console.log('NOT RUN on MongoDB: there is no TEST_MONGODB_URI and no Go toolchain on this machine.');
  else await onMongo(report, server, given === undefined ? 'FerretDB' : 'TEST_MONGODB_URI');
  await ferret?.close();
}

async function onSqlite(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'storage-bench-'));
  const measure = measurer(report, 'SQLite');
  let store = await openSqliteStore({ folder, logger });
  const orgId = newOrgId();
  try {
    await saves(store, measure, 1000);
    await lists(store, measure);
    for (let first = 0; first < many; first += rows) await store.mappings.commit(orgId, request(manyChanges(rows, first)));
    await pages(store, orgId, measure);
    await store.close();
    store = await measure(`restart with ${many} mappings, until the first is read`, async () => {
      const opened = await openSqliteStore({ folder, logger });
      await opened.mappings.readUnits(orgId, [change(1, 0)]);
      return opened;
    }, 2000);
    await measure(`backup with ${many} mappings`, () => store.backUp(join(folder, 'copy.db')));
    await store.close();
    report.add({ name: `SQLite: memory of a process with nothing but the store, ${many} mappings`, value: memoryOf(folder, orgId), unit: 'MB', goal: { atMost: 150 } });
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onMongo(report: Report, server: string, note: string): Promise<void> {
  const database = await newMongoDatabase(server);
  const store = await openMongoStore({ uri: database.uri, logger });
  try {
    const measure = measurer(report, note);
    await saves(store, measure, 3000);
    await lists(store, measure);
  } finally {
    await store.close();
    await database.drop();
  }
}

async function saves({ mappings }: Store, measure: Measure, goal: number): Promise<void> {
  const orgId = newOrgId();
  const save = async (name: string, changes: readonly UnitChange[]) => {
    const asked = request(changes);
    const outcome = await measure(name, () => mappings.commit(orgId, asked), goal);
    if (outcome.kind !== 'saved') throw new Error(outcome.kind);
  };
  await save(`save ${rows} new rows`, manyChanges(rows));
  await save(`save ${rows} changed rows`, manyChanges(rows, 0, 1, 'moved'));
  await measure(`read ${rows} units`, () => mappings.listUnits(orgId));
  await measure(`verify ${2 * rows} audit entries`, () => mappings.verifyHistory(orgId));
  await measure(`the units before the last save`, () => mappings.unitsAt(orgId, 1));
}

/** The Company page, over the use case that serves it. */
async function lists(store: Store, measure: Measure): Promise<void> {
  const orgId = newOrgId();
  await store.mappings.commit(orgId, request(manyChanges(rows)));
  const services = servicesOver(store);
  await measure(`list page of ${rows}, first time`, () => services.listMappings({ orgId }, { query: '', limit: 50, offset: 0 }));
}

async function pages(store: Store, orgId: ReturnType<typeof newOrgId>, measure: Measure): Promise<void> {
  const services = servicesOver(store);
  const page = (query: string, offset = 0) => services.listMappings({ orgId }, { query, limit: 50, offset });
  await measure(`list page of ${many}, first time`, () => page(''));
  await measure(`list page of ${many}`, () => page(''), 20);
  await measure(`list page of ${many}, the last`, () => page('', many - 50), 20);
  await measure(`search in ${many}`, () => page('company-77'));
  const [unit] = await store.mappings.readUnits(orgId, [change(5, 0)]);
  await store.mappings.commit(orgId, request([again(unit)]));
  await measure(`list page of ${many}, after a save`, () => page(''));
}

function again(unit: MappingUnit | undefined): UnitChange {
  if (!unit) throw new Error('there is no such unit');
  return { tenantId: unit.tenantId, psaConnectionId: unit.psaConnectionId, baseVersion: unit.version, links: unit.links };
}

function servicesOver(store: Store) {
  const none = { partnerAccounts: [], psaConnections: [] };
  return createServices({ store, connections: { connectionsOf: () => Promise.resolve(none) }, ...fixedConnections(store), clock: systemClock, logger });
}

/** Compiled, as in production: the compiler that tests run under would be counted too. */
function memoryOf(folder: string, orgId: string): number {
  const root = fileURLToPath(new URL('..', import.meta.url));
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const script = join(folder, 'memory.mjs');
  writeFileSync(
    script,
    `import { openSqliteStore } from ${JSON.stringify(pathToFileURL(join(root, 'dist/services/storage/sqlite/openSqliteStore.js')))};
    const [folder, orgId] = process.argv.slice(2);
    const store = await openSqliteStore({ folder, logger: { warn() {}, error() {} } });
    for (let n = 0; n < 200; n += 1) await store.mappings.readUnits(orgId, [{ tenantId: String(n).padStart(8, '0') + '-0000-4000-8000-000000000000', psaConnectionId: 'psa-one' }]);
    console.log(process.memoryUsage().rss);
    await store.close();`,
  );
  return Number(execFileSync(process.execPath, [script, folder, orgId], { encoding: 'utf8' })) / 1_000_000;
}

function measurer(report: Report, note: string): Measure {
  return async (name, work, goal) => {
    const { result, elapsedMs, longestHoldMs } = await loopHold(work);
    report.add({ name: `${note}: ${name}`, value: elapsedMs, unit: 'ms', ...(goal === undefined ? {} : { goal: { atMost: goal } }) });
    report.add({ name: `${note}: ${name}: event loop held`, value: longestHoldMs, unit: 'ms', goal: holdGoal });
    return result;
  };
}
