import type { CompanyKey } from '../domain/company.js';
import { pairText, type Known } from './known.js';
import type { Settled } from './judge.js';
import type { TenantProfile } from './lookup/profile.js';
import { readName } from './names/readName.js';

/** Looks up what people settled about a tenant. */
export function settledBy({ aliases, rejected }: Known): (tenant: TenantProfile) => Settled {
  const rejectedTexts = new Set(rejected.map(pairText));
  const byName = new Map<string, CompanyKey[]>();
  for (const { name, psaConnectionId, companyId } of aliases) {
    const reading = readName(name, true);
    if (reading.isGeneric) continue;
    const companies = byName.get(reading.key) ?? [];
    companies.push({ psaConnectionId, companyId });
    byName.set(reading.key, companies);
  }
  return ({ tenant, name }) => ({
    aliases: byName.get(name.key) ?? [],
    isRejected: (company) => rejectedTexts.size > 0 && rejectedTexts.has(pairText({ ...company, tenantId: tenant.tenantId })),
  });
}
