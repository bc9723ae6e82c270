import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import { checkUpgraded } from '../../../test/support/checkUpgraded.js';
import { runChild } from '../../../test/support/killedProcess.js';
import { writeVersion1Sqlite } from '../../../test/support/version1Data.js';
import { openSqliteStore } from './openSqliteStore.js';

const opener = new URL('../../../test/support/openStoreProcess.ts', import.meta.url);

describe('SQLite data of schema version 1', function () {
  this.timeout(60_000);
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sqlite-upgrade-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are upgraded at start, with nothing lost, and only once', async () => {
    const [orgId] = await writeVersion1Sqlite(folder, 1);
    if (!orgId) throw new Error('no organization');
    for (let start = 1; start <= 2; start += 1) {
      const store = await openSqliteStore({ folder, logger: pino({ level: 'silent' }) });
      if (start === 1) await checkUpgraded(store, orgId);
      else expect((await store.mappings.verifyHistory(orgId)).kind).to.equal('intact');
      await store.close();
    }
  });

  it('survive a kill in the middle of the upgrade', async () => {
    const [whole, cut] = [join(folder, 'whole'), join(folder, 'cut')];
    for (const each of [whole, cut]) mkdirSync(each);
    await writeVersion1Sqlite(whole, 12);
    const undisturbed = await runChild(opener, [whole], { from: 'opening' });
    const orgIds = await writeVersion1Sqlite(cut, 12);
    const { signal, lines } = await runChild(opener, [cut], { from: 'opening', killAfterMs: (undisturbed.lines.at(-1)?.atMs ?? 0) / 2 });
    expect([signal, lines.at(-1)?.text]).to.deep.equal(['SIGKILL', 'opening']);
    const store = await openSqliteStore({ folder: cut, logger: pino({ level: 'silent' }) });
    for (const orgId of orgIds.slice(0, 2)) await checkUpgraded(store, orgId);
    await store.close();
  });
});
