import type { RunOptions } from '../../domain/progress.js';
import type { SourceAccess } from '../../domain/sync.js';
import { toAppError } from '../../runtime/errors.js';
import type { HaloPsaAccess, HaloPsaClient } from './client.js';
import { clientsPage, sitesPage, usersPage } from './schema.js';
import { findFieldId } from './tenantIdWriter.js';
import { readTenantLinks } from './tenantLinks.js';

export async function checkAccess(client: HaloPsaClient, { settings }: HaloPsaAccess, { signal }: Pick<RunOptions, 'signal'> = {}): Promise<SourceAccess> {
  const count = await client.countRows({ path: '/api/Client', query: { includeactive: 'true', includeinactive: 'false', exclude_internal: 'true' }, page: clientsPage, signal });
  const limits: string[] = [];
  if (count === 0) limits.push('The application is accepted, but no client is readable. Its agent needs the permission to view customers.');
  if (!(await isReadable(client.countRows({ path: '/api/Users', query: { includeinactive: 'false' }, page: usersPage, signal })))) limits.push('Users are not readable: matching by e-mail domain is weaker.');
  if (!(await isReadable(client.countRows({ path: '/api/Site', query: {}, page: sitesPage, signal })))) limits.push('Sites are not readable: companies lack cities, and matching by e-mail domain is weaker.');
  if (!(await readTenantLinks(client, signal)).isReadable) limits.push('Integration settings are not readable: the Microsoft tenants that HaloPSA already ties to clients are not known.');
  if (settings.tenantIdField && count > 0 && !(await findFieldId(client, settings.tenantIdField, signal))) limits.push(`Clients have no custom field called "${settings.tenantIdField}", so tenant ids can't be stored.`);
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
