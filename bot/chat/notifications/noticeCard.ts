import type { TenantId } from '../../../services/domain/ids.js';
import type { Fact, Suggestion } from '../../../services/index.js';
import { heading, localTime, makeCard, paragraph, plain, shorten, type Card, type CardElement } from '../cards/card.js';
import { commandButton, openUrl } from '../cards/cardAction.js';
import { statusWords } from '../cards/statusWords.js';
import { countText, formatNumber, formatPercent } from '../language/formats.js';
import type { Language } from '../language/language.js';
import { acceptButton } from './acceptCard.js';
import { noticeWords } from './noticeWords.js';

type FactOf<Kind extends Fact['kind']> = Extract<Fact, { readonly kind: Kind }>;
export type NoticeParts = {
  readonly facts: readonly Fact[];
  /** Of the tenants that are shown. */
  readonly suggestions: ReadonlyMap<TenantId, Suggestion>;
  /** The actions of their "Link" buttons; none where the readers may not link. */
  readonly acceptIds: ReadonlyMap<TenantId, string>;
  readonly bulkLink: string;
  readonly driftLink: string;
};

/** More than these would bury the rest. */
const shownLines = 6;
const shownTenants = 4;
const nameLength = 80;

/** The new tenants that a notice shows one by one. */
export function tenantsShown(facts: readonly Fact[]): FactOf<'new-tenant'>[] {
  return ofKind(facts, 'new-tenant').slice(0, shownTenants);
}

/** What is new since the conversation was told last, in one card. */
export function noticeCard(language: Language, parts: NoticeParts): Card {
  const words = noticeWords[language];
  const { facts, bulkLink, driftLink } = parts;
  const [tenants, changes] = [ofKind(facts, 'new-tenant'), ofKind(facts, 'drift')];
  return makeCard(
    [heading(words.title), ...tenantSection(language, parts), ...driftSection(language, changes), ...problemSection(language, ofKind(facts, 'sync-problem')), ...finishedSection(language, facts)],
    [
      ...(tenants.length > 0 ? [openUrl(words.reviewInTab, bulkLink)] : []),
      ...(changes.length > 0 ? [openUrl(words.seeChanges, driftLink)] : []),
      commandButton(language, 'notify', words.settings),
    ],
  );
}

/** One line that says most, for where no card fits. */
export function noticeSummary(language: Language, facts: readonly Fact[]): string {
  const words = noticeWords[language];
  const counted = ([['new-tenant', words.newTenants], ['drift', words.changes], ['sync-problem', words.problems]] as const).flatMap(([kind, texts]) => {
    const count = ofKind(facts, kind).length;
    return count > 0 ? [countText(language, count, texts)] : [];
  });
  return [words.title, counted.length > 0 ? counted.join('; ') : words.finished].join(': ');
}

function tenantSection(language: Language, { facts, suggestions, acceptIds }: NoticeParts): CardElement[] {
  const words = noticeWords[language];
  const all = ofKind(facts, 'new-tenant');
  if (all.length === 0) return [];
  const shown = tenantsShown(facts);
  return [
    title(countText(language, all.length, words.newTenants)),
    ...shown.map((tenant): CardElement => {
      const { tenantId, name, domain } = tenant;
      const suggestion = suggestions.get(tenantId);
      const [actionId, best] = [acceptIds.get(tenantId), suggestion?.candidates[0]];
      return {
        type: 'Container',
        spacing: 'Medium',
        items: [
          plain(domain === '' ? short(name) : `${short(name)} (${short(domain)})`, { weight: 'Bolder' }),
          { ...plain(suggestionSentence(language, suggestion)), spacing: 'None' },
          ...(actionId && best ? [{ type: 'ActionSet', spacing: 'Small', actions: [acceptButton(language, best.company.name, actionId)] }] : []),
        ],
      };
    }),
    ...more(language, all.length - shown.length),
  ];
}

function suggestionSentence(language: Language, suggestion: Suggestion | undefined): string {
  const words = noticeWords[language];
  const [best] = suggestion?.candidates ?? [];
  if (!suggestion || !best || suggestion.kind === 'unmatched') return words.noneFits;
  if (suggestion.kind !== 'matched') return words.toReview;
  return words.fits(short(best.company.name), short(best.company.psaName), formatPercent(language, best.confidence.score));
}

function driftSection(language: Language, changes: readonly FactOf<'drift'>[]): CardElement[] {
  const words = noticeWords[language];
  return section(language, countText(language, changes.length, words.changes), changes, ({ drift, tenantName, companyName, psaName, nameThen, now }) => [plain(words.drift[drift]({ tenant: short(tenantName), company: short(companyName), psa: short(psaName), then: short(nameThen), now: short(now) }))]);
}

function problemSection(language: Language, problems: readonly FactOf<'sync-problem'>[]): CardElement[] {
  const words = noticeWords[language];
  const { lastComplete, neverComplete } = statusWords[language];
  return section(language, countText(language, problems.length, words.problems), problems, ({ state, sourceName, why, completeAt }) => [
    plain(`⚠ ${words[state](short(sourceName))}${language === 'en' && why !== '' ? ` ${shorten(why, 200)}` : ''}`),
    paragraph(completeAt === null ? neverComplete : lastComplete(localTime(completeAt)), { isSubtle: true, size: 'Small', spacing: 'None' }),
  ]);
}

function finishedSection(language: Language, facts: readonly Fact[]): CardElement[] {
  const words = noticeWords[language];
  const number = (value: number) => formatNumber(language, value);
  const lines = [
    ...ofKind(facts, 'long-sync').map(({ sourceName, minutes, received }) => words.longSync(short(sourceName), number(minutes), number(received))),
    ...ofKind(facts, 'big-save').map(({ personName, added, changed, removed }) => words.bigSave(short(personName), number(added), number(changed), number(removed))),
  ];
  return section(language, words.finished, lines, (line) => [plain(line)]);
}

function section<Row>(language: Language, text: string, rows: readonly Row[], draw: (row: Row) => readonly CardElement[]): CardElement[] {
  if (rows.length === 0) return [];
  return [title(text), ...rows.slice(0, shownLines).map((row): CardElement => ({ type: 'Container', spacing: 'Small', items: draw(row) })), ...more(language, rows.length - shownLines)];
}

function title(text: string): CardElement {
  return paragraph(text, { weight: 'Bolder', spacing: 'Large', separator: true });
}

function more(language: Language, count: number): CardElement[] {
  return count > 0 ? [paragraph(countText(language, count, noticeWords[language].more), { isSubtle: true, spacing: 'Small' })] : [];
}

function ofKind<Kind extends Fact['kind']>(facts: readonly Fact[], kind: Kind): FactOf<Kind>[] {
  return facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind);
}

function short(name: string): string {
  return shorten(name, nameLength) || '–';
}
