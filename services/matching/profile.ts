import type { Company } from '../domain/company.js';
import type { Tenant } from '../domain/tenant.js';
import { foldText, foldUmlauts } from './foldText.js';
import { readDomain, readDomains, type DomainReading } from './readDomain.js';
import { readName, type NameReading } from './readName.js';

export type TenantProfile = { readonly tenant: Tenant; readonly name: NameReading; readonly domain: DomainReading; /** '' for none. */ readonly labelKey: string };

export type CompanyProfile = {
  readonly company: Company;
  readonly name: NameReading;
  readonly domains: readonly DomainReading[];
  /** Short names that a domain might be made of: its domains' labels, its name with and without legal form, its identifier. */
  readonly labelKeys: ReadonlySet<string>;
  readonly isDead: boolean;
};

export function profileTenant(tenant: Tenant): TenantProfile {
  const domain = readDomain(tenant.domain);
  // Some tenants bear their domain as a name.
  const nameAsDomain = /^[^\s@]+\.[^\s@.]+$/.test(tenant.name.trim()) ? readDomain(tenant.name) : undefined;
  const name = readName(tenant.name);
  return { tenant, name: nameAsDomain?.domain ? { ...name, bareKey: labelKey(nameAsDomain.label) } : name, domain: domain.domain || !nameAsDomain?.domain ? domain : nameAsDomain, labelKey: labelKey(domain.label) };
}

export function profileCompany(company: Company): CompanyProfile {
  const name = readName(company.name);
  const domains = readDomains([company.website, ...company.emailDomains]);
  const legal = foldText(name.legalForm).replace(/[^a-z]/g, '');
  const labelKeys = new Set([...domains.map(({ label }) => labelKey(label)), name.key, name.key + legal, labelKey(company.identifier)].filter((key) => key.length > 2));
  return { company, name, domains, labelKeys, isDead: !company.isActive || name.isDead };
}

const labelKey = (label: string) => foldUmlauts(foldText(label.slice(0, 100)).replace(/[^\p{L}\p{N}]/gu, '').replace(/^the(?=.{4})/, ''));
