import { addCompanyWords, type Searched } from '../addCompany/addCompanyWords.js';
import type { Choice, Choices } from '../addCompany/choices.js';
import type { AddDraft } from '../addCompany/draft.js';
import type { Step } from '../addCompany/steps.js';
import { countText, formatNumber } from '../language/formats.js';
import type { Language } from '../language/language.js';
import { addedToggle } from './addCompanyCard.js';
import { facts, heading, makeCard, notice, paragraph, plain, type Card, type CardElement } from './card.js';
import { execute, openUrl } from './cardAction.js';

export type AddStep = {
  readonly step: Step;
  readonly position: { readonly number: number; readonly of: number };
  readonly draft: AddDraft;
  /** What is settled so far, by name. */
  readonly chosen: readonly (readonly [label: string, value: string])[];
  /** Of `psa` and `account` all, of the searches the best. */
  readonly offered: Choices;
  /** The tab's page for the same, which shows as many as there are. */
  readonly addLink: string;
  /** '' when there is none. */
  readonly problem: string;
};

/** One question of "add company", for clients without typeahead. */
export function addStepCard(language: Language, given: AddStep): Card {
  const { position, chosen, problem } = given;
  const words = addCompanyWords[language];
  const counted = paragraph(words.step(position.number, position.of), { isSubtle: true, size: 'Small', spacing: 'None' });
  return makeCard([heading(words.title), counted, ...(problem === '' ? [] : [notice(problem)]), ...facts(chosen), ...question(language, given)], buttons(language, given));
}

function question(language: Language, { step, draft, offered }: AddStep): CardElement[] {
  const words = addCompanyWords[language];
  switch (step) {
    case 'psa':
      return [choiceList('psaConnectionId', words.whichPsa, offered.choices, draft.psaConnectionId)];
    case 'account':
      return [choiceList('partnerAccountId', words.whichAccount, offered.choices, draft.partnerAccountId)];
    case 'company':
      return [textInput('companyQuery', words.company, words.companyQuery, draft.companyQuery), ...hits(language, { id: 'companyChoice', what: 'companies', offered, query: draft.companyQuery, value: draft.companyChoice })];
    case 'tenant':
      return [
        textInput('tenantQuery', words.tenant, words.tenantQuery, draft.tenantQuery),
        addedToggle(language, draft),
        ...hits(language, { id: 'tenantChoice', what: 'tenants', offered, query: draft.tenantQuery, value: draft.tenantChoice }),
      ];
    case 'confirm':
      return [paragraph(words.confirm)];
  }
}

/** What a search found, as a list to choose from, or why there is none. */
export type Hits = { readonly id: string; readonly what: Searched; readonly offered: Choices; readonly query: string; readonly value: string };

export function hits(language: Language, { id, what, offered, query, value }: Hits): CardElement[] {
  const words = addCompanyWords[language];
  const { choices, total, hidden } = offered;
  const wanted = query.trim().slice(0, 60);
  const isSearch = wanted !== '';
  if (choices.length === 0) {
    const hint = hidden === 0 ? words.changeText : countText(language, hidden, words.hiddenFit);
    return [plain(isSearch ? `${words.noneFit[what](wanted)} ${hint}` : words.noneAtAll[what])];
  }
  const counted = words.someOf[what](formatNumber(language, choices.length), formatNumber(language, total));
  const more = total > choices.length ? [paragraph(`${counted} ${isSearch ? words.typeMore : words.typePart}`, { isSubtle: true, size: 'Small' })] : [];
  return [choiceList(id, (isSearch ? words.best : words.first)[what], choices, value), ...more];
}

export function choiceList(id: string, label: string, choices: readonly Choice[], value: string): CardElement {
  return { type: 'Input.ChoiceSet', id, label, style: 'expanded', wrap: true, choices, ...(choices.some((choice) => choice.value === value) ? { value } : {}) };
}

export function textInput(id: string, label: string, placeholder: string, value: string): CardElement {
  return { type: 'Input.Text', id, label, placeholder, maxLength: 100, ...(value === '' ? {} : { value }) };
}

/** For a search with more hits than are shown; else none. */
export function openWhereAllAre(language: Language, { total, choices }: Pick<Choices, 'total' | 'choices'>, link: string): CardElement[] {
  return total > choices.length ? [openUrl(addCompanyWords[language].openInTab, link)] : [];
}

function buttons(language: Language, { step, draft, offered, addLink }: AddStep): CardElement[] {
  const words = addCompanyWords[language];
  const data = { ...draft, step };
  const canSearch = step === 'company' || step === 'tenant';
  return [
    ...(canSearch ? [execute(words.search, 'add-search', data)] : []),
    step === 'confirm' ? execute(words.save, 'add-save', { ...draft, from: 'steps' }, { style: 'positive' }) : execute(words.next, 'add-next', data, { style: 'positive' }),
    execute(words.back, 'add-back', data),
    execute(words.cancel, 'add-cancel', data),
    ...openWhereAllAre(language, offered, addLink),
  ];
}
