import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { pino } from 'pino';
import { newMongoDatabase } from '../../test/support/mongoDatabase.js';
import { aConnection, aFile, newOrgId } from '../../test/support/storageSamples.js';
import { withTemporarySqlite } from '../../test/support/temporarySqlite.js';
import { testMongoUris } from '../../test/support/testMongoUris.js';
import { createFileKey } from '../runtime/secrets/fileKey.js';
import { createKeyRing } from '../runtime/secrets/keyRing.js';
import { newTimedId } from '../runtime/timedId.js';
import { openMongoStore } from '../storage/mongo/openMongoStore.js';
import type { Store } from '../storage/ports.js';
import { removeLeftovers } from './removeLeftovers.js';
import { createSecretVault } from './secretVault.js';

const logger = pino({ level: 'silent' });
type WithStore = (work: (store: Store) => Promise<void>) => Promise<void>;

const onMongo = testMongoUris().map((server, index): [string, WithStore] => [
  `mongo ${index + 1}`,
  async (work) => {
    const database = await newMongoDatabase(server);
    const store = await openMongoStore({ uri: database.uri, logger });
    try {
      await work(store);
    } finally {
      await store.close();
      await database.drop();
    }
  },
]);

for (const [name, withStore] of [['sqlite', withTemporarySqlite] as [string, WithStore], ...onMongo]) {
  describe(`removeLeftovers, ${name}`, function () {
    this.timeout(30_000);

    it('removes what no connection names once it is older than an hour, and nothing else', () =>
      withStore(async (store) => {
        const orgId = newOrgId();
        let nowMs = Date.parse('2026-03-01T08:00:00Z');
        const clock = { now: () => new Date(nowMs) };
        const vault = createSecretVault(store.secrets, createKeyRing(createFileKey(randomBytes(32))), clock);
        const remove = () => removeLeftovers({ store, vault, clock, logger })({ orgId });
        const addFile = async (): Promise<string> => {
          const fileId = newTimedId(clock.now());
          await store.files.add(orgId, { ...aFile(1), fileId });
          return fileId;
        };
        const [used, left] = [await vault.keep(orgId, 'kind', 'used'), await vault.keep(orgId, 'kind', 'left behind by a crash')];
        const [usedFile, leftFile] = [await addFile(), await addFile()];
        await store.connections.append(orgId, aConnection(1, 1, { secrets: { key: { secretId: used, setAt: clock.now().toISOString() } }, file: { fileId: usedFile, name: 'a.csv', uploadedAt: clock.now().toISOString() } }));
        const present = async () => [...(await store.secrets.list(orgId)).map(({ secretId }) => secretId), ...(await store.files.list(orgId)).map(({ fileId }) => fileId)].sort();
        const everything = ['data-key', used, left, usedFile, leftFile];

        nowMs += 59 * 60_000;
        expect(await remove(), 'a save may still be under way').to.equal(0);
        expect(await present()).to.deep.equal(everything.sort());
        nowMs += 2 * 60_000;
        const young = await vault.keep(orgId, 'kind', 'just now');
        expect(await remove()).to.equal(2);
        expect(await present()).to.deep.equal(['data-key', used, usedFile, young].sort());
        expect((await vault.open(orgId, 'kind', used))?.value).to.equal('used');
        expect(await remove()).to.equal(0);
      }));
  });
}
