import { expect } from 'chai';
import fc from 'fast-check';
import type { CompanyId, PsaConnectionId } from '../../../services/domain/ids.js';
import { psaOne, psaTwo, tenantId } from '../../../test/support/testOrganization.js';
import { companyValue, isLinkedAnywhere, isSameChoice, parseCompanyValue, parseTenantValue, tenantValue } from './choiceValues.js';

const link = { companyId: '1' as CompanyId, companyName: 'x' };

describe('choiceValues', () => {
  it('carry any company id there and back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/), fc.string({ minLength: 1 }), (psa, id) => {
        const key = { psaConnectionId: psa as PsaConnectionId, companyId: id as CompanyId };
        expect(parseCompanyValue(companyValue(key))).to.deep.equal(key);
      }),
    );
  });

  it('carry what was seen of a tenant there and back', () => {
    const units = [
      { psaConnectionId: psaOne, version: 3, links: [link, link] },
      { psaConnectionId: psaTwo, version: 12, links: [] },
    ];
    const seen = parseTenantValue(tenantValue({ tenantId: tenantId(7), units }));
    expect(seen?.tenantId).to.equal(tenantId(7));
    expect([...(seen?.units ?? [])]).to.deep.equal([
      [psaOne, { version: 3, isLinked: true }],
      [psaTwo, { version: 12, isLinked: false }],
    ]);
    expect(seen && isLinkedAnywhere(seen)).to.equal(true);
    expect(parseTenantValue(tenantValue({ tenantId: tenantId(7), units: [] }))?.units.size).to.equal(0);
  });

  for (const value of ['', '|', 'psa|', '|1', 'psa']) it(`refuse ${JSON.stringify(value)} as a company`, () => expect(parseCompanyValue(value)).to.equal(undefined));
  for (const value of ['', 'x|', `${tenantId(1)}|psa`, `${tenantId(1)}|psa:-1:0`, `${tenantId(1)}|psa:1:0:9`, `${tenantId(1)}|psa:1e9:1`, `${tenantId(1)}x|`]) {
    it(`refuse ${JSON.stringify(value)} as a tenant`, () => expect(parseTenantValue(value)).to.equal(undefined));
  }

  it('know one tenant in two versions as the same', () => {
    expect(isSameChoice(`${tenantId(1)}|psa:1:0`, `${tenantId(1)}|psa:2:1`)).to.equal(true);
    expect(isSameChoice(`${tenantId(1)}|`, `${tenantId(2)}|`)).to.equal(false);
    expect(isSameChoice('psa|1', 'psa|12')).to.equal(false);
  });
});
