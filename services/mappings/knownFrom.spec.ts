import { expect } from 'chai';
import { aCaller, companyId, psaOne, tenantId } from '../../test/support/testOrganization.js';
import type { CompanyLink, MappingUnit } from '../domain/mapping.js';
import { knownFrom } from './knownFrom.js';

const link = (company: number, tenantNameThen: string): CompanyLink => ({ companyId: companyId(company), origin: 'manual', score: null, evidence: [], tenantNameThen, companyNameThen: '', decidedBy: aCaller().person, decidedAt: '2026-03-01T08:00:00.000Z' });
const units: MappingUnit[] = [
  { tenantId: tenantId(1), psaConnectionId: psaOne, version: 1, links: [link(11, 'Crow'), link(12, '')] },
  { tenantId: tenantId(2), psaConnectionId: psaOne, version: 2, links: [] },
];

describe('knownFrom', () => {
  it('tells every link, and the names that people linked', () => {
    expect(knownFrom(units)).to.deep.equal({
      mappings: [11, 12].map((company) => ({ tenantId: tenantId(1), psaConnectionId: psaOne, companyId: companyId(company) })),
      aliases: [{ name: 'Crow', psaConnectionId: psaOne, companyId: companyId(11) }],
      rejected: [],
    });
  });

  it('is silent on tenants that somebody asks about', () => {
    expect(knownFrom(units, new Set([tenantId(1)]))).to.deep.equal({ mappings: [], aliases: [], rejected: [] });
  });
});
