import { expect } from 'chai';
import { aCompany, aConnection, aConversation, aFile, aTenant, change, draftWrite, manyChanges, newOrgId, request, thrownBy } from '../../test/support/storageSamples.js';
import type { OrgId, PartnerAccountId, PsaConnectionId } from '../domain/ids.js';
import type { SyncRun } from '../domain/sync.js';
import { contentHash } from './contentHash.js';
import { moveOrganization } from './moveOrganization.js';
import type { Store } from './ports.js';

const [account, psa] = [{ kind: 'partner-account', partnerAccountId: 'account-one' as PartnerAccountId }, { kind: 'psa-connection', psaConnectionId: 'psa-one' as PsaConnectionId }] as const;
const run = (source: SyncRun['source'], outcome: SyncRun['outcome'], minute: number): SyncRun => {
  const at = new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString();
  return { source, startedAt: at, endedAt: at, outcome, received: 2, expected: null, why: outcome === 'complete' ? '' : 'Cut off.' };
};

/** An organization's way to another store and back. */
export function describeMoveContract(store: () => Store, withOther: (work: (other: Store) => Promise<void>) => Promise<void>): void {
  describe('moving an organization', () => {
    async function fill({ mappings, sources, drafts, connections, secrets, files, conversations }: Store): Promise<OrgId> {
      const orgId = newOrgId();
      await mappings.commit(orgId, request(manyChanges(120)));
      for (let version = 1; version < 25; version += 1) await mappings.commit(orgId, request([change(1, version, `c${version}`)]));
      await sources.recordTenants(orgId, run(account, 'complete', 1), [aTenant(1), aTenant(2)]);
      await sources.recordTenants(orgId, run(account, 'partial', 2), [aTenant(3)]);
      await sources.recordCompanies(orgId, run(psa, 'partial', 3), [aCompany(1)]);
      await sources.recordCompanies(orgId, run(psa, 'failed', 4), []);
      await drafts.write(orgId, [draftWrite(1, 0, 'ours'), draftWrite(2, 0, 'a test')]);
      for (const version of [1, 2]) await connections.append(orgId, aConnection(1, version));
      for (const version of [1, 2]) await secrets.replace(orgId, { secretId: 'key', version, sealed: `sealed ${version}` });
      await files.add(orgId, aFile(1));
      for (const version of [1, 2]) await conversations.replace(orgId, aConversation(1, version));
      return orgId;
    }

    it('takes everything along, there and back, and may be cut off and repeated', async () => {
      const orgId = await fill(store());
      const before = await contentHash(store(), orgId);
      expect(before).to.include({ units: 120, changeSets: 25, tenants: 3, companies: 1 });
      await withOther(async (other) => {
        const cutOff = moveOrganization(store(), other, orgId, (done) => {
          if (done === 7) throw new Error('cut off');
        });
        expect(await thrownBy(cutOff)).to.have.property('message', 'cut off');
        expect((await other.mappings.listChangeSets(orgId, { limit: 1 }))[0]?.orgVersion).to.equal(7);
        for (let time = 1; time <= 2; time += 1) expect(await moveOrganization(store(), other, orgId)).to.deep.equal(before);
        await other.mappings.commit(orgId, request([change(2, 1, 'saved over there')]));
        await other.drafts.write(orgId, [draftWrite(3, 0, 'decided over there')]);
        await other.connections.append(orgId, aConnection(1, 3));
        await other.secrets.replace(orgId, { secretId: 'other', version: 1, sealed: 'sealed there' });
        await other.secrets.remove(orgId, ['key']);
        await other.conversations.remove(orgId, aConversation(1, 1).conversationId);
        await other.conversations.replace(orgId, aConversation(2, 1));
        await other.files.add(orgId, aFile(2));
        await other.files.remove(orgId, [aFile(1).fileId]);
        const after = await moveOrganization(other, store(), orgId);
        expect(after.hash).to.not.equal(before.hash);
        expect((await store().secrets.list(orgId)).map(({ secretId }) => secretId)).to.deep.equal(['other']);
        expect((await store().files.list(orgId)).map(({ fileId }) => fileId)).to.deep.equal([aFile(2).fileId]);
        expect(await store().conversations.list(orgId)).to.deep.equal([aConversation(2, 1)]);
        expect(await contentHash(store(), orgId)).to.deep.equal(await contentHash(other, orgId));
      });
    });

    it('refuses a target with another history of the organization, and a copy that differs', async () => {
      const orgId = await fill(store());
      await withOther(async (other) => {
        await other.mappings.commit(orgId, request([change(1, 0, 'x')]));
        expect(await thrownBy(moveOrganization(store(), other, orgId))).to.have.property('code', 'configuration');
      });
      await withOther(async (other) => {
        const forgetful = { ...other, sources: { ...other.sources, recordTenants: () => Promise.resolve() } };
        expect(await thrownBy(moveOrganization(store(), forgetful, orgId))).to.have.property('code', 'configuration');
      });
      await withOther(async (other) => {
        const undecided = { ...other, drafts: { ...other.drafts, write: () => Promise.resolve({ version: 0, conflicts: [] }) } };
        expect(await thrownBy(moveOrganization(store(), undecided, orgId))).to.have.property('code', 'configuration');
      });
      await withOther(async (other) => {
        const fileless = { ...other, files: { ...other.files, add: () => Promise.resolve() } };
        expect(await thrownBy(moveOrganization(store(), fileless, orgId))).to.have.property('code', 'configuration');
      });
    });
  });
}
