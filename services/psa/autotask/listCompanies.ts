import type { Company } from '../../domain/company.js';
import type { RunOptions } from '../../domain/progress.js';
import type { SourceList } from '../../domain/sync.js';
import { AppError, toAppError } from '../../runtime/errors.js';
import { readIfAllowed, whyStopped, type Reading } from '../../runtime/readPages.js';
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
  const expected = reading.failure ? announced : await countAgain(client.countRows(companies));

  const items = reading.items.flatMap(({ company }) => company ?? []);
  const heldBack = reading.items.flatMap(({ heldBack }) => heldBack ?? []);
  const why = whyIncomplete(reading, expected);
  if (contacts.failure) why.push('The contacts could not all be read, so some companies lack e-mail domains.');
  logger.info({ psaConnectionId, read: reading.items.length, listed: items.length, expected, contacts: contacts.items.length }, 'Autotask companies read');
  return why.length === 0 ? { kind: 'complete', items, heldBack } : { kind: 'partial', items, heldBack, expected: expected instanceof AppError ? null : expected, why: why.join(' ') };
}

async function countAgain(count: Promise<number>): Promise<number | AppError> {
  try {
    return await count;
  } catch (error) {
    const failure = toAppError(error);
    if (failure.code === 'cancelled' || failure.code === 'internal') throw error;
    return failure;
  }
}

function whyIncomplete({ items, unreadable, failure }: Reading<unknown>, expected: number | AppError): string[] {
  if (failure) return [whyStopped(system, { items, failure }, 'companies')];
  if (expected instanceof AppError) return ['Autotask did not say how many companies there are, so some may be missing.'];
  if (items.length < expected) return [`Autotask gave only ${items.length.toLocaleString('en-US')} of ${expected.toLocaleString('en-US')} companies that we can read.`];
  return unreadable > 0 ? [`${unreadable.toLocaleString('en-US')} companies came in a form that we can't read.`] : [];
}
