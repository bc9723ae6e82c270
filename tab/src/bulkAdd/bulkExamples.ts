import type { Suggestion } from '../../../contracts/autoMap.js';
import { companyView, type CompanyView } from '../../../contracts/companies.js';
import { suggestion as suggestionSchema } from '../../../contracts/autoMap.js';
import { tenantRow, type TenantRow } from '../../../contracts/tenants.js';
import { person } from '../../../contracts/values.js';
import { emptyBulkState, bulkReducer, type BulkState } from './bulkState.js';

/** Who decides in the specs. */
export const me = person.parse({ userId: '00000000-0000-4000-8000-0000000000aa', name: 'Demo Mapper' });

/** Small made-up rows for specs, parsed by the contracts so that they cannot drift from them. */
export function makeCompany(id: number, psaConnectionId = 'cw'): CompanyView {
  const known = { psaConnectionId, psaName: psaConnectionId === 'cw' ? 'ConnectWise' : 'HaloPSA', companyId: String(id), name: `Company ${id}` };
  return companyView.parse({ ...known, identifier: `C${id}`, city: 'Leeds', website: '', status: 'Active', isActive: true, tenantCount: 0 });
}

export function makeTenant(id: number, linked: readonly { readonly company: CompanyView; readonly version: number }[] = []): TenantRow {
  const units = linked.map(({ company, version }) => ({
    psaConnectionId: company.psaConnectionId,
    version,
    links: [{ companyId: company.companyId, companyName: company.name }],
  }));
  const sources = [{ partnerAccountId: 'direct', accountName: 'Direct', relationship: 'reseller', listedBy: ['partner-center'] }];
  return tenantRow.parse({ tenantId: tenantIdOf(id), name: `Tenant ${id}`, domain: `domain${id}.example`, sources, units });
}

export function makeSuggestion(id: number, kind: Suggestion['kind'], companies: readonly CompanyView[]): Suggestion {
  const candidates = companies.map((company, index) => ({ company, confidence: { score: 0.97 - index / 10, band: 'certain' }, evidence: [{ kind: 'same-name' }] }));
  return suggestionSchema.parse({ tenantId: tenantIdOf(id), kind, candidates, doubts: [] });
}

export function makeState(tenants: readonly TenantRow[], suggestions: readonly Suggestion[] = []): BulkState {
  return bulkReducer(bulkReducer(emptyBulkState(me), { kind: 'tenants-read', tenants }), { kind: 'suggestions-came', suggestions });
}

function tenantIdOf(id: number): string {
  return `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
}
