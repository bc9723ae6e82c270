import { expect } from 'chai';
import { aCaller, aCompany, aRow, aTenant, openTestOrganization, psaOne, psaTwo, tenantId, type TestOrganization } from '../../test/support/testOrganization.js';
import type { SuggestRequest, Suggestion } from './suggestMappings.js';

describe('suggestMappings', () => {
  let organization: TestOrganization;
  beforeEach(async () => {
    const tenants = [aTenant(1, { name: 'Quillstone Surveyors' }), aTenant(2, { name: 'Gatehouse Pharmacy 12' }), aTenant(3, { name: 'Nobody Knows' })];
    const companies = [aCompany(11, { name: 'Quillstone Surveyors' }), aCompany(12, { name: 'Gatehouse Pharmacy 21' }), aCompany(13, { psaConnectionId: psaTwo, name: 'Nobody Knows' })];
    organization = await openTestOrganization(tenants, companies);
  });
  afterEach(() => organization.close());

  async function suggest(request: SuggestRequest = {}) {
    const suggestions: Suggestion[] = [];
    const counts = await organization.services.suggestMappings(aCaller(), request, { onSuggestions: (batch) => suggestions.push(...batch) });
    return { counts, found: suggestions.map(({ tenantId: id, kind, candidates }) => `${Number(id.slice(0, 8))} ${kind} ${candidates[0]?.company.companyId ?? '-'}`).sort(), suggestions };
  }

  it('proposes, asks for review, and counts both', async () => {
    const { counts, found } = await suggest();
    expect(found).to.deep.equal(['1 matched 11', '2 needs-review 12', '3 matched 13']);
    expect(counts).to.deep.equal({ matched: 2, needsReview: 1, unmatched: 0, ignored: 0 });
  });

  it('gives reasons with their facts, and doubts', async () => {
    const review = (await suggest()).suggestions.find(({ kind }) => kind === 'needs-review');
    expect(review?.doubts).to.include('different-number');
    expect(review?.candidates[0]?.evidence[0]).to.have.property('kind');
  });

  it('keeps to the PSA connections that are named', async () => {
    expect((await suggest({ psaConnectionIds: [psaOne] })).found).to.deep.equal(['1 matched 11', '2 needs-review 12', '3 unmatched 11']);
  });

  it('leaves out tenants that have a company, unless they are named', async () => {
    await organization.services.saveMappings(aCaller(), { idempotencyKey: 'key-1', rows: [aRow(1, 11)] });
    expect((await suggest()).found).to.deep.equal(['2 needs-review 12', '3 matched 13']);
    const named = await suggest({ tenantIds: [tenantId(1)] });
    expect(named.found).to.deep.equal(['1 matched 11']);
    expect(named.suggestions[0]?.candidates[0]?.company.tenantCount).to.equal(1);
  });

  it('learns the name of a tenant that people linked, and lets no tenant be its own witness', async () => {
    await organization.close();
    organization = await openTestOrganization([aTenant(1, { name: 'Bluewicket', domain: 'one.onmicrosoft.com' }), aTenant(2, { name: 'Bluewicket', domain: 'two.onmicrosoft.com' })], [aCompany(11, { name: 'Stannard Foods' }), aCompany(12, { name: 'Cawdale Tiles' })]);
    expect((await suggest()).found).to.deep.equal(['1 unmatched -', '2 unmatched -']);
    await organization.services.saveMappings(aCaller(), { idempotencyKey: 'key-1', rows: [aRow(1, 11)] });
    const { found, suggestions } = await suggest();
    expect(found).to.deep.equal(['2 matched 11']);
    expect(suggestions[0]?.candidates[0]?.evidence.map(({ kind }) => kind)).to.include('alias');
    expect((await suggest({ tenantIds: [tenantId(1)] })).found).to.deep.equal(['1 unmatched -']);
  });
});
