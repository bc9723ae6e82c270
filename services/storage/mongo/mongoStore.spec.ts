import { expect } from 'chai';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { atWrite } from '../../../test/support/atWrite.js';
import { newMongoDatabase } from '../../../test/support/mongoDatabase.js';
import { change, linkTo, manyChanges, newOrgId, request, thrownBy, unitKey } from '../../../test/support/storageSamples.js';
import { startFaultyProxy } from '../../../test/support/faultyProxy.js';
import { startTcpProxy } from '../../../test/support/tcpProxy.js';
import { testMongoUris } from '../../../test/support/testMongoUris.js';
import { systemClock, type Clock } from '../../runtime/clock.js';
import { AppError } from '../../runtime/errors.js';
import type { Store } from '../ports.js';
import { describeStorageContract } from '../storageContractSuite.js';
import { openMongoStore } from './openMongoStore.js';

const logger = pino({ level: 'silent' });
const uris = testMongoUris();

if (uris.length === 0) {
  describe('mongo: storage contract', () => {
    it('not run: TEST_MONGODB_URI names no server', function () {
      this.skip();
    });
  });
}

uris.forEach((server, index) => {
  const name = `mongo ${index + 1} of ${uris.length}`;

  describeStorageContract(name, async () => {
    const database = await newMongoDatabase(server);
    let store = await openMongoStore({ uri: database.uri, logger });
    return {
      store,
      async reopen(meanwhile) {
        await store.close();
        await meanwhile?.(database.raw);
        store = await openMongoStore({ uri: database.uri, logger });
        return store;
      },
      async destroy() {
        await store.close();
        await database.drop();
      },
    };
  });

  describe(`${name}: the protocol`, function () {
    this.timeout(60_000);
    let database: Awaited<ReturnType<typeof newMongoDatabase>>;
    const opened: Store[] = [];
    const open = async (clock: Clock = systemClock) => {
      const store = await openMongoStore({ uri: database.uri, logger, clock });
      opened.push(store);
      return store;
    };
    before(async () => {
      database = await newMongoDatabase(server);
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
    });
    after(async () => {
      await database.drop();
    });

    const cutOff = () => {
      throw new Error('cut off');
    };
    const points = [
      ['before', 'directories'],
      ['after', 'directories'],
      ['before', 'change_set_chunks'],
      ['after', 'change_set_chunks'],
      ['before', 'unit_pages'],
      ['after', 'unit_pages'],
      ['before', 'change_sets'],
      ['after', 'change_sets'],
    ] as const;
    for (const [when, collection] of points) {
      it(`cut off ${when} writing to ${collection} leaves the old state or the new one, and the same key finishes it`, async () => {
        const orgId = newOrgId();
        const crashing = await open();
        await crashing.mappings.commit(orgId, request(manyChanges(100)));
        const asked = request([...manyChanges(100, 0, 1, 'moved'), ...manyChanges(700, 100)]);
        expect(await atWrite(when, collection, cutOff, () => thrownBy(crashing.mappings.commit(orgId, asked)))).to.have.property('message', 'cut off');

        const reopened = await open();
        const isNew = when === 'after' && collection === 'change_sets';
        const units = await reopened.mappings.listUnits(orgId);
        expect(units.map(({ version }) => version).filter((version) => version === 2)).to.have.lengthOf(isNew ? 100 : 0);
        expect(units).to.have.lengthOf(isNew ? 800 : 100);
        expect(await reopened.mappings.listChangeSets(orgId, { limit: 10 })).to.have.lengthOf(isNew ? 2 : 1);

        const finished = await reopened.mappings.commit(orgId, asked);
        expect(finished.kind === 'saved' && [finished.isRepeat, finished.changeSet.orgVersion]).to.deep.equal([isNew, 2]);
        expect(await reopened.mappings.listUnits(orgId)).to.have.lengthOf(800);
      });
    }

    it('takes a commit whose reply was lost for what it is', async () => {
      const orgId = newOrgId();
      const store = await open();
      const lose = () => {
        throw new mongoose.mongo.MongoNetworkError('connection closed');
      };
      const outcome = await atWrite('after', 'change_sets', lose, () => store.mappings.commit(orgId, request([change(1, 0, 'a')])));
      expect(outcome.kind === 'saved' && !outcome.isRepeat && outcome.changeSet.orgVersion).to.equal(1);
      expect(await store.mappings.listUnits(orgId)).to.deep.equal([{ ...unitKey(1), version: 1, links: [linkTo('a')] }]);
    });

    for (const what of ['lost', 'reply', 'twice'] as const) {
      it(`saves once when a write is ${what === 'reply' ? 'done but its reply lost' : what === 'lost' ? 'lost' : 'sent twice'}, whichever it is`, async () => {
        const orgId = newOrgId();
        const target = new URL(database.uri);
        const proxy = await startFaultyProxy(target.hostname, Number(target.port || 27017));
        target.host = `127.0.0.1:${proxy.port}`;
        target.searchParams.set('directConnection', 'true');
        const store = await openMongoStore({ uri: target.href, logger });
        opened.push(store);
        for (const nth of [1, 2, 3, 4]) {
          proxy.arm({ nth, what });
          const outcome = await store.mappings.commit(orgId, request([change(1, nth - 1, `c${nth}`)]));
          expect(proxy.disarm(), `write ${nth}`).to.equal(true);
          expect(outcome.kind === 'saved' && [outcome.isRepeat, outcome.changeSet.orgVersion]).to.deep.equal([false, nth]);
        }
        expect(await store.mappings.verifyHistory(orgId)).to.include({ kind: 'intact', changeSetCount: 4 });
        await store.close();
        await proxy.close();
      });
    }

    it('lets two processes save at once: what does not overlap succeeds, of what does exactly one wins', async () => {
      const orgId = newOrgId();
      const stores = [await open(), await open(), await open()];
      const apart = await Promise.all(stores.flatMap((store, n) => [0, 1, 2].map((m) => store.mappings.commit(orgId, request([change(n * 10 + m, 0, 'x')])))));
      expect(apart.map((outcome) => (outcome.kind === 'saved' ? outcome.changeSet.orgVersion : 0)).toSorted((a, b) => a - b)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      const clash = await Promise.all(stores.map((store, n) => store.mappings.commit(orgId, request([change(99, 0, `c${n}`)]))));
      expect(clash.map(({ kind }) => kind)).to.have.members(['saved', 'conflict', 'conflict']);
      const sameKey = request([change(77, 0, 'y')]);
      const repeats = await Promise.all(stores.map((store) => store.mappings.commit(orgId, sameKey)));
      expect(repeats.filter((outcome) => outcome.kind === 'saved' && outcome.isRepeat)).to.have.lengthOf(2);
      for (const store of stores) expect(await store.mappings.listUnits(orgId)).to.have.lengthOf(11);
    });

    const elevenMinutesOn: Clock = { now: () => new Date(Date.now() + 11 * 60_000) };
    const leftOf = (orgId: string) => Promise.all(['unit_pages', 'change_set_chunks', 'directories'].map((collection) => database.count(collection, orgId)));

    it('removes what a crash left behind', async () => {
      const orgId = newOrgId();
      const crashing = await open();
      await atWrite('before', 'change_sets', cutOff, () => thrownBy(crashing.mappings.commit(orgId, request([change(1, 0, 'a')]))));
      expect(await leftOf(orgId)).to.deep.equal([1, 1, 1]);
      await open();
      expect(await leftOf(orgId), 'too early').to.deep.equal([1, 1, 1]);
      await open(elevenMinutesOn);
      expect(await leftOf(orgId)).to.deep.equal([0, 0, 0]);
    });

    it('makes a writer start over whose rows were removed while it was paused', async () => {
      const orgId = newOrgId();
      const paused = await open();
      const sweep = async () => {
        await open(elevenMinutesOn);
      };
      const outcome = await atWrite('before', 'change_sets', sweep, () => paused.mappings.commit(orgId, request([change(1, 0, 'a')])));
      expect(outcome.kind === 'saved' && outcome.changeSet.orgVersion).to.equal(1);
      const reader = await open();
      expect(await reader.mappings.listUnits(orgId)).to.deep.equal([{ ...unitKey(1), version: 1, links: [linkTo('a')] }]);
      expect(await reader.mappings.listChangeSets(orgId, { limit: 9 })).to.deep.equal(outcome.kind === 'saved' && [outcome.changeSet]);
    });

    it('says so while the database is away, and heals without help', async () => {
      const orgId = newOrgId();
      const server = new URL(database.uri);
      const proxy = await startTcpProxy(server.hostname, Number(server.port || 27017));
      server.host = `127.0.0.1:${proxy.port}`;
      const store = await openMongoStore({ uri: server.href, logger });
      opened.push(store);
      const asked = request([change(1, 0, 'a')]);
      await proxy.cut();
      const calls = [store.ping(), store.mappings.listUnits(orgId), store.mappings.commit(orgId, asked), store.sources.listRuns(orgId)];
      for (const error of await Promise.all(calls.map(thrownBy))) {
        expect(error).to.be.instanceOf(AppError);
        expect(error).to.include({ code: 'storage-unavailable', isRetryable: true });
      }
      await proxy.mend();
      expect((await store.mappings.commit(orgId, asked)).kind).to.equal('saved');
      await store.close();
      await proxy.cut();
    });

    it('keeps few of the pages that were replaced', async () => {
      const orgId = newOrgId();
      const store = await open();
      for (let version = 0; version < 12; version += 1) await store.mappings.commit(orgId, request([change(1, version, `c${version}`)]));
      await store.close();
      expect(await database.count('unit_pages', orgId)).to.be.at.most(6);
    });

    it('refuses to start without its unique indexes', async () => {
      const orgId = newOrgId();
      const spoiled = await newMongoDatabase(server);
      await spoiled.insertTwins('change_sets', { orgId, orgVersion: 1, changeSetId: 'x', idempotencyKey: 'x' });
      const error = await thrownBy(openMongoStore({ uri: spoiled.uri, logger }));
      await spoiled.drop();
      expect(error).to.be.instanceOf(AppError).with.property('code', 'configuration');
      expect((error as AppError).sentence).to.contain('change_sets');
    });

    it('refuses data of a newer schema version', async () => {
      const newer = await newMongoDatabase(server);
      await newer.insert('meta', { _id: 'schema', version: 99 });
      const error = await thrownBy(openMongoStore({ uri: newer.uri, logger }));
      await newer.drop();
      expect(error).to.be.instanceOf(AppError).with.property('code', 'configuration');
    });
  });
});

describe('openMongoStore', function () {
  this.timeout(10_000);
  it('says that the database can not be reached', async () => {
    const error = await thrownBy(openMongoStore({ uri: 'mongodb://127.0.0.1:9/none', logger }));
    expect(error).to.be.instanceOf(AppError).with.property('code', 'storage-unavailable');
    expect((error as AppError).isRetryable).to.equal(true);
  });
});
