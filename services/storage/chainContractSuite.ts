import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { change, manyChanges, newOrgId, request, unitKey } from '../../test/support/storageSamples.js';
import type { OrgId } from '../domain/ids.js';
import type { Store } from './ports.js';

/** One text of an organization's history as it lies in the database; `orgVersion` is that of its ChangeSet, null for a unit of today. */
export type RawText = { readonly orgId: OrgId; readonly name: string; readonly orgVersion: number | null; readonly text: string; /** The adapter's own. */ readonly place: unknown };
/** A way around the store. `texts`: all of each organization, in one order. */
export type RawHistory = { texts(orgIds: readonly OrgId[]): Promise<RawText[][]>; write(edits: readonly RawText[]): Promise<void>; remove(orgId: OrgId, orgVersion: number): Promise<void>; swap(orgId: OrgId, one: number, other: number): Promise<void> };

const seed = 20260303;

/** The hash chain: what was not touched verifies, and any edited byte is found and named. */
export function describeChainContract(store: () => Store, reopen: (meanwhile: (raw: RawHistory) => Promise<void>) => Promise<void>): void {
  describe('the hash chain', () => {
    async function saveSome(): Promise<OrgId> {
      const orgId = newOrgId();
      await store().mappings.commit(orgId, request([change(1, 0, 'a'), change(2, 0, 'b')], { skipped: [unitKey(7)] }));
      await store().mappings.commit(orgId, request([change(1, 1, 'c')], { reason: 'moved', via: 'chat' }));
      await store().mappings.commit(orgId, request([change(3, 0, 'd', 'e'), change(2, 1)]));
      return orgId;
    }
    const countTexts = async (orgId: OrgId) => {
      let count = 0;
      await reopen(async (raw) => {
        count = (await raw.texts([orgId]))[0]?.length ?? 0;
      });
      return count;
    };
    const headHash = async (orgId: OrgId) => (await store().mappings.listChangeSets(orgId, { limit: 1 }))[0]?.chainHash ?? '';

    it('verifies what was not touched, and tells the newest seal', async () => {
      const orgId = await saveSome();
      expect(await store().mappings.verifyHistory(orgId)).to.deep.equal({ kind: 'intact', changeSetCount: 3, headHash: await headHash(orgId) });
      expect(await store().mappings.verifyHistory(newOrgId())).to.deep.equal({ kind: 'intact', changeSetCount: 0, headHash: '' });
    });

    it('can be recomputed by anyone from what is written in docs/reliability.md', async () => {
      const orgId = await saveSome();
      let seal = '';
      for (const { changeSetId, orgVersion, chainHash, entries, ...head } of (await store().mappings.listChangeSets(orgId, { limit: 10 })).reverse()) {
        const { idempotencyKey, requestHash, actor, via, requestId, at, undoes, reason, skipped } = head;
        const lines = [
          [seal, orgId, orgVersion, changeSetId],
          { idempotencyKey, requestHash, actor, via, requestId, at, undoes, reason, skipped },
          ...entries.map(({ tenantId, psaConnectionId, before, after }) => [tenantId, psaConnectionId, before.version, before.links, after.version, after.links]),
        ];
        seal = createHash('sha256').update(lines.map((line) => `${JSON.stringify(line)}\n`).join('')).digest('hex');
        expect(chainHash).to.equal(seal);
      }
    });

    it('stays whole under saves at once, and while it is verified', async () => {
      const orgId = newOrgId();
      const saves = Array.from({ length: 12 }, (_, n) => store().mappings.commit(orgId, request(manyChanges(30, n * 30))));
      const meanwhile = await store().mappings.verifyHistory(orgId);
      await Promise.all(saves);
      expect(meanwhile.kind).to.equal('intact');
      expect(await store().mappings.verifyHistory(orgId)).to.deep.equal({ kind: 'intact', changeSetCount: 12, headHash: await headHash(orgId) });
    });

    it('finds an edited byte in any text, and names its ChangeSet', async function () {
      this.timeout(120_000);
      const untouched = await saveSome();
      const count = await countTexts(untouched);
      const edited: OrgId[] = [];
      while (edited.length < count) edited.push(await saveSome());
      const edits: RawText[] = [];
      await reopen(async (raw) => {
        for (const [index, texts] of (await raw.texts(edited)).entries()) {
          const original = texts[index];
          if (original) edits.push({ ...original, text: flipByte(original.text, `${seed} ${original.name} ${index}`) });
        }
        await raw.write(edits);
      });
      expect(new Set(edits.map(({ name }) => name)).size).to.be.at.least(10);
      expect(edits).to.have.lengthOf(count);
      for (const { orgId, name, text, orgVersion } of edits) {
        const verdict = await store().mappings.verifyHistory(orgId);
        expect(verdict, `seed ${seed}, ${name} of ${orgVersion}: ${text}`).to.include(orgVersion === null ? { kind: 'broken' } : { kind: 'broken', orgVersion });
      }
      expect((await store().mappings.verifyHistory(untouched)).kind).to.equal('intact');
    });

    it('finds a ChangeSet that was removed, and two that were swapped', async () => {
      const [removed, swapped] = [await saveSome(), await saveSome()];
      await reopen(async (raw) => {
        await raw.remove(removed, 2);
        await raw.swap(swapped, 1, 2);
      });
      expect(await store().mappings.verifyHistory(removed)).to.include({ kind: 'broken', orgVersion: 2 });
      expect(await store().mappings.verifyHistory(swapped)).to.include({ kind: 'broken', orgVersion: 1 });
    });
  });
}

/** Another character at a place drawn from the seed. */
function flipByte(text: string, seedText: string): string {
  const position = createHash('sha256').update(seedText).digest().readUInt32BE() % text.length;
  return text.slice(0, position) + String.fromCharCode(text.charCodeAt(position) ^ 1) + text.slice(position + 1);
}
