import { expect } from 'chai';
import { aConnection, aConversation, aFile, change, newOrgId, request, thrownBy, unitKey } from '../../test/support/storageSamples.js';
import { withTemporarySqlite } from '../../test/support/temporarySqlite.js';
import { describeActionContract } from './actionContractSuite.js';
import { describeAdoptionContract } from './adoptionContractSuite.js';
import { describeChainContract, type RawHistory } from './chainContractSuite.js';
import { describeConnectionContract } from './connectionContractSuite.js';
import { describeConversationContract } from './conversationContractSuite.js';
import { describeConcurrencyContract } from './concurrencyContractSuite.js';
import { describeDraftContract } from './draftContractSuite.js';
import { describeFileContract } from './fileContractSuite.js';
import { describeHistoryContract } from './historyContractSuite.js';
import { describeLeaseContract } from './leaseContractSuite.js';
import { describeMappingContract } from './mappingContractSuite.js';
import { describeMoveContract } from './moveContractSuite.js';
import type { Store } from './ports.js';
import { describeSourceContract } from './sourceContractSuite.js';
import { describeTimelineContract } from './timelineContractSuite.js';

/** A store over an empty database. `reopen` closes the store in use, lets `meanwhile` at the raw data and opens them anew; `destroy` closes it and removes the data. */
export type StoreUnderTest = { readonly store: Store; reopen(meanwhile?: (raw: RawHistory) => Promise<void>): Promise<Store>; destroy(): Promise<void> };

/** Every promise of ports.ts. Each test has an organization of its own, so that one database serves them all. */
export function describeStorageContract(name: string, openStore: () => Promise<StoreUnderTest>): void {
  describe(`${name}: storage contract`, function () {
    this.timeout(60_000);
    let opened: StoreUnderTest | undefined;
    let current: Store | undefined;
    const store = (): Store => {
      if (!current) throw new Error('the store is not open');
      return current;
    };
    before(async () => {
      opened = await openStore();
      current = opened.store;
    });
    after(async () => {
      await opened?.destroy();
    });

    describeMappingContract(store);
    describeHistoryContract(store);
    describeTimelineContract(store);
    describeChainContract(store, async (meanwhile) => {
      current = await opened?.reopen(meanwhile);
    });
    describeAdoptionContract(store, (fill) => withTemporarySqlite(fill));
    describeMoveContract(store, (work) => withTemporarySqlite(work));
    describeConcurrencyContract(store);
    describeSourceContract(store);
    describeLeaseContract(store);
    describeConnectionContract(store, async () => {
      current = await opened?.reopen();
      return store();
    });
    describeActionContract(store, async () => {
      current = await opened?.reopen();
      return store();
    });
    describeFileContract(store, async () => {
      current = await opened?.reopen();
      return store();
    });
    describeConversationContract(store, async () => {
      current = await opened?.reopen();
      return store();
    });
    describeDraftContract(store, async () => {
      current = await opened?.reopen();
      return store();
    });

    it('answers ping', async () => {
      await store().ping();
    });

    it('keeps everything over a restart, versions and keys included', async () => {
      const orgId = newOrgId();
      const first = request([change(1, 0, 'a', 'b'), change(2, 0)]);
      const saved = await store().mappings.commit(orgId, first);
      const before = await store().mappings.listUnits(orgId);
      current = await opened?.reopen();
      expect(await store().mappings.listUnits(orgId)).to.have.deep.members(before);
      const repeated = await store().mappings.commit(orgId, first);
      expect(repeated).to.deep.equal({ ...saved, isRepeat: true });
      const second = await store().mappings.commit(orgId, request([change(1, 1, 'c')]));
      expect(second.kind === 'saved' && second.changeSet.orgVersion).to.equal(2);
    });

    it('refuses an absent organization everywhere', async () => {
      for (const orgId of ['', undefined] as ReturnType<typeof newOrgId>[]) {
        const { mappings, sources, drafts, connections, secrets, files, actions, conversations } = store();
        const run = { source: { kind: 'psa-connection', psaConnectionId: 'psa-one' }, startedAt: '', endedAt: '', outcome: 'complete', received: 0, expected: null, why: '' } as Parameters<typeof sources.recordCompanies>[1];
        const calls: readonly (() => Promise<unknown>)[] = [
          () => mappings.newestVersion(orgId),
          () => mappings.listUnits(orgId),
          () => mappings.readUnits(orgId, []),
          () => mappings.commit(orgId, request([])),
          () => mappings.adopt(orgId, { ...request([]), changeSetId: 'x' as never, orgVersion: 1, chainHash: '', entries: [] }),
          () => mappings.findChangeSet(orgId, 'x' as never),
          () => mappings.findChangeSetByKey(orgId, 'x'),
          () => mappings.listChangeSets(orgId, { limit: 1 }),
          () => mappings.listUnitHistory(orgId, unitKey(1), { limit: 1 }),
          () => mappings.unitsAt(orgId, 0),
          () => mappings.verifyHistory(orgId),
          () => sources.recordCompanies(orgId, run, []),
          () => sources.applyCompanyChanges(orgId, run, { changed: [], gone: [] }),
          () => sources.recordTenants(orgId, { ...run, source: { kind: 'partner-account', partnerAccountId: 'account' as never } }, []),
          () => sources.listTenants(orgId),
          () => sources.listCompanies(orgId),
          () => sources.listHeldBack(orgId),
          () => sources.listRuns(orgId),
          () => drafts.read(orgId, 0),
          () => drafts.write(orgId, []),
          () => connections.list(orgId),
          () => connections.append(orgId, aConnection(1, 1)),
          () => connections.listChanges(orgId),
          () => secrets.list(orgId),
          () => secrets.read(orgId, 'x'),
          () => secrets.replace(orgId, { secretId: 'x', version: 1, sealed: 'x' }),
          () => secrets.adopt(orgId, { secretId: 'x', version: 1, sealed: 'x' }),
          () => secrets.remove(orgId, ['x']),
          () => actions.add(orgId, { actionId: 'x', keptUntil: '', state: '1' }),
          () => actions.read(orgId, 'x'),
          () => actions.replace(orgId, { actionId: 'x', version: 2, keptUntil: '', state: '1' }),
          () => actions.removeExpired(orgId, new Date(0)),
          () => files.list(orgId),
          () => files.read(orgId, 'x'),
          () => files.add(orgId, aFile(1)),
          () => files.remove(orgId, ['x']),
          () => conversations.list(orgId),
          () => conversations.read(orgId, 'x'),
          () => conversations.replace(orgId, aConversation(1, 1)),
          () => conversations.adopt(orgId, aConversation(1, 1)),
          () => conversations.remove(orgId, 'x'),
        ];
        for (const call of calls) expect(await thrownBy(call())).to.be.instanceOf(TypeError);
      }
    });
  });
}
