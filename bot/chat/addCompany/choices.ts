import type { Caller } from '../../../services/domain/organization.js';
import type { PsaConnectionId } from '../../../services/domain/ids.js';
import type { CompanyView, ConnectionList, Services, TenantRow } from '../../../services/index.js';
import type { CompanyKey } from '../../../services/domain/company.js';
import { choiceText, shorten } from '../cards/card.js';
import type { Turn } from '../chatTools.js';
import { formatNumber } from '../language/formats.js';
import type { Language } from '../language/language.js';
import { addCompanyWords } from './addCompanyWords.js';
import { companyValue, parseCompanyValue, parseTenantValue, tenantValue } from './choiceValues.js';
import type { AddDraft } from './draft.js';
import { findTenantRows } from './findTenantRows.js';

/** One line of a picker. */
export type Choice = { readonly title: string; readonly value: string };
export type Choices = {
  readonly choices: Choice[];
  /** How many fit in all. */
  readonly total: number;
  /** How many more would fit if already added tenants were shown. */
  readonly hidden: number;
};

export function sourceChoices({ psaConnections, partnerAccounts }: ConnectionList): { psas: Choice[]; accounts: Choice[] } {
  return {
    psas: psaConnections.map(({ psaConnectionId, name }) => ({ title: choiceText(name, 80), value: psaConnectionId })),
    accounts: partnerAccounts.map(({ partnerAccountId, name }) => ({ title: choiceText(name, 80), value: partnerAccountId })),
  };
}

type Reading = { readonly services: Services; readonly turn: Turn; readonly draft: AddDraft; readonly limit: number };

/** Best first, of the chosen PSA or of all. */
export async function companyChoices({ services, turn: { caller, language }, draft, limit }: Reading): Promise<Choices> {
  const psaConnectionId = draft.psaConnectionId === '' ? undefined : (draft.psaConnectionId as PsaConnectionId);
  const { companies, total } = await services.searchCompanies(caller, { query: draft.companyQuery, psaConnectionId, limit });
  return { choices: companies.map((company) => companyChoice(language, company, psaConnectionId === undefined)), total, hidden: 0 };
}

export async function findCompany(services: Services, caller: Caller, key: CompanyKey): Promise<CompanyView | undefined> {
  const { companies } = await services.searchCompanies(caller, { query: key.companyId, psaConnectionId: key.psaConnectionId, limit: 100 });
  return companies.find((company) => company.companyId === key.companyId);
}

/** Best first. Already added tenants only where they are asked for. Without a query, tenants that share words with the chosen company come first. */
export async function tenantChoices({ services, turn: { caller, language }, draft, limit }: Reading): Promise<Choices> {
  const companyKey = parseCompanyValue(draft.companyChoice);
  const [rows, company] = await Promise.all([services.listTenants(caller), companyKey && draft.tenantQuery === '' ? findCompany(services, caller, companyKey) : undefined]);
  const { partnerAccountId, showAlreadyAdded } = draft;
  const find = (showsAll: boolean) => findTenantRows(rows, { query: draft.tenantQuery, partnerAccountId, showAlreadyAdded: showsAll, likeName: company?.name ?? '' });
  const hits = find(showAlreadyAdded);
  return { choices: hits.slice(0, limit).map((row) => tenantChoice(language, row)), total: hits.length, hidden: find(true).length - hits.length };
}

/** The chosen ones as they are now, so that a card which is shown again still names them. */
export async function chosenChoices({ services, turn: { caller, language }, draft }: Omit<Reading, 'limit'>): Promise<{ company: Choice | undefined; tenant: Choice | undefined }> {
  const companyKey = parseCompanyValue(draft.companyChoice);
  const seen = parseTenantValue(draft.tenantChoice);
  const [company, rows] = await Promise.all([companyKey ? findCompany(services, caller, companyKey) : undefined, seen ? services.listTenants(caller) : []]);
  const row = rows.find(({ tenantId }) => tenantId === seen?.tenantId);
  // The value stays the one that was seen: it says what the decision was based on.
  return { company: company && companyChoice(language, company, true), tenant: row && { ...tenantChoice(language, row), value: draft.tenantChoice } };
}

/** City and id tell companies of one name apart. */
export function companyChoice(language: Language, company: CompanyView, namesPsa: boolean): Choice {
  const words = addCompanyWords[language];
  const { name, city, companyId, isActive, status, psaName } = company;
  const parts = [shorten(name, 60) || words.noName, shorten(city, 30), `#${shorten(companyId, 24)}`, isActive ? '' : shorten(status, 20) || words.inactive, namesPsa ? shorten(psaName, 30) : ''];
  return { title: choiceText(parts.filter((part) => part !== '').join(' · '), 150), value: companyValue(company) };
}

/** The domain and the end of the id tell tenants of one name apart. */
export function tenantChoice(language: Language, row: TenantRow): Choice {
  const words = addCompanyWords[language];
  const linkedTo = row.units.flatMap((unit) => unit.links.map((link) => link.companyName));
  const more = linkedTo.length > 1 ? ` +${formatNumber(language, linkedTo.length - 1)}` : '';
  const parts = [shorten(row.name, 50) || words.noName, shorten(row.domain, 40), `…${row.tenantId.slice(-6)}`, linkedTo.length === 0 ? '' : words.linkedTo(`${shorten(linkedTo[0] ?? '', 30)}${more}`)];
  return { title: choiceText(parts.filter((part) => part !== '').join(' · '), 150), value: tenantValue(row) };
}
