import { readAnswer } from '../../runtime/sourceAnswer.js';
import type { CompanyKind, Participation } from '../psaAdapter.js';
import type { AutotaskClient } from './client.js';
import { system } from './refusal.js';
import { fieldInformation, type FieldInformation } from './schema.js';

export type CompanyTypes = {
  /** In the order of the picklist. */
  readonly kinds: readonly CompanyKind[];
  /** Types whose companies are no customers any more: listed, and inactive. */
  readonly endedIds: ReadonlySet<string>;
  /** Types whose companies are not listed. */
  readonly otherIds: ReadonlySet<string>;
};

/** The API has no flag for these, and numbers differ between databases; the labels are those that Autotask gives its own types. */
const suppliers = new Set(['vendor', 'partner']);
const ended = new Set(['dead', 'cancellation']);

export async function readCompanyFields(client: AutotaskClient, signal: AbortSignal | undefined): Promise<FieldInformation> {
  return readAnswer(await client.call('Companies/entityInformation/fields', { signal }), fieldInformation, system).fields;
}

export function companyTypesOf(fields: FieldInformation, participation: Participation | undefined): CompanyTypes {
  const values = fields.find(({ name }) => name.toLowerCase() === 'companytype')?.picklistValues ?? [];
  const is = (words: ReadonlySet<string>, label: string) => words.has(label.toLowerCase());
  const kinds = values.map(({ value, label }) => ({ id: value, name: label, takesPartByDefault: !is(suppliers, label) && !is(ended, label) }));
  const chosen = participation?.typeIds ?? null;
  const idsOf = (fits: (value: (typeof values)[number]) => boolean) => new Set(values.filter(fits).map(({ value }) => value));
  if (chosen !== null) return { kinds, endedIds: new Set(), otherIds: idsOf(({ value }) => !chosen.includes(value)) };
  return { kinds, endedIds: idsOf(({ label }) => is(ended, label)), otherIds: idsOf(({ label }) => is(suppliers, label)) };
}
