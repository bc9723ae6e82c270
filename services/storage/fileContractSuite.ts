import { expect } from 'chai';
import { aFile, newOrgId, thrownBy } from '../../test/support/storageSamples.js';
import type { Store } from './ports.js';

/** Uploaded files come back to the letter, however large, and for their organization only. */
export function describeFileContract(store: () => Store, reopen: () => Promise<Store>): void {
  describe('files', () => {
    const headOf = ({ text: _, ...head }: ReturnType<typeof aFile>) => head;

    it('come back to the letter, over a restart, for their organization alone', async () => {
      const orgId = newOrgId();
      const odd = aFile(1, 'id,name\r\n1,"Größe\u0000 \u{1F600} \ud800 $set"\n');
      for (const file of [odd, aFile(2, '')]) await store().files.add(orgId, file);
      const { files } = await reopen();
      expect(await files.list(orgId)).to.have.deep.members([odd, aFile(2, '')].map(headOf));
      expect(await files.read(orgId, odd.fileId)).to.deep.equal(odd);
      expect(await files.read(orgId, aFile(2).fileId)).to.deep.equal(aFile(2, ''));
      expect(await files.read(newOrgId(), odd.fileId)).to.equal(undefined);
      expect(await files.list(newOrgId())).to.deep.equal([]);
    });

    it('may have 20 million characters', async () => {
      const orgId = newOrgId();
      const large = aFile(1, '\u{1F600}é;"\n'.repeat(3_400_000));
      await store().files.add(orgId, large);
      // Chai would print both.
      expect((await store().files.read(orgId, large.fileId))?.text === large.text).to.equal(true);
      await store().files.remove(orgId, [large.fileId]);
    });

    it('are added once: a repetition changes nothing', async () => {
      const orgId = newOrgId();
      for (const text of ['a', 'a']) await store().files.add(orgId, aFile(1, text));
      expect(await store().files.list(orgId)).to.have.lengthOf(1);
      expect((await store().files.read(orgId, aFile(1).fileId))?.text).to.equal('a');
    });

    it('are gone when removed, of this organization only', async () => {
      const [orgId, other] = [newOrgId(), newOrgId()];
      for (const n of [1, 2]) await store().files.add(orgId, aFile(n));
      await store().files.add(other, aFile(1));
      await store().files.remove(orgId, [aFile(1).fileId, 'never there']);
      expect(await store().files.list(orgId)).to.deep.equal([headOf(aFile(2))]);
      expect(await store().files.read(orgId, aFile(1).fileId)).to.equal(undefined);
      expect(await store().files.read(other, aFile(1).fileId)).to.deep.equal(aFile(1));
    });

    it('need an id', async () => {
      expect(await thrownBy(store().files.add(newOrgId(), { ...aFile(1), fileId: '' }))).to.be.instanceOf(TypeError);
    });
  });
}
