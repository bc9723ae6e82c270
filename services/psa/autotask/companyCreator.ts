import type { Company } from '../../domain/company.js';
import type { CompanyId } from '../../domain/ids.js';
import { AppError } from '../../runtime/errors.js';
import { readAnswer } from '../../runtime/sourceAnswer.js';
import type { CompanyCreator, NewCompany } from '../psaAdapter.js';
import type { AutotaskAccess, AutotaskClient } from './client.js';
import { companyTypesOf, readCompanyFields } from './companyTypes.js';
import { toCompany } from './mapper.js';
import { system } from './refusal.js';
import { companyRow, itemId, type FieldInformation } from './schema.js';
import { readCompany } from './tenantIdWriter.js';

/** Which fields a new company needs differs between databases, so Autotask is asked first, and nothing is sent that it would refuse. */
export function createCompanyCreator(client: AutotaskClient, { psaConnectionId, settings, participation }: AutotaskAccess): CompanyCreator {
  return {
    async createCompany(company, { signal } = {}): Promise<Company> {
      const fields = await readCompanyFields(client, signal);
      const body = present(company, settings.ownerResourceId ?? '', settings.tenantIdField ?? '', fields);
      const missing = fields.filter(({ name, isRequired, isReadOnly }) => isRequired && !isReadOnly && !(name in body)).map(({ name }) => name);
      if (missing.length > 0) throw new AppError('bad-request', `${system} needs more fields`, { sentence: `Autotask needs more to create a company: ${missing.map(labelOf).join(', ')}.`, facts: [{ code: 'fields-needed', system, fields: missing }] });
      const created = readAnswer(await client.call('Companies', { method: 'POST', body, signal }), itemId, system);
      const row = await readCompany(client, created.itemId as CompanyId, signal);
      return toCompany(row, { psaConnectionId, types: companyTypesOf(fields, participation), emailDomains: new Map() });
    },
    async findByName(name, { signal } = {}) {
      const types = companyTypesOf(await readCompanyFields(client, signal), participation);
      const { items, failure } = await client.readRows({ entity: 'Companies', filter: [{ op: 'eq', field: 'companyName', value: name }], row: companyRow, signal });
      if (failure) throw failure;
      return items.map((row) => toCompany(row, { psaConnectionId, types, emailDomains: new Map() }));
    },
  };
}

function present(company: NewCompany, owner: string, udf: string, fields: FieldInformation): Readonly<Record<string, unknown>> {
  const types = fields.find(({ name }) => name.toLowerCase() === 'companytype')?.picklistValues ?? [];
  const type = company.typeId ?? (types.find(({ isDefaultValue }) => isDefaultValue) ?? types.find(({ label, isActive }) => isActive && label.toLowerCase() === 'customer'))?.value;
  const texts = { companyName: company.name, phone: company.phone, webAddress: company.website, address1: company.addressLine, city: company.city };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    ...(type === undefined ? {} : { companyType: Number(type) }),
    ...(owner === '' ? {} : { ownerResourceID: Number(owner) }),
    ...(udf !== '' && company.tenantId ? { userDefinedFields: [{ name: udf, value: company.tenantId }] } : {}),
  };
}

const labels: Readonly<Record<string, string>> = { phone: 'a phone number', companyType: 'a company type', ownerResourceID: 'the owner of new companies (in the settings of the connection)', address1: 'an address', city: 'a city' };

function labelOf(field: string): string {
  return labels[field] ?? `the field "${field}"`;
}
