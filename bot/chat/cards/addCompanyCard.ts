import type { AddDraft } from '../addCompany/draft.js';
import { addCompanyWords } from '../addCompany/addCompanyWords.js';
import type { Choice } from '../addCompany/choices.js';
import type { Language } from '../language/language.js';
import { heading, makeCard, notice, paragraph, type Card, type CardElement } from './card.js';
import { execute, openUrl } from './cardAction.js';
import { statusWords } from './statusWords.js';

export type AddCompanyForm = {
  readonly draft: AddDraft;
  /** Asked for only when there is more than one. */
  readonly psas: readonly Choice[];
  readonly accounts: readonly Choice[];
  /** Shown before anything is typed, and all there is where clients have no typeahead. */
  readonly companies: readonly Choice[];
  readonly tenants: readonly Choice[];
  readonly bulkLink: string;
  /** The tab's page for the same; null where the card can show all that there is. */
  readonly addLink: string | null;
  /** '' when there is none. */
  readonly problem: string;
};

/** "add company": the four choices of the tab's Company Details on one card. */
export function addCompanyCard(language: Language, { draft, psas, accounts, companies, tenants, bulkLink, addLink, problem }: AddCompanyForm): Card {
  const words = addCompanyWords[language];
  return makeCard(
    [
      heading(words.title),
      ...(problem === '' ? [] : [notice(problem)]),
      ...(psas.length > 1 ? [picker({ id: 'psaConnectionId', label: words.psa, placeholder: words.anyPsa, choices: psas, value: draft.psaConnectionId, resets: 'companyChoice' })] : []),
      typeahead({ id: 'companyChoice', label: words.company, placeholder: words.companyHint, choices: companies, value: draft.companyChoice, dataset: 'companies' }),
      ...(accounts.length > 1
        ? [picker({ id: 'partnerAccountId', label: words.account, placeholder: words.anyAccount, choices: accounts, value: draft.partnerAccountId, resets: 'tenantChoice' })]
        : []),
      typeahead({ id: 'tenantChoice', label: words.tenant, placeholder: words.tenantHint, choices: tenants, value: draft.tenantChoice, dataset: 'tenants' }),
      addedToggle(language, draft),
      paragraph(words.noTypeahead, { isSubtle: true, size: 'Small' }),
    ],
    [
      execute(words.save, 'add-save', { ...draft, from: 'form' }, { style: 'positive' }),
      execute(words.searchWithout, 'add-steps', draft),
      openUrl(statusWords[language].bulkAdd, bulkLink),
      ...(addLink === null ? [] : [openUrl(words.openInTab, addLink)]),
      execute(words.cancel, 'add-cancel', { ...draft, step: 'form' }),
    ],
  );
}

export function addedToggle(language: Language, { showAlreadyAdded }: AddDraft): CardElement {
  return { type: 'Input.Toggle', id: 'showAlreadyAdded', title: addCompanyWords[language].showAdded, value: String(showAlreadyAdded), wrap: true, valueChangedAction: { type: 'Action.ResetInputs', targetInputIds: ['tenantChoice'] } };
}

type Picker = { readonly id: keyof AddDraft; readonly label: string; readonly placeholder: string; readonly choices: readonly Choice[]; readonly value: string };

function picker({ resets, ...rest }: Picker & { readonly resets: keyof AddDraft }): CardElement {
  return { ...choiceSet(rest), style: 'compact', valueChangedAction: { type: 'Action.ResetInputs', targetInputIds: [resets] } };
}

/** The search request carries the card's other inputs, so that the answer depends on them. */
function typeahead({ dataset, ...rest }: Picker & { readonly dataset: 'companies' | 'tenants' }): CardElement {
  return { ...choiceSet(rest), style: 'filtered', 'choices.data': { type: 'Data.Query', dataset, associatedInputs: 'auto' } };
}

function choiceSet({ value, ...rest }: Picker): CardElement {
  return { type: 'Input.ChoiceSet', ...rest, wrap: true, ...(rest.choices.some((choice) => choice.value === value) ? { value } : {}) };
}
