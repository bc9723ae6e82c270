import { expect } from 'chai';
import type { OrgId } from '../../services/domain/ids.js';
import type { Store } from '../../services/storage/ports.js';
import { change, request, unitKey } from './storageSamples.js';
import { readVersion1Truth } from './version1Data.js';

/** Fails unless everything that version 1 held of this organization is there, sealed, and can be worked with. */
export async function checkUpgraded({ mappings, sources }: Store, orgId: OrgId): Promise<void> {
  const truth = readVersion1Truth();
  expect(await mappings.listUnits(orgId)).to.have.deep.members(truth.units);
  const changeSets = (await mappings.listChangeSets(orgId, { limit: 1000 })).reverse();
  expect(changeSets.map(({ orgVersion }) => orgVersion)).to.deep.equal(truth.heads.map(({ orgVersion }) => orgVersion));
  for (const [index, { entries, changeSetId, orgVersion, chainHash, ...head }] of changeSets.entries()) {
    const { undoes, skipped, ...then } = truth.heads[index]?.head ?? {};
    expect(head).to.deep.include({ ...then, reason: '' });
    expect(head.undoes === null).to.equal(undoes === null);
    expect(head.skipped).to.deep.equal((skipped as { tenantId: string; psaConnectionId: string }[]).map(({ tenantId, psaConnectionId }) => ({ tenantId, psaConnectionId })));
    expect(entries).to.deep.equal(truth.entries.flatMap((each) => (each.orgVersion === orgVersion ? [each.entry] : [])));
    expect([changeSetId, chainHash]).to.satisfy((texts: string[]) => texts.every((text) => text !== ''));
  }
  expect(changeSets[2]?.undoes).to.equal(changeSets[1]?.changeSetId);
  expect(await mappings.verifyHistory(orgId)).to.deep.equal({ kind: 'intact', changeSetCount: changeSets.length, headHash: changeSets.at(-1)?.chainHash });
  expect((await mappings.listUnitHistory(orgId, unitKey(1), { limit: 100 })).map(({ after }) => after.version)).to.deep.equal([8, 7, 6, 5, 4, 3, 2, 1]);
  expect(await mappings.unitsAt(orgId, changeSets.length)).to.have.deep.members(truth.units);
  expect(await sources.listCompanies(orgId)).to.have.deep.members(truth.companies);

  const saved = await mappings.commit(orgId, request([change(1, 8, 'after the upgrade')]));
  expect(saved.kind === 'saved' && saved.changeSet.orgVersion).to.equal(changeSets.length + 1);
  expect((await mappings.verifyHistory(orgId)).kind).to.equal('intact');
}
