import { expect } from 'chai';
import { someCompany } from '../../test/support/matchSamples.js';
import type { Company } from '../domain/company.js';
import { createToldCompanies } from './toldCompanies.js';

const company = (id: number, facts: Parameters<typeof someCompany>[1] = {}) => someCompany(`Company ${id}`, { companyId: String(id), ...facts });
const change = async (known: readonly Company[], companies: readonly Company[]) => {
  const told = createToldCompanies();
  told.note({ changed: known, removed: [] });
  const changes = await told.compare(companies);
  told.note(changes);
  expect(await told.compare(companies)).to.deep.equal({ changed: [], removed: [] });
  expect(told.size).to.equal(companies.length);
  const { changed, removed } = changes;
  return { changed: changed.map(({ companyId }) => companyId), removed: removed.map(({ companyId }) => companyId) };
};

describe('toldCompanies', () => {
  it('finds what is new, other and gone', async () => {
    const known = [company(1), company(2), company(3)];
    expect(await change(known, [company(2), company(3, { city: 'Lund' }), company(4)])).to.deep.equal({ changed: ['3', '4'], removed: ['1'] });
  });

  it('sees a change in a list, and none in a copy', async () => {
    expect(await change([company(1, { emailDomains: ['a.example'] })], [company(1, { emailDomains: ['a.example'] })])).to.deep.equal({ changed: [], removed: [] });
    expect(await change([company(1, { emailDomains: ['a.example'] })], [company(1, { emailDomains: ['b.example'] })])).to.deep.equal({ changed: ['1'], removed: [] });
  });

  it('tells companies of two PSAs apart', async () => {
    expect(await change([company(1)], [company(1, { psaConnectionId: 'other' })])).to.deep.equal({ changed: ['1'], removed: ['1'] });
  });

  it('goes from nothing to everything and back', async () => {
    expect(await change([], [company(1), company(2)])).to.deep.equal({ changed: ['1', '2'], removed: [] });
    expect(await change([company(1), company(2)], [])).to.deep.equal({ changed: [], removed: ['1', '2'] });
  });
});
