import type { CompanyView, TenantRow } from '../../../services/index.js';
import { textInput } from '../cards/addStepCard.js';
import { choiceText, heading, makeCard, paragraph, plain, shorten, type Card, type CardElement } from '../cards/card.js';
import { execute } from '../cards/cardAction.js';
import { countText, formatList } from '../language/formats.js';
import type { Language } from '../language/language.js';
import { findWords } from './findWords.js';

/** Asks for the name that a command lacks. */
export function askNameCard(language: Language, command: 'find' | 'why'): Card {
  const words = findWords[language];
  return makeCard([heading(command === 'find' ? words.findTitle : words.whyTitle), textInput('argument', words.name, words.nameHint, '')], [execute(words.search, 'command', { command }, { style: 'positive' })]);
}

export type Found = { readonly query: string; readonly tenants: readonly TenantRow[]; readonly tenantTotal: number; readonly companies: readonly CompanyView[]; readonly companyTotal: number };

/** Best first, each with where it stands. The first tenant without a company can be decided from here. */
export function foundCard(language: Language, { query, tenants, tenantTotal, companies, companyTotal }: Found): Card {
  const words = findWords[language];
  const open = tenants.find(({ units }) => units.every((unit) => unit.links.length === 0));
  const nothing = tenantTotal + companyTotal === 0;
  return makeCard(
    [
      heading(words.findTitle),
      plain(nothing ? words.nothing(query) : words.hits(query)),
      ...section(language, words.tenants, tenants.map((row) => tenantLine(language, row)), tenantTotal),
      ...section(language, words.companies, companies.map((company) => companyLine(language, company)), companyTotal),
    ],
    [...(open ? [execute(`${words.decide}: ${choiceText(open.name, 30)}`, 'name-tenant', { purpose: 'link', tenantChoice: open.tenantId })] : []), ...(nothing ? [execute(words.whyTitle, 'command', { command: 'why', argument: query })] : [])],
  );
}

function section(language: Language, title: string, lines: readonly CardElement[], total: number): CardElement[] {
  if (lines.length === 0) return [];
  const hidden = total - lines.length;
  return [paragraph(`**${title}**`, { spacing: 'Medium' }), ...lines, ...(hidden > 0 ? [paragraph(countText(language, hidden, findWords[language].more), { isSubtle: true, size: 'Small' })] : [])];
}

/** The name stands out; Markdown is not read in text runs. */
function line(name: string, rest: readonly string[]): CardElement {
  const parts = rest.map((part) => shorten(part, 120)).filter((part) => part !== '');
  return { type: 'RichTextBlock', spacing: 'Small', inlines: [{ type: 'TextRun', text: shorten(name, 80) || '–', weight: 'Bolder' }, { type: 'TextRun', text: parts.length === 0 ? ' ' : ` · ${parts.join(' · ')}` }] };
}

function tenantLine(language: Language, { name, domain, units }: TenantRow): CardElement {
  const words = findWords[language];
  const companies = units.flatMap(({ links }) => links.map(({ companyName }) => shorten(companyName, 60)));
  return line(name, [domain, companies.length === 0 ? words.notLinked : words.linkedTo(formatList(language, companies.slice(0, 3)))]);
}

function companyLine(language: Language, { name, city, companyId, psaName, tenantCount }: CompanyView): CardElement {
  const words = findWords[language];
  return line(name, [city, `#${companyId}`, psaName, tenantCount === 0 ? words.noTenants : countText(language, tenantCount, words.tenantCount)]);
}

const shownSubjects = 7;
const shownSentences = 5;

/** Each subject stands apart from the one before. */
function explanation({ name, detail, sentences }: Explained, index: number): CardElement[] {
  const apart = index === 0 ? {} : { spacing: 'Medium', separator: true };
  return [{ ...line(name, [detail]), ...apart }, ...sentences.slice(0, shownSentences).map((sentence) => ({ ...plain(shorten(sentence, 160)), spacing: 'Small' }))];
}

/** One subject and what is to be said of it, in whole sentences. */
export type Explained = { readonly name: string; readonly detail: string; readonly sentences: readonly string[] };

export function whyCard(language: Language, query: string, { explained, lists, open }: { readonly explained: readonly Explained[]; /** On the lists; '' when they are beyond doubt. */ readonly lists: string; readonly open: TenantRow | undefined }): Card {
  const words = findWords[language];
  return makeCard(
    [
      heading(words.whyTitle),
      ...(explained.length === 0 ? [plain(words.nothing(query))] : explained.slice(0, shownSubjects).flatMap(explanation)),
      ...(lists === '' ? [] : [plain(lists, { isSubtle: true })]),
    ],
    open ? [execute(`${words.decide}: ${choiceText(open.name, 30)}`, 'name-tenant', { purpose: 'link', tenantChoice: open.tenantId })] : [],
  );
}
