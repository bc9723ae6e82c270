import { expect } from 'chai';
import { makeCompany, makeSuggestion, makeTenant } from '../bulkAdd/bulkExamples.js';
import { changeForm, emptyForm, firstOpinion, isLinkedAlready, offeredTenants, secondOpinion, toSaveRow } from './addModel.js';

const free = makeTenant(1);
const added = makeTenant(2, [{ company: makeCompany(20), version: 4 }]);
const tenants = [free, added];

describe('addModel', () => {
  it('hides added tenants until asked and says how many', () => {
    expect(offeredTenants(tenants, emptyForm)).to.deep.equal({ shown: [free], total: 1, hidden: 1 });
    expect(offeredTenants(tenants, { ...emptyForm, showAdded: true })).to.deep.equal({ shown: tenants, total: 2, hidden: 0 });
  });

  it('finds by name, domain and id, and by account', () => {
    const found = (find: string) => offeredTenants(tenants, { ...emptyForm, showAdded: true, find }).shown;
    expect(found('TENANT 1')).to.deep.equal([free]);
    expect(found('domain2.example')).to.deep.equal([added]);
    expect(found(added.tenantId)).to.deep.equal([added]);
    expect(offeredTenants(tenants, { ...emptyForm, partnerAccountId: 'another' }).total).to.equal(0);
  });

  it('shows at most 50 and counts all', () => {
    const many = Array.from({ length: 60 }, (_, index) => makeTenant(index + 1));
    const { shown, total } = offeredTenants(many, emptyForm);
    expect([shown.length, total]).to.deep.equal([50, 60]);
  });

  it('drops what another field contradicts, and only that', () => {
    const form = { ...emptyForm, company: makeCompany(1), tenant: free };
    expect(changeForm(form, { psaConnectionId: 'halo' })).to.deep.include({ company: undefined, tenant: free });
    expect(changeForm(form, { psaConnectionId: 'cw' })).to.deep.include({ company: makeCompany(1) });
    expect(changeForm(form, { partnerAccountId: 'another' })).to.deep.include({ company: makeCompany(1), tenant: undefined });
    expect(changeForm({ ...form, tenant: added, showAdded: true }, { showAdded: false }).tenant).to.equal(undefined);
  });

  it('saves a first link, and a further one beside the others with the version seen', () => {
    const base = { psaConnectionId: 'cw', companyId: '1', origin: 'manual' };
    expect(toSaveRow({ ...emptyForm, company: makeCompany(1), tenant: free })).to.deep.equal({ ...base, action: 'link', tenantId: free.tenantId, baseVersion: 0 });
    expect(toSaveRow({ ...emptyForm, company: makeCompany(1), tenant: added, partnerAccountId: 'direct' })).to.deep.equal({
      ...base,
      action: 'link-also',
      tenantId: added.tenantId,
      baseVersion: 4,
      partnerAccountId: 'direct',
    });
  });

  it('sends nothing while a choice is missing or the link exists', () => {
    expect(toSaveRow({ ...emptyForm, tenant: free })).to.equal(undefined);
    expect(toSaveRow({ ...emptyForm, company: makeCompany(1) })).to.equal(undefined);
    const again = { ...emptyForm, tenant: added, company: makeCompany(20) };
    expect([isLinkedAlready(again), toSaveRow(again)]).to.deep.equal([true, undefined]);
    expect(isLinkedAlready({ ...again, company: makeCompany(20, 'halo') })).to.equal(false);
  });

  it('offers no company that is a mere guess', () => {
    const { candidates } = makeSuggestion(1, 'matched', [makeCompany(1)]);
    expect(firstOpinion({ outcome: 'unmatched', candidates })).to.equal(undefined);
    expect(firstOpinion({ outcome: 'needs-review', candidates })).to.equal(candidates[0]);
  });

  describe('secondOpinion', () => {
    const best = makeCompany(1);
    const chosen = { ...emptyForm, tenant: free, company: makeCompany(2) };
    const { candidates } = makeSuggestion(1, 'matched', [best, makeCompany(2)]);
    const low = candidates.map((candidate) => ({ ...candidate, confidence: { score: 0.4, band: 'low' as const } }));

    it('names the company that auto-map is sure of, where another one is chosen', () => {
      expect(secondOpinion(chosen, { outcome: 'matched', candidates })?.company).to.deep.equal(best);
    });

    it('is silent while auto-map is unsure, agrees, or nothing is chosen', () => {
      expect(secondOpinion(chosen, { outcome: 'needs-review', candidates })).to.equal(undefined);
      expect(secondOpinion(chosen, { outcome: 'matched', candidates: low })).to.equal(undefined);
      expect(secondOpinion(chosen, { outcome: 'matched', candidates: [] })).to.equal(undefined);
      expect(secondOpinion({ ...chosen, company: best }, { outcome: 'matched', candidates })).to.equal(undefined);
      expect(secondOpinion({ ...chosen, company: undefined }, { outcome: 'matched', candidates })).to.equal(undefined);
    });

    it('does not offer what is linked already', () => {
      const linked = makeTenant(1, [{ company: best, version: 1 }]);
      expect(secondOpinion({ ...chosen, tenant: linked }, { outcome: 'matched', candidates })).to.equal(undefined);
    });
  });
});
