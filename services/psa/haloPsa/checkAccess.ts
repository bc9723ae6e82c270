import type { RunOptions } from '../../domain/progress.js';
import type { SourceAccess } from '../../domain/sync.js';
import { toAppError } from '../../runtime/errors.js';
import type { HaloPsaClient } from './client.js';
import { clientsPage, sitesPage, usersPage } from './schema.js';

export async function checkAccess(client: HaloPsaClient, { signal }: Pick<RunOptions, 'signal'> = {}): Promise<SourceAccess> {
  const count = await client.countRows({ path: '/api/Client', query: { includeactive: 'true', includeinactive: 'false', exclude_internal: 'true' }, page: clientsPage, signal });
  const limits: string[] = [];
  if (count === 0) limits.push('The application is accepted, but no client is readable. Its agent needs the permission to view customers.');
  if (!(await isReadable(client.countRows({ path: '/api/Users', query: { includeinactive: 'false' }, page: usersPage, signal })))) limits.push('Users are not readable: matching by e-mail domain is weaker.');
  if (!(await isReadable(client.countRows({ path: '/api/Site', query: {}, page: sitesPage, signal })))) limits.push('Sites are not readable: companies lack cities, and matching by e-mail domain is weaker.');
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
