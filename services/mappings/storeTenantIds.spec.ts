import { expect } from 'chai';
import { mainPsa, openPsaOrganization, psaSimulators, type PsaOrganization } from '../../test/support/psaOrganization.js';
import { sampleCompany } from '../../test/support/sampleRecords.js';
import { aCaller, aTenant, orgId, summaryOf, tenantId } from '../../test/support/testOrganization.js';
import type { ChangeSetId, CompanyId } from '../domain/ids.js';
import type { StoredTenantId } from '../index.js';

const tenants = [aTenant(1), aTenant(2), aTenant(3)];
const companies = [sampleCompany(1), sampleCompany(2)];

for (const [name, start] of Object.entries(psaSimulators)) {
  describe(`storing tenant ids in ${name}`, () => {
    let organization: PsaOrganization;
    let changeSetId: ChangeSetId;
    let requests = 0;
    const link = (tenant: number, company: number) => ({ action: 'link', tenantId: tenantId(tenant), psaConnectionId: mainPsa, companyId: String(company) as CompanyId, baseVersion: 0, origin: 'manual' }) as const;
    const store = async (signal?: AbortSignal, onRow?: (row: StoredTenantId) => void) => {
      const rows: StoredTenantId[] = [];
      const progress: string[] = [];
      const counts = await organization.services.storeTenantIds(aCaller({ requestId: `request-${(requests += 1)}` }), { changeSetId }, { signal, onRow: (row) => (rows.push(row), onRow?.(row)), onProgress: (done, total) => progress.push(`${done}/${total}`) });
      return { counts, rows, progress };
    };
    const idsInPsa = async () => {
      await organization.services.syncSources({ orgId });
      return Object.fromEntries((await organization.store.sources.listCompanies(orgId)).map((company) => [company.companyId, company.tenantIds]));
    };

    beforeEach(async () => {
      organization = await openPsaOrganization(start, tenants, companies);
      // Two tenants of one company write to the same field.
      const saved = await organization.services.saveMappings(aCaller(), { idempotencyKey: 'save-0000001', rows: [link(1, 1), link(2, 1), link(3, 2)] });
      changeSetId = summaryOf(saved).changeSetId;
    });
    afterEach(() => organization.close());

    it('writes every new link, can be repeated, and stands in the history', async () => {
      expect((await organization.services.listPsaSkills(aCaller())).psas).to.deep.equal([{ psaConnectionId: mainPsa, name, canCreateCompany: true, canStoreTenantId: true }]);
      const first = await store();
      expect(first.counts).to.deep.equal({ stored: 3, alreadyThere: 0, refused: 0 });
      expect(first.progress).to.deep.equal(['0/3', '1/3', '2/3', '3/3']);
      expect(await idsInPsa()).to.deep.equal({ 1: [tenantId(1), tenantId(2)], 2: [tenantId(3)] });
      expect((await store()).counts).to.deep.equal({ stored: 0, alreadyThere: 3, refused: 0 });
      const { entries } = await organization.services.listHistory(aCaller(), { limit: 10 });
      expect(entries.map(({ reason }) => reason)).to.deep.equal([`Stored 3 tenant ids in ${name}, for save 1`, '']);
    });

    it('leaves out links that are gone, and tells of a company that is gone', async () => {
      await organization.services.saveMappings(aCaller(), { idempotencyKey: 'save-0000002', rows: [{ ...link(2, 1), action: 'unlink', baseVersion: 1 }] });
      organization.psa.simulator.faults.next({ kind: 'status', status: 404, path: /(companies|client)\/2\b/i }, 2);
      const { rows } = await store();
      expect(rows.map(({ tenantName, outcome, sentence }) => [tenantName, outcome, sentence]).sort()).to.deep.equal([
        ['Customer 1', 'stored', ''],
        ['Customer 3', 'refused', `This company is no longer in ${name}.`],
      ]);
      expect(rows.find(({ outcome }) => outcome === 'refused')?.facts).to.deep.equal([{ code: 'company-gone', system: name }]);
    });

    it('does not try the rest when the PSA as a whole refuses, and goes on from there later', async () => {
      organization.psa.simulator.faults.next({ kind: 'status', status: 403 }, 50);
      const { counts, rows } = await store();
      expect(counts).to.deep.equal({ stored: 0, alreadyThere: 0, refused: 3 });
      expect(rows[0]?.sentence).to.match(/right/);
      expect(rows.map(({ facts }) => facts?.[0]?.code)).to.deep.equal(Array<string>(3).fill('connection-lacks-right'));
      organization.psa.simulator.faults.clear();
      expect((await store()).counts.stored).to.equal(3);
    });

    it('can be cancelled; what was written stays', async () => {
      const stop = new AbortController();
      const rows: StoredTenantId[] = [];
      const run = store(stop.signal, (row) => {
        rows.push(row);
        stop.abort();
      });
      expect(await run.catch((thrown: unknown) => thrown)).to.equal(stop.signal.reason);
      expect(rows).to.have.lengthOf(1);
      const again = await store();
      expect(again.counts.stored + again.counts.alreadyThere).to.equal(3);
    });
  });
}
