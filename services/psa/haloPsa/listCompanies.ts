import type { Company } from '../../domain/company.js';
import type { TenantId } from '../../domain/ids.js';
import type { RunOptions } from '../../domain/progress.js';
import { joinRemarks, remark, type Remark } from '../../domain/remark.js';
import type { SourceList } from '../../domain/sync.js';
import { readIfAllowed, whyStopped } from '../../runtime/readPages.js';
import type { SourceTools } from '../../runtime/sourceTools.js';
import type { CountedReading, HaloPsaAccess, HaloPsaClient } from './client.js';
import { emailAddressesByClient, sitesByClient, toCompany } from './mapper.js';
import { findFieldId } from './tenantIdWriter.js';
import { readTenantLinks } from './tenantLinks.js';
import { clientRow, clientsPage, siteRow, sitesPage, userRow, usersPage, type ClientRow } from './schema.js';
import { system } from './signIn.js';

export async function listCompanies(client: HaloPsaClient, { psaConnectionId, settings }: HaloPsaAccess, { logger }: SourceTools, { signal, onProgress }: RunOptions = {}): Promise<SourceList<Company>> {
  const fieldId = settings.tenantIdField ? await findFieldId(client, settings.tenantIdField, signal) : undefined;
  const reading = await readSteadily(() =>
    client.readList({
      path: '/api/Client',
      query: { includeactive: 'true', includeinactive: 'true', includeazuretenants: 'true', exclude_internal: 'true', ...(fieldId && { include_custom_fields: fieldId }) },
      page: clientsPage,
      row: clientRow,
      signal,
      onPage: (count, recordCount) => onProgress?.(count, Math.max(count, recordCount)),
    }),
  );
  const [sites, users] = reading.failure ? [none, none] : await readDetails(client, signal);
  const links = reading.failure ? noLinks : await readTenantLinks(client, signal);
  const context = { psaConnectionId, sites: sitesByClient(sites.items), emailAddresses: emailAddressesByClient(users.items, reading.items), tenantLinks: links.tenantIds };
  const items = reading.items.map((row) => toCompany(row, context));
  const why = whyIncomplete(reading);
  if (sites.failure || users.failure) why.push(remark('The sites and users could not all be read, so some companies lack e-mail domains.', { code: 'domains-cut-off', of: 'sites-and-users' }));
  if (links.failure) why.push(remark('The links to Microsoft tenants that HaloPSA knows could not all be read.', { code: 'tenant-links-cut-off', system }));
  logger.info({ psaConnectionId, read: items.length, expected: reading.recordCount, sites: sites.items.length, users: users.items.length, linked: links.tenantIds.size }, 'HaloPSA clients read');
  return why.length === 0 ? { kind: 'complete', items } : { kind: 'partial', items, expected: reading.recordCount, ...joinRemarks(why) };
}

const noLinks = { tenantIds: new Map<string, readonly TenantId[]>(), failure: null };
const none = { items: [], count: 0, unreadable: 0, failure: null };

async function readDetails(client: HaloPsaClient, signal: AbortSignal | undefined) {
  const sites = await readIfAllowed(client.readList({ path: '/api/Site', query: {}, page: sitesPage, row: siteRow, signal }));
  const users = await readIfAllowed(client.readList({ path: '/api/Users', query: { includeinactive: 'false' }, page: usersPage, row: userRow, signal }));
  return [sites, users] as const;
}

/** When rows went away under our feet, a second look tells all that are there now. */
async function readSteadily(read: () => Promise<CountedReading<ClientRow>>): Promise<CountedReading<ClientRow>> {
  const first = await read();
  return first.hasShrunk && !first.failure ? read() : first;
}

function whyIncomplete({ count, unreadable, failure, recordCount, hasShrunk }: CountedReading<ClientRow>): Remark[] {
  if (failure) return [whyStopped(system, { count, failure }, 'companies')];
  if (count < recordCount) return [remark(`HaloPSA gave only ${count.toLocaleString('en-US')} of ${recordCount.toLocaleString('en-US')} companies that we can read.`, { code: 'list-short', system, count, expected: recordCount, rows: 'companies' })];
  if (unreadable > 0) return [remark(`${unreadable.toLocaleString('en-US')} companies came in a form that we can't read.`, { code: 'rows-unreadable', count: unreadable, rows: 'companies' })];
  return hasShrunk ? [remark('The list of companies changed while it was read, so some may be missing.', { code: 'list-changed-meanwhile' })] : [];
}
