import type { Company } from '../../domain/company.js';
import type { RunOptions } from '../../domain/progress.js';
import type { SourceList } from '../../domain/sync.js';
import { AppError, toAppError } from '../../runtime/errors.js';
import { readIfAllowed, whyStopped, type Reading } from '../../runtime/readPages.js';
import type { SourceTools } from '../../runtime/sourceTools.js';
import type { PsaAdapter, PsaDefinition } from '../psaAdapter.js';
import { createConnectWiseClient, type ConnectWiseAccess, type ConnectWiseClient } from './client.js';
import { system } from './discovery.js';
import { emailDomainsByCompany, takesPart, toCompany } from './mapper.js';
import { readTable } from './readTable.js';
import { companyFields, companyRow, companyType, contactFields, contactRow, status, type CompanyRow } from './schema.js';
import { connectWiseSecretNames, connectWiseSettings, type ConnectWiseSettings } from './settings.js';

const companies = '/company/companies';
const notDeleted = 'deletedFlag=False';

export const connectWise = {
  psaId: 'connectWise',
  name: 'ConnectWise',
  settingsSchema: connectWiseSettings,
  secretNames: connectWiseSecretNames,
  connect: (access: ConnectWiseAccess, tools: SourceTools): PsaAdapter => ({ listCompanies: (options) => listCompanies(createConnectWiseClient(access, tools), access, tools, options) }),
} satisfies PsaDefinition<ConnectWiseSettings, (typeof connectWiseSecretNames)[number]>;

async function listCompanies(client: ConnectWiseClient, { psaConnectionId }: ConnectWiseAccess, { logger }: SourceTools, { signal, onProgress }: RunOptions = {}): Promise<SourceList<Company>> {
  // Also the first proof of the keys.
  const announced = await client.countRows(companies, notDeleted, signal);
  const statuses = await readWhole('company statuses', readTable(client, { path: `${companies}/statuses`, schema: status, signal }));
  const types = await readWhole('company types', readTable(client, { path: `${companies}/types`, schema: companyType, signal }));
  const reading = await readTable(client, { path: companies, conditions: notDeleted, fields: companyFields, schema: companyRow, signal, onPage: (count) => onProgress?.(count, Math.max(count, announced)) });
  const expected = reading.failure ? announced : await countAgain(client, signal);
  const contacts = reading.failure
    ? { items: [], unreadable: 0, failure: null }
    : await readIfAllowed(readTable(client, { path: '/company/contacts', conditions: 'inactiveFlag=False', fields: contactFields, schema: contactRow, signal }));

  const context = {
    psaConnectionId,
    inactiveStatusIds: new Set(statuses.filter(({ inactiveFlag }) => inactiveFlag).map(({ id }) => id)),
    vendorTypeIds: new Set(types.filter(({ vendorFlag }) => vendorFlag).map(({ id }) => id)),
    emailDomains: emailDomainsByCompany(contacts.items),
  };
  const items = reading.items.filter((row) => takesPart(row, context)).map((row) => toCompany(row, context));
  const why = whyIncomplete(reading, expected);
  if (contacts.failure) why.push('The contacts could not all be read, so some companies lack e-mail domains.');
  logger.info({ psaConnectionId, read: reading.items.length, takePart: items.length, expected, contacts: contacts.items.length }, 'ConnectWise companies read');
  return why.length === 0 ? { kind: 'complete', items } : { kind: 'partial', items, expected: expected instanceof AppError ? null : expected, why: why.join(' ') };
}

/** Without all statuses and types nobody can say which companies are inactive or vendors. */
async function readWhole<Row>(what: string, read: Promise<Reading<Row>>): Promise<readonly Row[]> {
  const { items, unreadable, failure } = await read;
  if (failure) throw failure;
  if (unreadable > 0) throw new AppError('source-odd-answer', `${system}: ${unreadable} unreadable ${what}`);
  return items;
}

async function countAgain(client: ConnectWiseClient, signal: AbortSignal | undefined): Promise<number | AppError> {
  try {
    return await client.countRows(companies, notDeleted, signal);
  } catch (error) {
    const failure = toAppError(error);
    if (failure.code === 'cancelled' || failure.code === 'internal') throw error;
    return failure;
  }
}

function whyIncomplete({ items, unreadable, failure }: Reading<CompanyRow>, expected: number | AppError): string[] {
  if (failure) return [whyStopped(system, { items, failure }, 'companies')];
  if (expected instanceof AppError) return ['ConnectWise did not say how many companies there are, so some may be missing.'];
  if (items.length < expected) return [`ConnectWise gave only ${items.length.toLocaleString('en-US')} of ${expected.toLocaleString('en-US')} companies that we can read.`];
  return unreadable > 0 ? [`${unreadable.toLocaleString('en-US')} companies came in a form that we can't read.`] : [];
}
