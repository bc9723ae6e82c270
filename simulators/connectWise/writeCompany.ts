import type { Answer, SimulatorRequest } from '../router.js';
import { connectWiseError } from './connectWiseErrors.js';
import type { ConnectWiseQuirks } from './quirks.js';
import { makeCustomFields, type Records, type Row } from './records.js';

type Operation = { readonly op: string; readonly path: string; readonly value?: unknown };
type NewCompany = Partial<Row> & { readonly status?: { readonly id: number }; readonly types?: readonly { readonly id: number }[] };

/** Applies `replace` and `add` on whole, top-level fields whose name is written exactly; anything else is taken and does nothing. */
export function patchCompany({ params, body }: SimulatorRequest, { companies }: Records, { ignoresChanges, invalidField }: ConnectWiseQuirks, now: Date): Answer {
  const company = companies.find(({ id }) => String(id) === params['id']);
  if (!company) return connectWiseError(404, 'NotFound', `Company ${params['id'] ?? ''} not found.`);
  if (invalidField) return invalid([{ code: 'OutOfRange', field: invalidField, message: `The field ${invalidField} is out of range.` }]);
  if (!ignoresChanges) {
    for (const { op, path, value } of JSON.parse(body) as Operation[]) if (op !== 'remove' && path in company && path !== 'id') company[path] = value;
    company['_info'] = { ...(company['_info'] as object), lastUpdated: now.toISOString().replace(/\.\d+/, '') };
  }
  return { status: 200, body: company };
}

export function createCompany({ body }: SimulatorRequest, records: Records, now: Date): Answer {
  const fields = JSON.parse(body) as NewCompany;
  const { companies, statuses, types } = records;
  const missing = ['identifier', 'name', 'site'].filter((field) => !fields[field]);
  if (missing.length > 0) return invalid(missing.map((field) => ({ code: 'MissingRequiredField', field, message: `The ${field} field is required.` })));
  if (String(fields['name']).length > 50) return invalid([{ code: 'MaxLengthField', field: 'name', message: 'The field name exceeds 50 characters.' }]);
  if (companies.some(({ identifier }) => String(identifier).toLowerCase() === String(fields['identifier']).toLowerCase())) return invalid([{ code: 'ObjectExists', field: 'identifier', message: 'The identifier is in use.' }]);
  const named = (rows: readonly object[], id: unknown) => (rows as readonly Row[]).find((row) => row.id === id);
  const id = (companies.at(-1)?.id ?? 0) + 1;
  const time = now.toISOString().replace(/\.\d+/, '');
  const company: Row = {
    ...blankLike(companies[0]),
    ...fields,
    id,
    status: named(statuses, fields.status?.id) ?? statuses[0],
    types: (fields.types ?? []).map((type) => named(types, type.id)),
    isVendorFlag: false,
    deletedFlag: false,
    customFields: makeCustomFields(''),
    _info: { lastUpdated: time, updatedBy: 'api', dateEntered: time, enteredBy: 'api' },
  };
  companies.push(company);
  return { status: 201, body: company };
}

function blankLike(row: Row | undefined): object {
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, typeof value === 'string' ? '' : null]));
}

function invalid(errors: readonly { readonly code: string; readonly field: string; readonly message: string }[]): Answer {
  return { status: 400, body: { code: 'InvalidObject', message: 'company object is invalid', errors: errors.map((error) => ({ ...error, resource: 'company' })) } };
}
