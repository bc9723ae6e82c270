import { expect } from 'chai';
import { pino } from 'pino';
import { checkUpgraded } from '../../../test/support/checkUpgraded.js';
import { runChild } from '../../../test/support/killedProcess.js';
import { newMongoDatabase } from '../../../test/support/mongoDatabase.js';
import { testMongoUris } from '../../../test/support/testMongoUris.js';
import { writeVersion1Mongo } from '../../../test/support/version1Data.js';
import { openMongoStore } from './openMongoStore.js';

const opener = new URL('../../../test/support/openStoreProcess.ts', import.meta.url);
const logger = pino({ level: 'silent' });

testMongoUris().forEach((server, index, { length }) => {
  describe(`mongo ${index + 1} of ${length}: data of schema version 1`, function () {
    this.timeout(60_000);
    let database: Awaited<ReturnType<typeof newMongoDatabase>>;
    beforeEach(async () => {
      database = await newMongoDatabase(server);
    });
    afterEach(() => database.drop());

    it('are upgraded at start, with nothing lost, and only once', async () => {
      const [orgId] = await writeVersion1Mongo(database.connection, 1);
      if (!orgId) throw new Error('no organization');
      for (let start = 1; start <= 2; start += 1) {
        const store = await openMongoStore({ uri: database.uri, logger });
        if (start === 1) await checkUpgraded(store, orgId);
        else expect((await store.mappings.verifyHistory(orgId)).kind).to.equal('intact');
        await store.close();
      }
    });

    it('survive kills in the middle of the upgrade, and two processes that upgrade at once', async () => {
      const whole = await newMongoDatabase(server);
      await writeVersion1Mongo(whole.connection, 3);
      const undisturbed = await runChild(opener, [whole.uri], { from: 'opening' });
      await whole.drop();
      const orgIds = await writeVersion1Mongo(database.connection, 3);
      for (const part of [0.3, 0.3]) {
        const { signal, lines } = await runChild(opener, [database.uri], { from: 'opening', killAfterMs: (undisturbed.lines.at(-1)?.atMs ?? 0) * part });
        expect([signal, lines.at(-1)?.text]).to.deep.equal(['SIGKILL', 'opening']);
      }
      const [store, other] = await Promise.all([openMongoStore({ uri: database.uri, logger }), openMongoStore({ uri: database.uri, logger })]);
      for (const orgId of orgIds) await checkUpgraded(store, orgId);
      await store.close();
      await other.close();
    });
  });
});
