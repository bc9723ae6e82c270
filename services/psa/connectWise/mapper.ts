import type { Company } from '../../domain/company.js';
import { parseTenantId, type CompanyId, type PsaConnectionId, type TenantId } from '../../domain/ids.js';
import type { HeldBack } from '../../domain/sync.js';
import { emailDomainsOf } from '../../runtime/emailDomain.js';
import { cleanText } from '../../runtime/freeText.js';
import { system } from './discovery.js';
import { userDefinedFieldNames, type CompanyRow, type ContactRow, type ParticipationRow } from './schema.js';

/** What a company row only refers to. */
export type ConnectWiseContext = {
  readonly psaConnectionId: PsaConnectionId;
  /** Ids of the statuses that mean "inactive". */
  readonly inactiveStatusIds: ReadonlySet<string>;
  /** Ids of the types that take no part, such as vendors. */
  readonly otherTypeIds: ReadonlySet<string>;
  /** By company id. */
  readonly emailDomains: ReadonlyMap<string, readonly string[]>;
};

/** One for all who have none: lists are long. */
const none: readonly never[] = [];

/** Without `emailDomains` there are none yet. */
export function toCompany(row: CompanyRow, context: Pick<ConnectWiseContext, 'psaConnectionId' | 'inactiveStatusIds'> & { readonly emailDomains?: ConnectWiseContext['emailDomains'] }): Company {
  const { psaConnectionId, emailDomains } = context;
  return {
    psaConnectionId,
    companyId: row.id as CompanyId,
    name: row.name,
    identifier: row.identifier,
    website: row.website,
    emailDomains: emailDomains?.get(row.id) ?? none,
    city: row.city,
    phone: row.phoneNumber,
    status: [row.status?.name ?? '', ...row.types.map(({ name }) => name)].filter((name) => name !== '').join(', '),
    isActive: isActive(row, context),
    tenantIds: tenantIdsOf(row),
  };
}

/** A vendor that is also a customer is listed. Without any type the vendor flag decides. */
export function isListed({ types, isVendorFlag, deletedFlag }: ParticipationRow, { otherTypeIds }: Pick<ConnectWiseContext, 'otherTypeIds'>): boolean {
  if (deletedFlag) return false;
  return types.length === 0 ? !isVendorFlag : !types.every(({ id }) => otherTypeIds.has(id));
}

/** Why a company that is not deleted is not listed. */
export function toHeldBack({ id, name, types }: Pick<CompanyRow, 'id' | 'name' | 'types'>, psaConnectionId: PsaConnectionId): HeldBack {
  const row = { psaConnectionId, companyId: id as CompanyId, name };
  if (types.length === 0) return { ...row, why: 'ConnectWise marks it as a vendor.', facts: [{ code: 'marked-as-vendor', system }] };
  const names = types.map((type) => type.name);
  const quoted = names.map((text) => `"${text}"`).join(' and ');
  const why = `Its ${types.length === 1 ? 'type' : 'types'} ${quoted} in ConnectWise ${types.length === 1 ? 'takes' : 'take'} no part.`;
  return { ...row, why, facts: [{ code: 'types-left-out', system, types: names }] };
}

export function isActive({ status }: ParticipationRow, { inactiveStatusIds }: Pick<ConnectWiseContext, 'inactiveStatusIds'>): boolean {
  return !status || !inactiveStatusIds.has(status.id);
}

export type ContactDomains = { readonly id: string; readonly companyId: string | null; readonly domains: readonly string[] };

/** All that is needed of a contact: whose it is, and the domains of its e-mail addresses. */
export function toContactDomains({ id, company, communicationItems }: ContactRow): ContactDomains {
  return { id, companyId: company?.id ?? null, domains: emailDomainsOf(communicationItems.filter(({ communicationType }) => communicationType === 'Email').map(({ value }) => value)) };
}

/** Adds a contact's domains to those of its company, each once. */
export function addDomains(emailDomains: Map<string, readonly string[]>, { companyId, domains }: ContactDomains): void {
  if (companyId === null || domains.length === 0) return;
  const known = emailDomains.get(companyId);
  const added = known ? domains.filter((domain) => !known.includes(domain)) : domains;
  if (added.length > 0) emailDomains.set(companyId, known ? [...known, ...added] : added);
}

const shortestTenantId = 36;

/** A field may hold several, with commas, semicolons or spaces between. */
function tenantIdsOf(row: CompanyRow): readonly TenantId[] {
  const custom = row.customFields.map(({ value }) => (typeof value === 'string' && value.length >= shortestTenantId ? cleanText(value) : ''));
  const texts = [...custom, ...userDefinedFieldNames.map((name) => row[name])].filter((text) => text.length >= shortestTenantId);
  if (texts.length === 0) return none;
  return [...new Set(texts.flatMap((text) => text.split(/[\s,;]+/)).map((part) => parseTenantId(part)).filter((tenantId) => tenantId !== undefined))];
}
