import type { Company } from '../../domain/company.js';
import type { RunOptions } from '../../domain/progress.js';
import { joinRemarks, remark } from '../../domain/remark.js';
import type { SourceList } from '../../domain/sync.js';
import { AppError } from '../../runtime/errors.js';
import { countOrFailure, readIfAllowed, whyIncomplete } from '../../runtime/readPages.js';
import type { SourceTools } from '../../runtime/sourceTools.js';
import type { AutotaskAccess, AutotaskClient } from './client.js';
import { companyTypesOf, readCompanyFields } from './companyTypes.js';
import { domainsByCompany, isListed, toCompany, toHeldBack } from './mapper.js';
import { system } from './refusal.js';
import { companyRow, contactFields, contactRow } from './schema.js';
import { refuseNearLimit } from './usage.js';

/** Id 0 is the organization itself. */
export const everyCompany = [{ op: 'gt', field: 'id', value: 0 }] as const;
export const activeContacts = [{ op: 'eq', field: 'isActive', value: 1 }] as const;

export async function listCompanies(client: AutotaskClient, { psaConnectionId, participation }: AutotaskAccess, { logger }: SourceTools, { signal, onProgress }: RunOptions = {}): Promise<SourceList<Company>> {
  await refuseNearLimit(client, signal);
  const companies = { entity: 'Companies', filter: everyCompany, signal } as const;
  const announced = await client.countRows(companies);
  const types = companyTypesOf(await readCompanyFields(client, signal), participation);
  const contacts = await readIfAllowed(client.readRows({ entity: 'Contacts', filter: activeContacts, fields: contactFields, row: contactRow, signal }));
  const context = { psaConnectionId, types, emailDomains: domainsByCompany(contacts.items) };
  // User-defined fields come only where no fields are named.
  const row = companyRow.transform((found) => ({ id: found.id, ...(isListed(found, context) ? { company: toCompany(found, context), heldBack: null } : { company: null, heldBack: toHeldBack(found, context) }) }));
  const reading = await client.readRows({ ...companies, row, onPage: (count) => onProgress?.(count, Math.max(count, announced)) });
  const expected = reading.failure ? announced : await countOrFailure(client.countRows(companies));

  const items = reading.items.flatMap(({ company }) => company ?? []);
  const heldBack = reading.items.flatMap(({ heldBack }) => heldBack ?? []);
  const why = whyIncomplete(system, reading, expected, 'companies');
  if (contacts.failure) why.push(remark('The contacts could not all be read, so some companies lack e-mail domains.', { code: 'domains-cut-off', of: 'contacts' }));
  logger.info({ psaConnectionId, read: reading.items.length, listed: items.length, expected, contacts: contacts.items.length }, 'Autotask companies read');
  return why.length === 0 ? { kind: 'complete', items, heldBack } : { kind: 'partial', items, heldBack, expected: expected instanceof AppError ? null : expected, ...joinRemarks(why) };
}
