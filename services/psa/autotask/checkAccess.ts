import type { RunOptions } from '../../domain/progress.js';
import { remark, type Remark } from '../../domain/remark.js';
import type { SourceAccess } from '../../domain/sync.js';
import { toAppError } from '../../runtime/errors.js';
import { readAnswer } from '../../runtime/sourceAnswer.js';
import type { AutotaskAccess, AutotaskClient } from './client.js';
import { companyTypesOf, readCompanyFields } from './companyTypes.js';
import { activeContacts, everyCompany } from './listCompanies.js';
import { system } from './refusal.js';
import { udfInformation } from './schema.js';
import { usageWarning } from './usage.js';

export async function checkAccess(client: AutotaskClient, { settings, participation }: AutotaskAccess, { signal }: Pick<RunOptions, 'signal'> = {}): Promise<SourceAccess> {
  const { kinds, endedIds, otherIds } = companyTypesOf(await readCompanyFields(client, signal), participation);
  const out = [...endedIds, ...otherIds];
  const filter = [...everyCompany, { op: 'eq', field: 'isActive', value: true }, ...(out.length > 0 ? [{ op: 'notIn', field: 'companyType', value: out.map(Number) }] : [])];
  const count = kinds.length > 0 && out.length === kinds.length ? 0 : await client.countRows({ entity: 'Companies', filter, signal });

  const limits: Remark[] = [];
  if (count === 0 && (await client.countRows({ entity: 'Companies', filter: everyCompany, signal })) === 0) limits.push(remark('The API user is accepted, but no company is readable. Its security level must allow to view all companies.', { code: 'nothing-readable', right: 'Companies' }));
  if (!(await areContactsReadable(client, signal))) limits.push(remark('Contacts are not readable: matching by e-mail domain is weaker. The security level of the API user must allow contacts.', { code: 'details-unreadable', of: 'contacts' }, { code: 'right-needed', right: 'Contacts' }));
  if (settings.tenantIdField && !(await hasUdf(client, settings.tenantIdField, signal))) limits.push(remark(`Companies have no user-defined field called "${settings.tenantIdField}", so tenant ids can't be stored.`, { code: 'field-absent', field: settings.tenantIdField }));
  const warning = await usageWarning(client, signal);
  return { count, limits: warning ? [...limits, warning] : limits };
}

async function hasUdf(client: AutotaskClient, wanted: string, signal: AbortSignal | undefined): Promise<boolean> {
  const { fields } = readAnswer(await client.call('Companies/entityInformation/userDefinedFields', { signal }), udfInformation, system);
  return fields.some(({ name }) => name.toLowerCase() === wanted.toLowerCase());
}

async function areContactsReadable(client: AutotaskClient, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await client.countRows({ entity: 'Contacts', filter: activeContacts, signal });
    return true;
  } catch (error) {
    if (toAppError(error).code === 'source-forbidden') return false;
    throw error;
  }
}
