import type { CompanyId } from '../../domain/ids.js';
import { toAppError } from '../../runtime/errors.js';
import { readAnswer } from '../../runtime/sourceAnswer.js';
import type { SourceTools } from '../../runtime/sourceTools.js';
import type { CompanyCreator, TenantIdWriter } from '../psaAdapter.js';
import type { HaloPsaAccess, HaloPsaClient } from './client.js';
import { toCompany } from './mapper.js';
import { clientRow, clientsPage, createdClient, type ClientRow } from './schema.js';
import { system } from './signIn.js';
import { readClient } from './tenantIdWriter.js';

/** A client needs a top level and a first site: it gets the top level that most of the first clients have. Addresses belong to sites and are not set. */
export function createCompanyCreator(client: HaloPsaClient, { psaConnectionId }: HaloPsaAccess, { logger }: SourceTools, tenantIdWriter: TenantIdWriter | undefined): CompanyCreator {
  return {
    async createCompany({ name, website, phone, tenantId }, { signal } = {}) {
      const topLevel = await usualTopLevel(client, signal);
      const fields = {
        name,
        newclient_sitename: 'Main',
        ...(topLevel && { toplevel_id: Number(topLevel) }),
        ...(website !== '' && { website }),
        ...(phone !== '' && { newclient_phonenumber: phone }),
      };
      const { id } = readAnswer(await client.post('/api/Client', [fields], signal), createdClient, system);
      const row = clientRow.parse(await readClient(client, id as CompanyId, signal));
      const created = toCompany(row, { psaConnectionId, sites: new Map(), emailAddresses: new Map(), tenantLinks: new Map() });
      if (!tenantIdWriter || !tenantId) return created;
      try {
        await tenantIdWriter.storeTenantId(id as CompanyId, tenantId, { signal });
        return { ...created, tenantIds: [tenantId] };
      } catch (error) {
        // The client is there: whoever asked must not ask again.
        logger.warn({ psaConnectionId, code: toAppError(error).code }, 'HaloPSA client created without its tenant id');
        return created;
      }
    },
    async findByName(name, { signal } = {}) {
      const list = { path: '/api/Client', query: { search: name, includeactive: 'true', includeinactive: 'true' }, page: clientsPage, row: clientRow, signal };
      const { items, failure } = await client.readList(list);
      if (failure) throw failure;
      // The search finds parts of names, and other fields.
      const isNamed = (row: ClientRow) => row.name.toLowerCase() === name.trim().toLowerCase();
      return items.filter(isNamed).map((row) => toCompany(row, { psaConnectionId, sites: new Map(), emailAddresses: new Map(), tenantLinks: new Map() }));
    },
  };
}

async function usualTopLevel(client: HaloPsaClient, signal: AbortSignal | undefined): Promise<string | undefined> {
  const rows = await client.readFirst({ path: '/api/Client', query: { includeactive: 'true', exclude_internal: 'true' }, page: clientsPage, row: clientRow, signal });
  const counts = new Map<string, number>();
  for (const { toplevel_id } of rows) if (toplevel_id) counts.set(toplevel_id, (counts.get(toplevel_id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
