import { z } from 'zod';
import { parseTenantId, type TenantId } from '../../../services/domain/ids.js';
import { toSearchText } from '../../../services/domain/toSearchText.js';
import type { CandidateView, TenantRow } from '../../../services/index.js';
import { addCompanyWords } from '../addCompany/addCompanyWords.js';
import { tenantChoice } from '../addCompany/choices.js';
import { findTenantRows } from '../addCompany/findTenantRows.js';
import { choiceList, textInput } from '../cards/addStepCard.js';
import { heading, makeCard, notice, paragraph, type Card } from '../cards/card.js';
import { execute } from '../cards/cardAction.js';
import type { CardAction, ChatTools, Command, Turn } from '../chatTools.js';
import { dealCase } from './dealCase.js';
import { reviewWords } from './reviewWords.js';

type Purpose = 'link' | 'ignore';
const shownTenants = 8;
const shownCompanies = 5;
const namedSchema = z.looseObject({ purpose: z.enum(['link', 'ignore']).catch('link'), query: z.string().max(200).catch(''), companyQuery: z.string().max(200).catch(''), tenantChoice: z.string().max(100).catch('') });
/** "Nordwind to Nordwind AG", in any of the languages. */
const between = /\s+(?:to|with|zu|mit|à|aan|met|a|con|->|=>|=)\s+/gi;

/** "link TENANT to COMPANY": shows the pair, and saves nothing by itself. */
export function linkCommand(tools: ChatTools): Omit<Command, 'name'> {
  return {
    role: 'mapper',
    async run(turn, argument) {
      const rows = await tools.services.listTenants(turn.caller);
      const parts = [...argument.matchAll(between)].map(({ index, 0: word }) => [argument.slice(0, index), argument.slice(index + word.length)] as const);
      for (const [tenant, company] of parts) {
        if (hitsOf(rows, tenant).length > 0 && (await companiesLike(tools, turn, company)).length > 0) return nameTenant(tools, turn, { purpose: 'link', query: tenant, companyQuery: company });
      }
      const [query, companyQuery] = parts[0] ?? [argument, ''];
      return nameTenant(tools, turn, { purpose: 'link', query, companyQuery });
    },
  };
}

/** "ignore TENANT": likewise. */
export function ignoreCommand(tools: ChatTools): Omit<Command, 'name'> {
  return { role: 'mapper', run: (turn, query) => nameTenant(tools, turn, { purpose: 'ignore', query, companyQuery: '' }) };
}

/** The button of the cards that ask which tenant is meant. */
export function nameTenantAction(tools: ChatTools): CardAction {
  return {
    verb: 'name-tenant',
    role: 'mapper',
    async run(turn, data) {
      const { tenantChoice: value, ...named } = namedSchema.parse(data);
      const tenantId = parseTenantId(value);
      return { kind: 'card', isResult: false, card: tenantId ? await confirm(tools, turn, tenantId, named) : await nameTenant(tools, turn, named) };
    },
  };
}

type Named = { readonly purpose: Purpose; readonly query: string; readonly companyQuery: string };

async function nameTenant(tools: ChatTools, turn: Turn, named: Named): Promise<Card> {
  const words = reviewWords[turn.language];
  const { purpose, query } = named;
  if (query.trim() === '') return askCard(turn, named, '');
  const found = hitsOf(await tools.services.listTenants(turn.caller), query);
  const [best, ...others] = found;
  if (!best) return askCard(turn, named, words.noTenant(query.slice(0, 60)));
  const isExact = toSearchText(best.name) === toSearchText(query) && !others.some(({ name }) => toSearchText(name) === toSearchText(query));
  if (others.length === 0 || isExact) return confirm(tools, turn, best.tenantId, named);
  return makeCard(
    [heading(words.whichTenant), choiceList('tenantChoice', purpose === 'ignore' ? words.ignoreTitle : words.linkTitle, found.slice(0, shownTenants).map((row) => ({ ...tenantChoice(turn.language, row), value: row.tenantId })), '')],
    [execute(words.next, 'name-tenant', named, { style: 'positive' })],
  );
}

async function confirm(tools: ChatTools, turn: Turn, tenantId: TenantId, { purpose, companyQuery }: Omit<Named, 'query'>): Promise<Card> {
  if (companyQuery.trim() === '') return dealCase(tools, turn, tenantId, { purpose });
  const candidates = await companiesLike(tools, turn, companyQuery);
  if (candidates.length === 0) return dealCase(tools, turn, tenantId, { purpose, problem: reviewWords[turn.language].noCompany(companyQuery.slice(0, 60)) });
  return dealCase(tools, turn, tenantId, { purpose, candidates });
}

function askCard({ language }: Turn, { purpose, query, companyQuery }: Named, problem: string): Card {
  const words = reviewWords[language];
  const form = addCompanyWords[language];
  return makeCard(
    [
      heading(purpose === 'link' ? words.linkTitle : words.ignoreTitle),
      ...(problem === '' ? [] : [notice(problem)]),
      paragraph(purpose === 'link' ? words.linkHow : words.ignoreHow),
      textInput('query', form.tenant, form.tenantQuery, query.slice(0, 100)),
      ...(purpose === 'link' ? [textInput('companyQuery', form.company, form.companyQuery, companyQuery.slice(0, 100))] : []),
    ],
    [execute(words.search, 'name-tenant', { purpose }, { style: 'positive' })],
  );
}

function hitsOf(rows: readonly TenantRow[], query: string): TenantRow[] {
  return query.trim() === '' ? [] : findTenantRows(rows, { query, partnerAccountId: '', showAlreadyAdded: true, likeName: '' });
}

async function companiesLike({ services }: ChatTools, { caller }: Turn, query: string): Promise<CandidateView[]> {
  if (query.trim() === '') return [];
  const { companies } = await services.searchCompanies(caller, { query, limit: shownCompanies });
  const isExact = (name: string) => toSearchText(name) === toSearchText(query);
  const exact = companies.filter(({ name }) => isExact(name));
  return (exact.length === 1 ? exact : companies).map((company) => ({ company, confidence: { score: 0, band: 'low' }, evidence: [] }));
}
