import { expect } from 'chai';
import { aConversation, newOrgId, thrownBy } from '../../test/support/storageSamples.js';
import type { Store } from './ports.js';

/** A conversation is changed by whoever saw its newest version, so that of two processes one sends. */
export function describeConversationContract(store: () => Store, reopen: () => Promise<Store>): void {
  describe('conversations', () => {
    it('keeps the newest version of each, over a restart', async () => {
      const orgId = newOrgId();
      expect(await store().conversations.list(orgId)).to.deep.equal([]);
      for (const version of [1, 2, 3]) expect(await store().conversations.replace(orgId, aConversation(1, version))).to.equal(true);
      await store().conversations.replace(orgId, aConversation(2, 1));
      const { conversations } = await reopen();
      expect(await conversations.list(orgId)).to.have.deep.members([aConversation(1, 3), aConversation(2, 1)]);
      expect(await conversations.read(orgId, aConversation(1, 1).conversationId)).to.deep.equal(aConversation(1, 3));
      expect(await conversations.read(orgId, 'never there')).to.equal(undefined);
      expect(await conversations.list(newOrgId())).to.deep.equal([]);
    });

    it('is replaced by whoever saw the newest version', async () => {
      const orgId = newOrgId();
      const { conversations } = store();
      expect(await conversations.replace(orgId, aConversation(1, 2))).to.equal(false);
      expect(await conversations.replace(orgId, aConversation(1, 1))).to.equal(true);
      expect(await conversations.replace(orgId, aConversation(1, 1, { told: ['another'] }))).to.equal(false);
      expect(await conversations.replace(orgId, aConversation(1, 3))).to.equal(false);
      expect(await conversations.replace(orgId, aConversation(1, 2))).to.equal(true);
      expect(await conversations.replace(orgId, aConversation(1, 2, { told: ['another'] }))).to.equal(false);
      expect(await conversations.list(orgId)).to.deep.equal([aConversation(1, 2)]);
    });

    it('of many who replace one at once one does', async () => {
      const orgId = newOrgId();
      for (const version of [1, 2]) {
        const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => store().conversations.replace(orgId, aConversation(1, version, { told: [`by ${n}`] }))));
        expect(answers.filter((won) => won)).to.have.lengthOf(1);
        expect((await store().conversations.list(orgId))[0]?.told).to.deep.equal([`by ${answers.indexOf(true)}`]);
      }
    });

    it('is gone when removed, with all its versions, and can come back', async () => {
      const orgId = newOrgId();
      const { conversations } = store();
      for (const version of [1, 2]) await conversations.replace(orgId, aConversation(1, version));
      await conversations.replace(orgId, aConversation(2, 1));
      await conversations.remove(orgId, aConversation(1, 1).conversationId);
      await conversations.remove(orgId, 'never there');
      expect(await conversations.list(orgId)).to.deep.equal([aConversation(2, 1)]);
      expect(await conversations.replace(orgId, aConversation(1, 3))).to.equal(false);
      expect(await conversations.replace(orgId, aConversation(1, 1))).to.equal(true);
    });

    it('adopts one of another store as it is', async () => {
      const orgId = newOrgId();
      const { conversations } = store();
      await conversations.replace(orgId, aConversation(1, 1));
      for (const version of [7, 7, 4]) {
        await conversations.adopt(orgId, aConversation(1, version));
        expect(await conversations.list(orgId)).to.deep.equal([aConversation(1, version)]);
      }
      expect(await conversations.replace(orgId, aConversation(1, 5))).to.equal(true);
    });

    it('refuses one without id or version', async () => {
      const { conversations } = store();
      for (const wrong of [aConversation(1, 0), aConversation(1, 1.5), aConversation(1, 1, { conversationId: '' })]) expect(await thrownBy(conversations.replace(newOrgId(), wrong))).to.be.instanceOf(Error);
    });
  });
}
