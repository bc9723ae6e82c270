import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import { pino } from 'pino';
import { rawSqliteHistory } from '../../../test/support/rawSqlite.js';
import { manyChanges, newOrgId, request, thrownBy } from '../../../test/support/storageSamples.js';
import { AppError } from '../../runtime/errors.js';
import { describeStorageContract } from '../storageContractSuite.js';
import { openSqliteStore, startStorageWorker, toStore } from './openSqliteStore.js';
import { connectWorker } from './workerClient.js';

const logger = pino({ level: 'silent' });

describeStorageContract('sqlite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-store-'));
  const open = () => openSqliteStore({ folder, logger });
  let store = await open();
  return {
    store,
    async reopen(meanwhile) {
      await store.close();
      await meanwhile?.(rawSqliteHistory(folder));
      store = await open();
      return store;
    },
    async destroy() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});

describe('openSqliteStore', function () {
  this.timeout(20_000);
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sqlite-store-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const codeOf = async (promise: Promise<unknown>) => {
    const error = await thrownBy(promise);
    return error instanceof AppError ? { code: error.code, sentence: error.sentence } : { code: error, sentence: '' };
  };

  it('refuses a second opener with a sentence that names the folder, and lets it in afterwards', async () => {
    const store = await openSqliteStore({ folder, logger });
    const refused = await codeOf(openSqliteStore({ folder, logger }));
    expect(refused.code).to.equal('storage-in-use');
    expect(refused.sentence).to.contain(folder);
    await store.ping();
    await store.close();
    await (await openSqliteStore({ folder, logger })).close();
  });

  it('makes the folder, and says so when it can not', async () => {
    const store = await openSqliteStore({ folder: join(folder, 'a', 'b'), logger });
    await store.close();
    writeFileSync(join(folder, 'file'), '');
    expect((await codeOf(openSqliteStore({ folder: join(folder, 'file'), logger }))).code).to.equal('storage-unavailable');
  });

  it('keeps its files from other users of the machine, whatever the folder allows', async function () {
    if (process.platform === 'win32') return this.skip();
    chmodSync(folder, 0o755);
    const store = await openSqliteStore({ folder, logger });
    const rights = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o077);
    await store.close();
    expect(rights).to.not.be.empty;
    expect(rights.every((others) => others === 0), rights.join()).to.equal(true);
  });

  it('refuses data of a newer schema version and leaves them as they are', async () => {
    await (await openSqliteStore({ folder, logger })).close();
    const db = new Database(join(folder, 'tenant-mapper.db'));
    db.exec("UPDATE meta SET value = '99' WHERE name = 'schema_version'");
    db.close();
    const refused = await codeOf(openSqliteStore({ folder, logger }));
    expect(refused.code).to.equal('configuration');
    expect(refused.sentence).to.contain('schema version 99');
  });

  it('gives the leases of a process that is gone away at once, under a newer token', async () => {
    const [orgId, times] = [newOrgId(), { now: new Date(0), until: new Date(1_000_000) }];
    const store = await openSqliteStore({ folder, logger });
    expect(await store.leases.acquire(orgId, 'sync', times)).to.equal(1);
    await store.close();
    const reopened = await openSqliteStore({ folder, logger });
    expect(await reopened.leases.acquire(orgId, 'sync', times)).to.equal(2);
    await reopened.close();
  });

  it('finishes what is running before it closes, and takes nothing more', async () => {
    const store = await openSqliteStore({ folder, logger });
    const orgId = newOrgId();
    const saving = store.mappings.commit(orgId, request(manyChanges(3000)));
    const closing = store.close();
    expect((await codeOf(store.ping())).code).to.equal('storage-unavailable');
    expect((await saving).kind).to.equal('saved');
    await closing;
    await store.close();
    const reopened = await openSqliteStore({ folder, logger });
    expect(await reopened.mappings.listUnits(orgId)).to.have.lengthOf(3000);
    await reopened.close();
  });

  it('rejects every running and later call when its thread dies', async () => {
    const client = await connectWorker(startStorageWorker(folder), logger);
    const store = toStore(client);
    const orgId = newOrgId();
    const running = [store.mappings.commit(orgId, request(manyChanges(5000))), store.mappings.listUnits(orgId)].map(codeOf);
    await client.terminate();
    expect((await Promise.all(running)).map(({ code }) => code)).to.deep.equal(['storage-unavailable', 'storage-unavailable']);
    expect((await codeOf(store.ping())).code).to.equal('storage-unavailable');
    await store.close();
    const reopened = await openSqliteStore({ folder, logger });
    expect([0, 5000]).to.include((await reopened.mappings.listUnits(orgId)).length);
    await reopened.close();
  });
});
