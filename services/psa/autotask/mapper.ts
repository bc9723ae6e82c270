import type { Company } from '../../domain/company.js';
import { parseTenantId, type CompanyId, type PsaConnectionId, type TenantId } from '../../domain/ids.js';
import type { HeldBack } from '../../domain/sync.js';
import { emailDomainsOf } from '../../runtime/emailDomain.js';
import { cleanText } from '../../runtime/freeText.js';
import { system } from './refusal.js';
import type { CompanyTypes } from './companyTypes.js';
import type { CompanyRow, ContactRow } from './schema.js';

export type AutotaskContext = {
  readonly psaConnectionId: PsaConnectionId;
  readonly types: CompanyTypes;
  readonly emailDomains: ReadonlyMap<string, readonly string[]>;
};

export function toCompany(row: CompanyRow, { psaConnectionId, types, emailDomains }: AutotaskContext): Company {
  const isActive = row.isActive && !types.endedIds.has(row.companyType);
  return {
    psaConnectionId,
    companyId: row.id as CompanyId,
    name: row.companyName,
    identifier: row.companyNumber,
    website: row.webAddress,
    emailDomains: emailDomains.get(row.id) ?? [],
    city: row.city,
    phone: row.phone,
    status: row.isActive ? typeName(row, types) : 'Inactive',
    isActive,
    tenantIds: tenantIdsOf(row),
  };
}

export function isListed({ companyType }: CompanyRow, { types }: Pick<AutotaskContext, 'types'>): boolean {
  return !types.otherIds.has(companyType);
}

/** Why a company is not listed. */
export function toHeldBack({ id, companyName, companyType }: Pick<CompanyRow, 'id' | 'companyName' | 'companyType'>, { psaConnectionId, types }: Pick<AutotaskContext, 'psaConnectionId' | 'types'>): HeldBack {
  const label = types.kinds.find((kind) => kind.id === companyType)?.name ?? companyType;
  return { psaConnectionId, companyId: id as CompanyId, name: companyName, why: `Its type "${label}" in Autotask takes no part.`, facts: [{ code: 'types-left-out', system, types: [label] }] };
}

/** Per company id, the domains of its contacts' e-mail addresses, each once. */
export function domainsByCompany(contacts: readonly ContactRow[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { companyID, emailAddress, emailAddress2, emailAddress3 } of contacts) {
    const domains = emailDomainsOf([emailAddress, emailAddress2, emailAddress3]);
    if (companyID && domains.length > 0) found.set(companyID, [...new Set([...(found.get(companyID) ?? []), ...domains])]);
  }
  return found;
}

/** Autotask knows only active and inactive; the type tells people more. */
function typeName({ companyType }: CompanyRow, { kinds }: CompanyTypes): string {
  return kinds.find(({ id }) => id === companyType)?.name || 'Active';
}

/** A field may hold several, with commas, semicolons or spaces between. */
export function tenantIdsOf({ userDefinedFields }: CompanyRow): TenantId[] {
  const texts = userDefinedFields.flatMap(({ value }) => (typeof value === 'string' ? cleanText(value).split(/[\s,;]+/) : []));
  return [...new Set(texts.map((text) => parseTenantId(text)).filter((tenantId) => tenantId !== undefined))];
}
