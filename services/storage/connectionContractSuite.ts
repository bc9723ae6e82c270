import { expect } from 'chai';
import { aConnection, newOrgId, thrownBy } from '../../test/support/storageSamples.js';
import type { PartnerAccountId } from '../domain/ids.js';
import type { Store } from './ports.js';

/** Changes of connections are kept for good, each once; secrets are replaced by whoever saw the newest one, and leave nothing behind. */
export function describeConnectionContract(store: () => Store, reopen: () => Promise<Store>): void {
  describe('connections', () => {
    it('gives back each connection as its newest change left it, and every change, newest first, over a restart', async () => {
      const orgId = newOrgId();
      expect(await store().connections.list(orgId)).to.deep.equal([]);
      for (const [n, version] of [[1, 1], [2, 1], [1, 2], [1, 3]] as const) expect(await store().connections.append(orgId, aConnection(n, version))).to.equal(true);
      expect(await store().connections.list(orgId)).to.have.deep.members([aConnection(1, 3), aConnection(2, 1)]);
      const changes = [aConnection(1, 3), aConnection(1, 2), aConnection(2, 1), aConnection(1, 1)];
      expect(await store().connections.listChanges(orgId)).to.deep.equal(changes);
      const reopened = await reopen();
      expect(await reopened.connections.listChanges(orgId)).to.deep.equal(changes);
      expect(await reopened.connections.list(newOrgId())).to.deep.equal([]);
    });

    it('takes a version once only, in order, and changes none that is there', async () => {
      const orgId = newOrgId();
      await store().connections.append(orgId, aConnection(1, 1));
      expect(await store().connections.append(orgId, aConnection(1, 1, { name: 'another' }))).to.equal(false);
      expect(await thrownBy(store().connections.append(orgId, aConnection(1, 3)))).to.be.instanceOf(Error);
      expect(await store().connections.list(orgId)).to.deep.equal([aConnection(1, 1)]);
    });

    it('keeps a partner account and a PSA of the same id apart', async () => {
      const orgId = newOrgId();
      const account = aConnection(1, 1, { source: { kind: 'partner-account', partnerAccountId: 'psa-1' as PartnerAccountId } });
      expect(await store().connections.append(orgId, aConnection(1, 1))).to.equal(true);
      expect(await store().connections.append(orgId, account)).to.equal(true);
      expect(await store().connections.list(orgId)).to.have.deep.members([aConnection(1, 1), account]);
    });

    it('of many who change one at once one does', async () => {
      const orgId = newOrgId();
      const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => store().connections.append(orgId, aConnection(1, 1, { name: `by ${n}` }))));
      expect(answers.filter((won) => won)).to.have.lengthOf(1);
      expect((await store().connections.list(orgId))[0]?.name).to.equal(`by ${answers.indexOf(true)}`);
    });

    it('names an organization that has connections only', async () => {
      const orgId = newOrgId();
      await store().connections.append(orgId, aConnection(1, 1));
      expect(await store().listOrganizations()).to.include(orgId);
    });
  });

  describe('secrets', () => {
    const secret = (version: number, sealed = `sealed ${version}`) => ({ secretId: 'key', version, sealed });

    it('keeps the newest version only, over a restart', async () => {
      const orgId = newOrgId();
      expect(await store().secrets.read(orgId, 'key')).to.equal(undefined);
      for (const version of [1, 2, 3]) expect(await store().secrets.replace(orgId, secret(version))).to.equal(true);
      const { secrets } = await reopen();
      expect(await secrets.read(orgId, 'key')).to.deep.equal(secret(3));
      expect(await secrets.list(orgId)).to.deep.equal([secret(3)]);
      expect(await secrets.list(newOrgId())).to.deep.equal([]);
    });

    it('is replaced by whoever saw the newest version', async () => {
      const orgId = newOrgId();
      const { secrets } = store();
      expect(await secrets.replace(orgId, secret(2))).to.equal(false);
      await secrets.replace(orgId, secret(1));
      expect(await secrets.replace(orgId, secret(1, 'another'))).to.equal(false);
      expect(await secrets.replace(orgId, secret(3))).to.equal(false);
      await secrets.replace(orgId, secret(2));
      expect(await secrets.replace(orgId, secret(2, 'another'))).to.equal(false);
      expect(await secrets.read(orgId, 'key')).to.deep.equal(secret(2));
    });

    it('of many who replace one at once one does', async () => {
      const orgId = newOrgId();
      for (const version of [1, 2]) {
        const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => store().secrets.replace(orgId, secret(version, `by ${n}`))));
        expect(answers.filter((won) => won)).to.have.lengthOf(1);
        expect((await store().secrets.read(orgId, 'key'))?.sealed).to.equal(`by ${answers.indexOf(true)}`);
      }
    });

    it('is gone when removed, and can be set anew', async () => {
      const orgId = newOrgId();
      const { secrets } = store();
      for (const version of [1, 2]) await secrets.replace(orgId, secret(version));
      await secrets.replace(orgId, { secretId: 'other', version: 1, sealed: 'stays' });
      await secrets.remove(orgId, ['key', 'never there']);
      expect(await secrets.list(orgId)).to.deep.equal([{ secretId: 'other', version: 1, sealed: 'stays' }]);
      expect(await secrets.replace(orgId, secret(3))).to.equal(false);
      expect(await secrets.replace(orgId, secret(1))).to.equal(true);
    });

    it('adopts one of another store as it is', async () => {
      const orgId = newOrgId();
      const { secrets } = store();
      await secrets.replace(orgId, secret(1));
      for (const adopted of [secret(7, 'theirs'), secret(7, 'theirs'), secret(4, 'theirs too')]) {
        await secrets.adopt(orgId, adopted);
        expect(await secrets.list(orgId)).to.deep.equal([adopted]);
      }
      expect(await secrets.replace(orgId, secret(5))).to.equal(true);
    });

    it('refuses one without id, text or version', async () => {
      const { secrets } = store();
      for (const wrong of [{ ...secret(1), secretId: '' }, secret(1, ''), secret(0), secret(1.5)]) expect(await thrownBy(secrets.replace(newOrgId(), wrong))).to.be.instanceOf(Error);
    });
  });
}
