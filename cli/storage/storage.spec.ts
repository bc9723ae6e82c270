import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { pino } from 'pino';
import { createSecretVault, type SecretVault } from '../../services/connections/secretVault.js';
import { createFileKey } from '../../services/runtime/secrets/fileKey.js';
import { createKeyRing } from '../../services/runtime/secrets/keyRing.js';
import { readKeyFile } from '../../services/runtime/secrets/readKeyFile.js';
import { openSqliteStore } from '../../services/storage/sqlite/openSqliteStore.js';
import { newMongoDatabase } from '../../test/support/mongoDatabase.js';
import { runRawSql } from '../../test/support/rawSqlite.js';
import { runAsync } from '../../test/support/runAsync.js';
import { change, newOrgId, request } from '../../test/support/storageSamples.js';
import { testMongoUris } from '../../test/support/testMongoUris.js';
import { writeKeyFile } from '../../test/support/writeKeyFile.js';
import { readArguments, UsageError } from './readArguments.js';

const command = fileURLToPath(new URL('../storage.ts', import.meta.url));
const logger = pino({ level: 'silent' });

describe('the storage commands', function () {
  this.timeout(60_000);
  const orgId = newOrgId();
  let folder = '';
  const environment = (more: Record<string, string> = {}) => ({ PATH: process.env['PATH'], DATA_DIR: join(folder, 'data'), ...more });
  const run = (args: readonly string[], more?: Record<string, string>) => runAsync(process.execPath, ['--import', 'tsx', command, ...args], environment(more));

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'storage-command-'));
    const store = await openSqliteStore({ folder: join(folder, 'data'), logger });
    await store.mappings.commit(orgId, request([change(1, 0, 'a')]));
    await store.mappings.commit(orgId, request([change(1, 1, 'b')]));
    await store.close();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('verify: intact, as expected, altered', async () => {
    const intact = await run(['verify']);
    expect(intact).to.deep.include({ code: 0, stderr: '' });
    const [, seal = ''] = /newest (2:[0-9a-f]{64})/.exec(intact.stdout) ?? [];
    expect((await run(['verify', '--organization', orgId, '--expect', seal])).stdout).to.contain('save number 2 is the one that was expected');
    const other = `2:${'0'.repeat(64)}`;
    expect(await run(['verify', '--expect', other])).to.deep.include({ code: 1, stderr: '' });
    await runRawSql(join(folder, 'data'), [["UPDATE audit_entries SET links_after = replace(links_after, '0.93', '0.94') WHERE org_version = 1"]]);
    const broken = await run(['verify']);
    expect(broken.code).to.equal(1);
    expect(broken.stdout).to.contain('BROKEN at save number 1');
  });

  it('rewrap: with the new key and the one before, and clear about what is missing', async () => {
    const keys = ['before', 'after'].map((name) => {
      mkdirSync(join(folder, name));
      return writeKeyFile(join(folder, name));
    });
    const vaultWith = async <Value>(file: string | undefined, work: (vault: SecretVault) => Promise<Value>) => {
      const reading = readKeyFile(file ?? '');
      if (reading.kind !== 'key') throw new Error(reading.why);
      const store = await openSqliteStore({ folder: join(folder, 'data'), logger });
      return work(createSecretVault(store.secrets, createKeyRing(createFileKey(reading.key)))).finally(() => store.close());
    };
    const secretId = await vaultWith(keys[0], (vault) => vault.keep(orgId, 'kind', 'canary'));
    expect((await run(['rewrap'])).stderr).to.contain('SECRETS_KEY_FILE is missing');
    expect((await run(['rewrap'], { SECRETS_KEY_FILE: keys[1] ?? '' })).stderr).to.contain('SECRETS_OLD_KEY_FILE');
    const done = await run(['rewrap'], { SECRETS_KEY_FILE: keys[1] ?? '', SECRETS_OLD_KEY_FILE: keys[0] ?? '' });
    expect(done).to.deep.include({ code: 0, stderr: '' });
    expect(done.stdout).to.contain(orgId);
    expect((await vaultWith(keys[1], (vault) => vault.open(orgId, 'kind', secretId)))?.value).to.equal('canary');
  });

  it('backup: with the app stopped and with it running, when verify works too', async () => {
    const [cold, hot] = [join(folder, 'cold.db'), join(folder, 'hot.db')];
    expect((await run(['backup', cold])).code).to.equal(0);
    const store = await openSqliteStore({ folder: join(folder, 'data'), logger });
    const made = await run(['backup', hot]);
    const verified = await run(['verify']);
    const again = await run(['backup', hot]);
    await store.close();
    expect([made.code, verified.code]).to.deep.equal([0, 0]);
    expect([cold, hot].map((file) => existsSync(file))).to.deep.equal([true, true]);
    expect(again.code).to.equal(1);
    expect(again.stderr).to.match(/is there already/);
  });

  it('says how to call it, and what is wrong with a call', async () => {
    expect(readArguments(['--help'], {})).to.deep.equal({ command: 'help' });
    for (const [args, why] of [[['verfy'], /is no command/], [['move', 'sqlite', 'mongo'], /MONGODB_URI is not set/], [['verify', '--organization', 'x'], /is no organization/], [['verify', '--expect', '1'], /is no save/], [['backup', '--all'], /--all/]] as const) {
      expect(() => readArguments(args, {}), args.join(' ')).to.throw(UsageError, why);
    }
    expect(() => readArguments(['backup', 'x'], { MONGODB_URI: 'mongodb://db.example/x' })).to.throw(UsageError, /by its own means/);
    expect(await run(['verfy'])).to.deep.include({ code: 2, stdout: '' });
  });

  const [server] = testMongoUris();
  it('move: there and back, with equal checksums', async function () {
    if (server === undefined) return this.skip();
    const database = await newMongoDatabase(server);
    try {
      const there = await run(['move', 'sqlite', 'mongo'], { MONGODB_URI: database.uri });
      expect(there).to.deep.include({ code: 0, stderr: '' });
      const [one, other] = [.../[0-9a-f]{64}/g[Symbol.matchAll](there.stdout)].map(([hash]) => hash);
      expect(one).to.equal(other).and.to.be.a('string');
      expect((await run(['verify'], { MONGODB_URI: database.uri })).code).to.equal(0);
      const back = await run(['move', 'mongo', 'sqlite'], { MONGODB_URI: database.uri, DATA_DIR: join(folder, 'second') });
      expect(back.code).to.equal(0);
      expect(back.stdout).to.contain(String(one));
    } finally {
      await database.drop();
    }
  });
});
