import type { Company } from '../../domain/company.js';
import { parseTenantId, type CompanyId, type PsaConnectionId, type TenantId } from '../../domain/ids.js';
import { emailDomainsOf } from '../../runtime/emailDomain.js';
import { cleanText } from '../../runtime/freeText.js';
import { userDefinedFieldNames, type CompanyRow, type ContactRow } from './schema.js';

/** What a company row only refers to. */
export type ConnectWiseContext = {
  readonly psaConnectionId: PsaConnectionId;
  /** Ids of the statuses that mean "inactive"; their names are each instance's own. */
  readonly inactiveStatusIds: ReadonlySet<string>;
  readonly vendorTypeIds: ReadonlySet<string>;
  readonly emailDomains: ReadonlyMap<string, readonly string[]>;
};

export function toCompany(row: CompanyRow, { psaConnectionId, inactiveStatusIds, emailDomains }: ConnectWiseContext): Company {
  return {
    psaConnectionId,
    companyId: row.id as CompanyId,
    name: row.name,
    identifier: row.identifier,
    website: row.website,
    emailDomains: emailDomains.get(row.id) ?? [],
    city: row.city,
    phone: row.phoneNumber,
    status: row.status?.name ?? '',
    isActive: !row.status || !inactiveStatusIds.has(row.status.id),
    tenantIds: tenantIdsOf(row),
  };
}

/** Customers and the like take part. A vendor that is also a customer does; without any type the vendor flag decides. */
export function takesPart({ types, isVendorFlag, deletedFlag }: CompanyRow, { vendorTypeIds }: ConnectWiseContext): boolean {
  if (deletedFlag) return false;
  return types.length === 0 ? !isVendorFlag : !types.every(({ id }) => vendorTypeIds.has(id));
}

/** Per company id, the domains of its contacts' e-mail addresses. */
export function emailDomainsByCompany(contacts: readonly ContactRow[]): Map<string, readonly string[]> {
  const addresses = new Map<string, string[]>();
  for (const { company, communicationItems } of contacts) {
    if (!company) continue;
    const known = addresses.get(company.id) ?? [];
    known.push(...communicationItems.filter(({ communicationType }) => communicationType === 'Email').map(({ value }) => value));
    addresses.set(company.id, known);
  }
  return new Map([...addresses].map(([companyId, emails]) => [companyId, emailDomainsOf(emails)]));
}

/** A field may hold several, with commas, semicolons or spaces between. */
function tenantIdsOf(row: CompanyRow): TenantId[] {
  const custom = row.customFields.flatMap(({ value }) => (typeof value === 'string' ? [cleanText(value)] : []));
  const texts = [...custom, ...userDefinedFieldNames.map((name) => row[name])];
  return [...new Set(texts.flatMap((text) => text.split(/[\s,;]+/)).map((part) => parseTenantId(part)).filter((tenantId) => tenantId !== undefined))];
}
