import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Doubt, Evidence, MatchOutcome } from '../domain/match.js';
import { nothingKnown } from './known.js';
import { matchTenants } from './matchTenants.js';
import { someCompany, someTenant } from '../../test/support/matchSamples.js';

type GoldenCase = {
  readonly title: string;
  readonly tenant: { readonly name: string; readonly domain: string; readonly tenantId?: string };
  readonly companies: readonly ({ readonly id: string; readonly name: string } & Parameters<typeof someCompany>[1])[];
  readonly expected: { readonly kind: MatchOutcome['kind']; /** Of the best candidate. */ readonly companyId?: string; readonly doubts?: readonly Doubt[]; readonly evidence?: readonly Evidence['kind'][] };
};

const cases = JSON.parse(readFileSync(new URL('../../test/golden/matchingPairs.json', import.meta.url), 'utf8')) as readonly GoldenCase[];

describe('matching: golden pairs', () => {
  for (const { title, tenant, companies, expected } of cases) {
    it(`${expected.kind}: ${title}`, async () => {
      const tenants = [someTenant(tenant.name, tenant)];
      const [outcome] = await matchTenants(tenants, companies.map(({ id, ...company }) => someCompany(company.name, { ...company, companyId: id })), nothingKnown);
      if (!outcome || outcome.kind === 'already-mapped') throw new Error('no outcome');
      const said = JSON.stringify(outcome);
      expect(outcome.kind, said).to.equal(expected.kind);
      const [best] = outcome.candidates;
      if (expected.companyId) expect(best?.companyId, said).to.equal(expected.companyId);
      if (expected.doubts) expect(outcome.kind === 'needs-review' ? outcome.doubts : [], said).to.include.members([...expected.doubts]);
      if (expected.evidence) expect(best?.evidence.map(({ kind }) => kind) ?? [], said).to.include.members([...expected.evidence]);
    });
  }

  it('names every case once', () => {
    expect(new Set(cases.map(({ title }) => title)).size).to.equal(cases.length);
    expect(cases.length).to.be.at.least(40);
  });
});
