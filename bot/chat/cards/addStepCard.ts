import type { Choice, Choices } from '../addCompany/choices.js';
import type { AddDraft } from '../addCompany/draft.js';
import type { Step } from '../addCompany/steps.js';
import { addedToggle } from './addCompanyCard.js';
import { facts, heading, makeCard, notice, paragraph, plain, type Card, type CardElement } from './card.js';
import { execute } from './cardAction.js';

export type AddStep = {
  readonly step: Step;
  readonly position: { readonly number: number; readonly of: number };
  readonly draft: AddDraft;
  /** What is settled so far, by name. */
  readonly chosen: readonly (readonly [label: string, value: string])[];
  /** Of `psa` and `account` all, of the searches the best. */
  readonly offered: Choices;
  /** '' when there is none. */
  readonly problem: string;
};

/** One question of "add company", for clients without typeahead. */
export function addStepCard(given: AddStep): Card {
  const { step, position, chosen, problem } = given;
  return makeCard(
    [heading('Add company'), paragraph(`Step ${position.number} of ${position.of}`, { isSubtle: true, size: 'Small', spacing: 'None' }), ...(problem === '' ? [] : [notice(problem)]), ...facts(chosen), ...question(given)],
    buttons(step, given.draft),
  );
}

function question({ step, draft, offered }: AddStep): CardElement[] {
  switch (step) {
    case 'psa':
      return [choiceList('psaConnectionId', 'Which PSA?', offered.choices, draft.psaConnectionId)];
    case 'account':
      return [choiceList('partnerAccountId', 'Which Microsoft Partner Center account?', offered.choices, draft.partnerAccountId)];
    case 'company':
      return [textInput('companyQuery', 'PSA company', 'Part of its name, domain, city or id', draft.companyQuery), ...hits('companyChoice', 'companies', offered, draft.companyQuery, draft.companyChoice)];
    case 'tenant':
      return [
        textInput('tenantQuery', 'Customer tenant', 'Part of its name, domain or tenant id', draft.tenantQuery),
        addedToggle(draft),
        ...hits('tenantChoice', 'tenants', offered, draft.tenantQuery, draft.tenantChoice),
      ];
    case 'confirm':
      return [paragraph('Save this link?')];
  }
}

function hits(id: keyof AddDraft, what: string, offered: Choices, query: string, value: string): CardElement[] {
  const { choices, total } = offered;
  const isSearch = query.trim() !== '';
  if (choices.length === 0) return [plain(isSearch ? nothingFits(what, query.trim().slice(0, 60), offered.hidden) : `There are no ${what} to choose from.`)];
  const more = total > choices.length ? [paragraph(`${choices.length} of ${total} ${what}. Type ${isSearch ? 'more' : 'a part of the name and search'} to narrow them down.`, { isSubtle: true, size: 'Small' })] : [];
  return [choiceList(id, `${isSearch ? 'Best' : 'First'} ${what}`, choices, value), ...more];
}

function nothingFits(what: string, query: string, hidden: number): string {
  const hint = hidden === 0 ? 'Change the text and search again.' : `${hidden} already added ${hidden === 1 ? 'one does' : 'ones do'}: turn on "Show already added tenants" and search again.`;
  return `No ${what} fit "${query}". ${hint}`;
}

function choiceList(id: keyof AddDraft, label: string, choices: readonly Choice[], value: string): CardElement {
  return { type: 'Input.ChoiceSet', id, label, style: 'expanded', wrap: true, choices, ...(choices.some((choice) => choice.value === value) ? { value } : {}) };
}

function textInput(id: keyof AddDraft, label: string, placeholder: string, value: string): CardElement {
  return { type: 'Input.Text', id, label, placeholder, maxLength: 100, ...(value === '' ? {} : { value }) };
}

function buttons(step: Step, draft: AddDraft): CardElement[] {
  const data = { ...draft, step };
  const canSearch = step === 'company' || step === 'tenant';
  return [
    ...(canSearch ? [execute('Search', 'add-search', data)] : []),
    step === 'confirm' ? execute('Save', 'add-save', { ...draft, from: 'steps' }, { style: 'positive' }) : execute('Next', 'add-next', data, { style: 'positive' }),
    execute('Back', 'add-back', data),
    execute('Cancel', 'add-cancel', data),
  ];
}
