import type { Company } from '../../domain/company.js';
import { parseTenantId, type CompanyId, type PsaConnectionId, type TenantId } from '../../domain/ids.js';
import { emailDomainsOf } from '../../runtime/emailDomain.js';
import { cleanText } from '../../runtime/freeText.js';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import { userDefinedFieldNames, type CompanyRow, type ContactRow, type ParticipationRow } from './schema.js';

/** What a company row only refers to. */
export type ConnectWiseContext = {
  readonly psaConnectionId: PsaConnectionId;
  /** Ids of the statuses that mean "inactive". */
  readonly inactiveStatusIds: ReadonlySet<string>;
  /** Ids of the types that take no part, such as vendors. */
  readonly otherTypeIds: ReadonlySet<string>;
  readonly emailDomains: ReadonlyMap<string, readonly string[]>;
};

/** One for all who have none: lists are long. */
const none: readonly never[] = [];

export function toCompany(row: CompanyRow, context: Omit<ConnectWiseContext, 'otherTypeIds'>): Company {
  const { psaConnectionId, emailDomains } = context;
  return {
    psaConnectionId,
    companyId: row.id as CompanyId,
    name: row.name,
    identifier: row.identifier,
    website: row.website,
    emailDomains: emailDomains.get(row.id) ?? none,
    city: row.city,
    phone: row.phoneNumber,
    status: row.status?.name ?? '',
    isActive: isActive(row, context),
    tenantIds: tenantIdsOf(row),
  };
}

/** A vendor that is also a customer is listed. Without any type the vendor flag decides. */
export function isListed({ types, isVendorFlag, deletedFlag }: ParticipationRow, { otherTypeIds }: Pick<ConnectWiseContext, 'otherTypeIds'>): boolean {
  if (deletedFlag) return false;
  return types.length === 0 ? !isVendorFlag : !types.every(({ id }) => otherTypeIds.has(id));
}

export function isActive({ status }: ParticipationRow, { inactiveStatusIds }: Pick<ConnectWiseContext, 'inactiveStatusIds'>): boolean {
  return !status || !inactiveStatusIds.has(status.id);
}

export type ContactDomains = { readonly id: string; readonly companyId: string | null; readonly domains: readonly string[] };

/** All that is needed of a contact: whose it is, and the domains of its e-mail addresses. */
export function toContactDomains({ id, company, communicationItems }: ContactRow): ContactDomains {
  return { id, companyId: company?.id ?? null, domains: emailDomainsOf(communicationItems.filter(({ communicationType }) => communicationType === 'Email').map(({ value }) => value)) };
}

const contactsPerTurn = 5000;

/** Each domain once per company. Gives way to other work every few milliseconds. */
export async function domainsByCompany(contacts: readonly ContactDomains[]): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const [index, { companyId, domains }] of contacts.entries()) {
    if (index % contactsPerTurn === contactsPerTurn - 1) await yieldTurn();
    if (companyId === null || domains.length === 0) continue;
    const known = found.get(companyId);
    found.set(companyId, known ? [...new Set([...known, ...domains])] : domains);
  }
  return found;
}

const shortestTenantId = 36;

/** A field may hold several, with commas, semicolons or spaces between. */
function tenantIdsOf(row: CompanyRow): readonly TenantId[] {
  const custom = row.customFields.map(({ value }) => (typeof value === 'string' && value.length >= shortestTenantId ? cleanText(value) : ''));
  const texts = [...custom, ...userDefinedFieldNames.map((name) => row[name])].filter((text) => text.length >= shortestTenantId);
  if (texts.length === 0) return none;
  return [...new Set(texts.flatMap((text) => text.split(/[\s,;]+/)).map((part) => parseTenantId(part)).filter((tenantId) => tenantId !== undefined))];
}
