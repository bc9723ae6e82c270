import type { AddDraft } from '../addCompany/draft.js';
import type { Choice } from '../addCompany/choices.js';
import { heading, makeCard, notice, paragraph, type Card, type CardElement } from './card.js';
import { execute, openUrl } from './cardAction.js';

export type AddCompanyForm = {
  readonly draft: AddDraft;
  /** Asked for only when there is more than one. */
  readonly psas: readonly Choice[];
  readonly accounts: readonly Choice[];
  /** Shown before anything is typed, and all there is where clients have no typeahead. */
  readonly companies: readonly Choice[];
  readonly tenants: readonly Choice[];
  readonly bulkLink: string;
  /** '' when there is none. */
  readonly problem: string;
};

/** "add company": the four choices of the tab's Company Details on one card. */
export function addCompanyCard({ draft, psas, accounts, companies, tenants, bulkLink, problem }: AddCompanyForm): Card {
  return makeCard(
    [
      heading('Add company'),
      ...(problem === '' ? [] : [notice(problem)]),
      ...(psas.length > 1 ? [picker({ id: 'psaConnectionId', label: 'PSA', placeholder: 'Any PSA', choices: psas, value: draft.psaConnectionId, resets: 'companyChoice' })] : []),
      typeahead({ id: 'companyChoice', label: 'PSA company', placeholder: 'Type a name, domain, city or id', choices: companies, value: draft.companyChoice, dataset: 'companies' }),
      ...(accounts.length > 1
        ? [picker({ id: 'partnerAccountId', label: 'Microsoft Partner Center account', placeholder: 'Any account', choices: accounts, value: draft.partnerAccountId, resets: 'tenantChoice' })]
        : []),
      typeahead({ id: 'tenantChoice', label: 'Customer tenant', placeholder: 'Type a name, domain or tenant id', choices: tenants, value: draft.tenantChoice, dataset: 'tenants' }),
      addedToggle(draft),
      paragraph('No suggestions while you type? Use "Search without typeahead".', { isSubtle: true, size: 'Small' }),
    ],
    [
      execute('Save', 'add-save', { ...draft, from: 'form' }, { style: 'positive' }),
      execute('Search without typeahead', 'add-steps', draft),
      openUrl('Bulk Add Company', bulkLink),
      execute('Cancel', 'add-cancel', { ...draft, step: 'form' }),
    ],
  );
}

export function addedToggle({ showAlreadyAdded }: AddDraft): CardElement {
  return { type: 'Input.Toggle', id: 'showAlreadyAdded', title: 'Show already added tenants', value: String(showAlreadyAdded), wrap: true, valueChangedAction: { type: 'Action.ResetInputs', targetInputIds: ['tenantChoice'] } };
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
