import type { RunOptions } from '../../domain/progress.js';
import { remark, type Remark } from '../../domain/remark.js';
import type { SourceAccess } from '../../domain/sync.js';
import { toAppError } from '../../runtime/errors.js';
import type { HaloPsaAccess, HaloPsaClient } from './client.js';
import { clientsPage, sitesPage, usersPage } from './schema.js';
import { system } from './signIn.js';
import { findFieldId } from './tenantIdWriter.js';
import { readTenantLinks } from './tenantLinks.js';

export async function checkAccess(client: HaloPsaClient, { settings }: HaloPsaAccess, { signal }: Pick<RunOptions, 'signal'> = {}): Promise<SourceAccess> {
  const count = await client.countRows({ path: '/api/Client', query: { includeactive: 'true', includeinactive: 'false', exclude_internal: 'true' }, page: clientsPage, signal });
  const limits: Remark[] = [];
  if (count === 0) limits.push(remark('The application is accepted, but no client is readable. Its agent needs the permission to view customers.', { code: 'nothing-readable', right: 'Customers: view' }));
  if (!(await isReadable(client.countRows({ path: '/api/Users', query: { includeinactive: 'false' }, page: usersPage, signal })))) limits.push(remark('Users are not readable: matching by e-mail domain is weaker.', { code: 'details-unreadable', of: 'users' }));
  if (!(await isReadable(client.countRows({ path: '/api/Site', query: {}, page: sitesPage, signal })))) limits.push(remark('Sites are not readable: companies lack cities, and matching by e-mail domain is weaker.', { code: 'details-unreadable', of: 'sites' }));
  if (!(await readTenantLinks(client, signal)).isReadable) limits.push(remark('Integration settings are not readable: the Microsoft tenants that HaloPSA already ties to clients are not known.', { code: 'tenant-links-unreadable', system }));
  if (settings.tenantIdField && count > 0 && !(await findFieldId(client, settings.tenantIdField, signal))) limits.push(remark(`Clients have no custom field called "${settings.tenantIdField}", so tenant ids can't be stored.`, { code: 'field-absent', field: settings.tenantIdField }));
  return { count, limits };
}

async function isReadable(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    const { code } = toAppError(error);
    if (code === 'source-forbidden' || code === 'source-unauthorized') return false;
    throw error;
  }
}
