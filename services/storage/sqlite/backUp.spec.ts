import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import { manyChanges, newOrgId, request } from '../../../test/support/storageSamples.js';
import { rejection } from '../../../test/support/rejection.js';
import { openSqliteStore, type SqliteStore } from './openSqliteStore.js';
import { askOwner } from './ownerSocket.js';

const logger = pino({ level: 'silent' });

describe('a backup of the SQLite store', function () {
  this.timeout(30_000);
  let folder = '';
  let store: SqliteStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'backup-'));
    store = await openSqliteStore({ folder: join(folder, 'data'), logger });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is made while saves go on, and opens as a whole: the state after one of them', async () => {
    const orgId = newOrgId();
    const rows = 400;
    const seals = [''];
    const saving = (async () => {
      for (let version = 0; version < 12; version += 1) {
        const outcome = await store.mappings.commit(orgId, request(manyChanges(rows, 0, version)));
        if (outcome.kind === 'saved') seals.push(outcome.changeSet.chainHash);
      }
    })();
    const files = [1, 2, 3].map((n) => join(folder, `copy-${n}.db`));
    for (const file of files) expect(await store.backUp(file)).to.equal(statSync(file).size);
    await saving;
    for (const [index, file] of files.entries()) {
      const copy = join(folder, `restored-${index}`);
      mkdirSync(copy);
      copyFileSync(file, join(copy, 'tenant-mapper.db'));
      const restored = await openSqliteStore({ folder: copy, logger });
      const verdict = await restored.mappings.verifyHistory(orgId);
      const units = await restored.mappings.listUnits(orgId);
      await restored.close();
      if (verdict.kind === 'broken') throw new Error(verdict.why);
      expect(seals[verdict.changeSetCount]).to.equal(verdict.headHash);
      expect(units.every(({ version }) => version === verdict.changeSetCount)).to.equal(true);
      expect(statSync(file).mode & 0o077).to.equal(0);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).to.deep.equal([]);
  });

  it('writes over nothing, and says so when the place can not be written', async () => {
    const file = join(folder, 'copy.db');
    await store.backUp(file);
    const before = statSync(file);
    const refused = await rejection(store.backUp(file));
    expect([refused.code, refused.sentence]).to.deep.equal(['configuration', `${file} is there already. Give the backup another name.`]);
    expect(statSync(file)).to.deep.include({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect((await rejection(store.backUp(join(folder, 'nowhere', 'copy.db')))).code).to.equal('storage-unavailable');
  });

  it('can be asked for from another process, as can a verification', async function () {
    if (process.platform === 'win32') return this.skip();
    const orgId = newOrgId();
    await store.mappings.commit(orgId, request(manyChanges(3)));
    const asked = await askOwner(join(folder, 'data'));
    if (!asked) throw new Error('nobody listens');
    expect(await asked.listOrganizations()).to.deep.equal([orgId]);
    const verdict = await store.mappings.verifyHistory(orgId);
    expect(await asked.verifyHistory(orgId)).to.deep.equal(verdict);
    expect([await asked.sealAt(orgId, 1), await asked.sealAt(orgId, 2)]).to.deep.equal([verdict.kind === 'intact' && verdict.headHash, null]);
    const file = join(folder, 'copy.db');
    expect(await asked.backUp(file)).to.equal(statSync(file).size);
    expect((await rejection(asked.backUp(file))).sentence).to.contain('is there already');
    await store.close();
    expect(existsSync(join(folder, 'data', 'owner.sock'))).to.equal(false);
    expect(await askOwner(join(folder, 'data'))).to.equal(undefined);
  });
});
