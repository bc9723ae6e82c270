import type { Answer, SimulatorRequest } from '../router.js';
import { autotaskError } from './autotaskErrors.js';
import type { AutotaskQuirks } from './quirks.js';
import type { Entity, Tables } from './records.js';

type Udf = { name: string; value: unknown };

/** PATCH changes what is sent; PUT empties everything else. */
export function updateCompany({ method, body }: SimulatorRequest, { Companies }: Tables): Answer {
  const { userDefinedFields, ...fields } = JSON.parse(body) as Partial<Entity> & { userDefinedFields?: Udf[] };
  const company = Companies.find(({ id }) => id === fields.id);
  if (!company) return autotaskError(404, 'The record was not found.');
  const udfs = company['userDefinedFields'] as Udf[];
  const unknown = userDefinedFields?.find(({ name }) => !udfs.some((udf) => udf.name === name));
  if (unknown) return autotaskError(500, `Unable to find ${unknown.name} in the User Defined Fields of the entity.`);
  if (method === 'PUT') for (const name of Object.keys(company)) if (name !== 'id' && name !== 'userDefinedFields') company[name] = null;
  Object.assign(company, fields);
  for (const { name, value } of userDefinedFields ?? []) Object.assign(udfs.find((udf) => udf.name === name) ?? {}, { value });
  return { status: 200, body: { itemId: company.id } };
}

export function createCompany({ body }: SimulatorRequest, { Companies }: Tables, { requiresOwner }: AutotaskQuirks): Answer {
  const fields = JSON.parse(body) as Record<string, unknown>;
  const missing = ['companyName', 'companyType', 'phone', ...(requiresOwner ? ['ownerResourceID'] : [])].filter((name) => fields[name] === undefined || fields[name] === '');
  if (missing.length > 0) return autotaskError(500, ...missing.map((name) => `Missing Required Field: ${name}.`));
  const id = (Companies.at(-1)?.id ?? 0) + 1;
  const blank = Object.fromEntries(Object.keys(Companies[0] ?? {}).map((name) => [name, null]));
  const udfs = (Companies[0]?.['userDefinedFields'] as Udf[] | undefined)?.map(({ name }) => ({ name, value: null }));
  Companies.push({ ...blank, isActive: true, userDefinedFields: udfs, ...fields, id });
  return { status: 200, body: { itemId: id } };
}
