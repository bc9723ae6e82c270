import { addCompanyWords } from '../addCompany/addCompanyWords.js';
import type { Choice } from '../addCompany/choices.js';
import type { AddDraft } from '../addCompany/draft.js';
import { addedToggle } from '../cards/addCompanyCard.js';
import { makeCard, notice, paragraph, type Card, type CardElement } from '../cards/card.js';
import type { Language } from '../language/language.js';
import { extensionWords } from './extensionWords.js';

export type LinkDialog = {
  readonly draft: AddDraft;
  /** '' when there is none. */
  readonly problem: string;
  /** The tenants are those that the message names. */
  readonly isNamed: boolean;
  readonly tenants: readonly Choice[];
  readonly companies: readonly Choice[];
};

/** A tenant and a company for it. In a dialog a button can only submit: universal actions and typeahead are for messages. */
export function linkDialogCard(language: Language, { draft, problem, isNamed, tenants, companies }: LinkDialog): Card {
  const [words, addWords] = [extensionWords[language], addCompanyWords[language]];
  const isSearch = draft.tenantQuery.trim() !== '';
  return makeCard(
    [
      ...(problem === '' ? [] : [notice(problem)]),
      ...(isSearch ? [] : [paragraph(isNamed ? words.foundTenants : words.noTenantNamed, { isSubtle: true })]),
      ...choiceList('tenantChoice', words.tenant, tenants, draft.tenantChoice, addWords.noneFit.tenants(draft.tenantQuery.trim().slice(0, 60))),
      textInput('tenantQuery', addWords.tenantQuery, draft.tenantQuery),
      addedToggle(language, draft),
      ...choiceList('companyChoice', words.company, companies, draft.companyChoice, draft.companyQuery.trim() === '' ? '' : addWords.noneFit.companies(draft.companyQuery.trim().slice(0, 60))),
      textInput('companyQuery', addWords.companyQuery, draft.companyQuery),
    ],
    [submit(addWords.search, { step: 'search', actionId: draft.actionId }), submit(words.link, { step: 'save', actionId: draft.actionId }, 'positive')],
  );
}

function choiceList(id: keyof AddDraft, label: string, choices: readonly Choice[], value: string, none: string): CardElement[] {
  if (choices.length === 0) return none === '' ? [] : [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: none }] }];
  return [{ type: 'Input.ChoiceSet', id, label, style: 'expanded', choices, wrap: true, ...(choices.some((choice) => choice.value === value) ? { value } : {}) }];
}

function textInput(id: keyof AddDraft, label: string, value: string): CardElement {
  return { type: 'Input.Text', id, label, maxLength: 100, ...(value === '' ? {} : { value }) };
}

function submit(title: string, data: Readonly<Record<string, unknown>>, style?: 'positive'): CardElement {
  return { type: 'Action.Submit', title, data, ...(style ? { style } : {}) };
}
