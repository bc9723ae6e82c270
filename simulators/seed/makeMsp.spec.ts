import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { Company } from '../../services/domain/company.js';
import { parseTenantId, type CompanyId, type PsaConnectionId, type TenantId } from '../../services/domain/ids.js';
import type { MatchOutcome } from '../../services/domain/match.js';
import type { Tenant } from '../../services/domain/tenant.js';
import { nothingKnown } from '../../services/matching/known.js';
import { matchTenants } from '../../services/matching/matchTenants.js';
import { makeMsp } from './makeMsp.js';
import type { Msp, MspCompany, MspTenant } from './msp.js';

const listed = (msp: Msp): MspTenant[] => msp.partnerAccounts.flatMap(({ tenants }) => tenants);
const distinct = (msp: Msp): MspTenant[] => [...new Map(listed(msp).map((tenant) => [tenant.tenantId, tenant])).values()];
const psaNames = ['connectWise', 'haloPsa'] as const;

function toCompany(psa: string, company: MspCompany): Company {
  return { ...company, psaConnectionId: psa as PsaConnectionId, companyId: String(company.id) as CompanyId, isActive: !company.isInactive, tenantIds: company.tenantIds as TenantId[] };
}

describe('makeMsp', () => {
  const msp = makeMsp();
  const tenants = distinct(msp);
  const companies = psaNames.flatMap((psa) => (msp[psa] ?? []).map((company) => ({ psa, company })));
  const share = (count: number, all: number) => count / all;

  it('makes the same world every time, and another one from another seed', () => {
    const digest = (world: Msp) => createHash('sha256').update(JSON.stringify(world)).digest('hex');
    expect(digest(makeMsp())).to.equal(digest(msp));
    expect(digest(makeMsp({ seed: 2 }))).not.to.equal(digest(msp));
  });

  it('has the sizes asked for', () => {
    expect([tenants.length, companies.length]).to.deep.equal([300, 800]);
    const small = makeMsp({ tenants: 50, companies: 20 });
    expect([distinct(small).length, (small.connectWise?.length ?? 0) + (small.haloPsa?.length ?? 0)]).to.deep.equal([50, 20]);
  });

  it('has two partner accounts, some tenants in both', () => {
    expect(msp.partnerAccounts.map(({ id }) => id)).to.deep.equal(['main', 'acquired']);
    expect(share(msp.partnerAccounts[0]?.tenants.length ?? 0, tenants.length)).to.be.within(0.5, 0.7);
    expect(listed(msp).length - tenants.length).to.be.within(4, 20);
  });

  it('has ids that are well formed and unique', () => {
    for (const { tenantId } of tenants) expect(parseTenantId(tenantId)).to.equal(tenantId);
    for (const psa of psaNames) expect(new Set(msp[psa]?.map(({ id }) => id)).size).to.equal(msp[psa]?.length);
  });

  it('is as messy as real ones', () => {
    expect(share(tenants.filter(({ domain }) => domain.endsWith('.onmicrosoft.com')).length, tenants.length)).to.be.within(0.25, 0.45);
    expect(share(companies.filter(({ company }) => company.website === '').length, companies.length)).to.be.within(0.35, 0.5);
    expect(share(tenants.filter(({ tenantId }) => msp.truth[tenantId] === null).length, tenants.length)).to.be.within(0.18, 0.22);
    expect(tenants.some(({ name }) => name === 'Default Directory')).to.equal(true);
    expect(tenants.some(({ domain }) => domain.startsWith('netorgft'))).to.equal(true);
    expect(new Set(tenants.map(({ relationship }) => relationship))).to.deep.equal(new Set(['reseller', 'advisor', 'none']));
    for (const mess of [({ isDeleted }: MspCompany) => isDeleted, ({ isInactive }: MspCompany) => isInactive, ({ status }: MspCompany) => status === 'Prospect', ({ name }: MspCompany) => name.includes('(OLD)'), ({ name }: MspCompany) => name.includes('<img'), ({ tenantIds }: MspCompany) => tenantIds.length > 0]) {
      expect(companies.some(({ company }) => mess(company))).to.equal(true);
    }
  });

  it('cuts names in ConnectWise at 50 characters', () => {
    const lengths = (psa: 'connectWise' | 'haloPsa') => Math.max(...(msp[psa] ?? []).map(({ name }) => name.length));
    expect(lengths('connectWise')).to.equal(50);
    expect(lengths('haloPsa')).to.be.above(50);
  });

  it('tells the truth: every linked company exists and is in use', () => {
    for (const { tenantId } of tenants) {
      const link = msp.truth[tenantId];
      expect(link).not.to.equal(undefined);
      const company = link && msp[link.psa]?.find(({ id }) => String(id) === link.companyId);
      if (link) expect(company).to.include({ isDeleted: false, isInactive: false });
    }
    expect(Object.keys(msp.truth)).to.have.length(tenants.length);
  });

  it('leaves auto-map something to match, to ask and to give up on', async () => {
    const outcomes = await matchTenants(
      tenants.map((tenant): Tenant => ({ tenantId: tenant.tenantId as TenantId, name: tenant.name, domain: tenant.domain, sources: [] })),
      companies.filter(({ company }) => !company.isDeleted).map(({ psa, company }) => toCompany(psa, company)),
      nothingKnown,
    );
    const isRight = (outcome: MatchOutcome) => {
      const link = msp.truth[outcome.tenantId];
      const best = outcome.kind === 'already-mapped' ? undefined : outcome.candidates[0];
      return link ? best?.psaConnectionId === link.psa && best.companyId === link.companyId : false;
    };
    const accepted = outcomes.filter(({ kind }) => kind === 'matched');
    const right = accepted.filter(isRight);
    const linked = Object.values(msp.truth).filter((link) => link !== null);
    expect(share(right.length, accepted.length)).to.be.at.least(0.99);
    expect(share(right.length, linked.length)).to.be.at.least(0.75);
    expect(outcomes.filter(({ kind }) => kind === 'needs-review').length).to.be.at.least(15);
    expect(outcomes.filter(({ kind }) => kind === 'unmatched').length).to.be.at.least(15);
  });
});
