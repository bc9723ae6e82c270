import type { TenantRow } from '../../../services/index.js';
import { hits, openWhereAllAre, textInput, type Hits } from '../cards/addStepCard.js';
import { choiceText, facts, heading, makeCard, notice, paragraph, plain, shorten, type Card, type CardElement } from '../cards/card.js';
import { commandButton, execute, openUrl } from '../cards/cardAction.js';
import { resultWords } from '../cards/resultWords.js';
import { companyChoice } from '../addCompany/choices.js';
import { countText, formatList, formatPercent, leastShownScore } from '../language/formats.js';
import type { Language } from '../language/language.js';
import { doubtSentences, evidenceSentences } from '../language/matchWords.js';
import { addCompanyWords } from '../addCompany/addCompanyWords.js';
import { reviewWords } from './reviewWords.js';
import type { CaseTask, Progress, TenantCase } from './tenantCase.js';

export type CaseView = {
  readonly case: TenantCase;
  readonly purpose: CaseTask['purpose'];
  readonly actionId: string;
  /** For whom the card is renewed when they see it. */
  readonly userIds: readonly string[];
  readonly progress: Progress;
  readonly bulkLink: string;
  /** '' when there is none. */
  readonly problem: string;
};

/** One tenant to decide. Auto-map's proposal is chosen already where it is sure; else a person must choose. */
export function caseCard(language: Language, { case: given, purpose, actionId, userIds, progress, bulkLink, problem }: CaseView): Card {
  const words = reviewWords[language];
  const { row, candidates, doubts, kind } = given;
  const isIgnore = purpose === 'ignore';
  const linkedTo = row.units.flatMap((unit) => unit.links.map(({ companyName }) => companyName));
  const data = { actionId };
  const companyPart = isIgnore ? [] : [...candidateList(language, given, kind === 'matched' && purpose === 'review'), ...(candidates.length === 0 ? [paragraph(words.noCandidate)] : doubtSentences(language, doubts).map((doubt) => plain(doubt, { isSubtle: true })))];
  const card = makeCard(
    [
      heading(purpose === 'review' ? words.title : isIgnore ? words.ignoreTitle : words.linkTitle),
      ...(problem === '' ? [] : [notice(problem)]),
      ...tenantFacts(language, row),
      ...(linkedTo.length > 0 ? [notice(`${words.linkedNow(formatList(language, linkedTo.slice(0, 3)))}${purpose === 'link' ? ` ${words.replaces}` : ''}`)] : []),
      ...companyPart,
      ...(isIgnore ? [{ type: 'Input.Text', id: 'reason', label: words.reason, placeholder: words.reasonHint, maxLength: 200 }] : []),
      ...(purpose === 'review' ? [progressLine(language, progress)] : []),
    ],
    [
      ...(isIgnore || candidates.length === 0 ? [] : [execute(words.link, 'decide-link', data, { style: 'positive' })]),
      ...(isIgnore ? [] : [execute(words.other, 'review-other', data)]),
      ...(purpose === 'link' ? [] : [execute(words.ignore, 'decide-ignore', data)]),
      ...(purpose === 'review' && candidates.length > 0 ? [execute(words.notThis, 'decide-reject', data)] : []),
      ...(purpose === 'review' ? [execute(words.skip, 'review-skip', data), openUrl(addCompanyWords[language].openInTab, bulkLink)] : [execute(words.cancel, 'review-cancel', data)]),
    ],
  );
  return withRefresh(language, card, actionId, userIds);
}

/** Teams asks for the card again when one of these people sees it: it may have been decided elsewhere, and they read it in their own language. */
export function withRefresh(language: Language, card: Card, actionId: string, userIds: readonly string[]): Card {
  return { ...card, refresh: { action: { type: 'Action.Execute', title: reviewWords[language].refresh, verb: 'review-refresh', data: { actionId } }, userIds: userIds.slice(0, 60) } };
}

/** One candidate stands by itself, several are to choose from; each with its reasons. */
function candidateList(language: Language, { candidates }: TenantCase, isChosen: boolean): CardElement[] {
  const words = reviewWords[language];
  const [only, ...others] = candidates;
  if (!only) return [];
  if (others.length === 0) {
    return [paragraph(`**${words.bestCompany}**`, { spacing: 'Medium' }), { ...plain(companyChoice(language, only.company, true).title, { weight: 'Bolder' }), spacing: 'Small' }, ...surenessLine(language, only.confidence.score), ...reasonLines(evidenceSentences(language, only.evidence))];
  }
  const choices = candidates.map(({ company, confidence, evidence }, index) => ({
    value: String(index),
    title: choiceText([companyChoice(language, company, true).title, sureness(language, confidence.score), ...evidenceSentences(language, evidence.slice(0, 2))].filter((text) => text !== '').join(' – '), 320),
  }));
  return [{ type: 'Input.ChoiceSet', id: 'candidate', label: words.companies, style: 'expanded', wrap: true, choices, ...(isChosen ? { value: '0' } : {}) }];
}

/** '' where there is none to tell. */
function sureness(language: Language, score: number): string {
  return score >= leastShownScore ? reviewWords[language].sure(formatPercent(language, score)) : '';
}

function surenessLine(language: Language, score: number): CardElement[] {
  const text = sureness(language, score);
  return text === '' ? [] : [{ ...plain(text, { isSubtle: true }), spacing: 'None' }];
}

function reasonLines(reasons: readonly string[]): CardElement[] {
  return reasons.slice(0, 4).map((reason) => ({ ...plain(`• ${shorten(reason, 200)}`), spacing: 'Small' }));
}

/** "Other …": any company, found by typing a part of its name. */
export function otherCompanyCard(language: Language, { row, actionId, search, bulkLink, problem }: { readonly row: TenantRow; readonly actionId: string; readonly search: Hits; readonly bulkLink: string; readonly problem: string }): Card {
  const words = reviewWords[language];
  const form = addCompanyWords[language];
  return makeCard(
    [heading(words.title), ...(problem === '' ? [] : [notice(problem)]), ...tenantFacts(language, row), textInput('companyQuery', form.company, form.companyQuery, search.query), ...hits(language, search)],
    [execute(words.search, 'review-other', { actionId }), execute(words.link, 'decide-link', { actionId }, { style: 'positive' }), execute(words.back, 'review-back', { actionId }, { sendsInputs: false }), ...openWhereAllAre(language, search.offered, bulkLink)],
  );
}

/** Nothing waits any more. */
export function allDoneCard(language: Language, progress: Progress): Card {
  const words = reviewWords[language];
  return makeCard([heading(words.allDone), paragraph(words.allDoneText), progressLine(language, progress)], [commandButton(language, 'status'), commandButton(language, 'history')]);
}

/** A sentence in the place of a card that has come to an end. */
export function endedCard(title: string, sentence: string): Card {
  return makeCard([heading(title), plain(sentence)]);
}

export function tenantFacts(language: Language, { name, domain }: Pick<TenantRow, 'name' | 'domain'>): CardElement[] {
  return facts([[resultWords[language].tenant, domain === '' ? name : `${name} (${domain})`]]);
}

export function progressLine(language: Language, { left, decidedToday }: Progress): CardElement {
  const words = reviewWords[language];
  return paragraph(`${countText(language, left, words.left)}, ${countText(language, decidedToday, words.decidedToday)}`, { isSubtle: true, size: 'Small', spacing: 'Medium' });
}
