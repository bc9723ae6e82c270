import { parseTenantId, type TenantId } from '../../domain/ids.js';
import { toAppError, type AppError } from '../../runtime/errors.js';
import type { HaloPsaClient } from './client.js';
import { azureConnection, azureConnections } from './schema.js';

/** Per client id, the tenants that HaloPSA's own Microsoft integrations tie it to. `isReadable`: false without the right to read integrations. `failure`: they could not all be read. */
export type TenantLinks = { readonly tenantIds: ReadonlyMap<string, readonly TenantId[]>; readonly isReadable: boolean; readonly failure: AppError | null };

/** Connections to customers' tenants. */
const customerTenants = '2';

/** Links only help: without them the list of clients is good. One tenant on several clients stays on all of them, for a person to decide. */
export async function readTenantLinks(client: HaloPsaClient, signal: AbortSignal | undefined): Promise<TenantLinks> {
  const found = new Map<string, TenantId[]>();
  const ended = (isReadable: boolean, failure: AppError | null = null): TenantLinks => ({ tenantIds: found, isReadable, failure });
  try {
    const connections = await client.getOne('/api/AzureADConnection', { query: { type: customerTenants }, schema: azureConnections, signal });
    for (const { id } of connections ?? []) {
      const details = await client.getOne(`/api/AzureADConnection/${id}`, { query: { type: customerTenants, includedetails: 'true', includetenants: 'true' }, schema: azureConnection, signal });
      for (const { client_id, azure_tenant_id } of details?.mappings_client ?? []) {
        const tenantId = parseTenantId(azure_tenant_id);
        if (client_id && tenantId) found.set(client_id, [...new Set([...(found.get(client_id) ?? []), tenantId])]);
      }
    }
    return ended(true);
  } catch (error) {
    const failure = toAppError(error);
    if (failure.code === 'cancelled' || failure.code === 'internal') throw error;
    const isRefused = failure.code === 'source-forbidden' || failure.code === 'source-unauthorized';
    return isRefused ? ended(false) : ended(true, failure);
  }
}
