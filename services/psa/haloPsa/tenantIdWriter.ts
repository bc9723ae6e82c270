import type { CompanyId, TenantId } from '../../domain/ids.js';
import { AppError } from '../../runtime/errors.js';
import type { TenantIdWriter } from '../psaAdapter.js';
import type { HaloPsaClient } from './client.js';
import { clientDetails, clientRow, clientsPage, type ClientDetails } from './schema.js';
import { system } from './signIn.js';

/** Only what is sent changes. The field is read again, since a refusal may look like a success. */
export function createTenantIdWriter(client: HaloPsaClient, fieldName: string): TenantIdWriter {
  async function readField(companyId: CompanyId, signal: AbortSignal | undefined) {
    const field = fieldOf(await readClient(client, companyId, signal), fieldName);
    if (field) return { id: field.id, text: typeof field.value === 'string' ? field.value.trim() : '' };
    throw new AppError('source-odd-answer', `${system} has no such custom field`, { sentence: `Clients have no custom field called "${fieldName}" in HaloPSA. Create it, or change the settings of the connection.`, facts: [{ code: 'field-unknown', system, field: fieldName }] });
  }

  return {
    async storeTenantId(companyId, tenantId, { signal } = {}) {
      const { id, text } = await readField(companyId, signal);
      if (holds(text, tenantId)) return 'already-there';
      await client.post('/api/Client', [{ id: Number(companyId), customfields: [{ id: Number(id), value: text === '' ? tenantId : `${text}, ${tenantId}` }] }], signal);
      if (holds((await readField(companyId, signal)).text, tenantId)) return 'stored';
      throw new AppError('source-odd-answer', `${system} took the change and did not store it`, { sentence: `HaloPSA did not store the tenant id in "${fieldName}". Check that it is a text field of clients, long enough for several tenant ids, and that the agent may edit clients.`, facts: [{ code: 'tenant-id-not-kept', system, field: fieldName }] });
    },
  };
}

/** With every custom field. */
export async function readClient(client: HaloPsaClient, companyId: CompanyId, signal: AbortSignal | undefined): Promise<ClientDetails> {
  const found = await client.getOne(`/api/Client/${encodeURIComponent(companyId)}`, { query: { includedetails: 'true' }, schema: clientDetails, signal });
  if (!found) throw new AppError('not-found', `${system} has no such client`, { sentence: 'This company is no longer in HaloPSA.', facts: [{ code: 'company-gone', system }] });
  return found;
}

export function fieldOf({ customfields }: ClientDetails, name: string): ClientDetails['customfields'][number] | undefined {
  return customfields.find((field) => field.name.toLowerCase() === name.toLowerCase());
}

/** Lists may leave custom fields out unless asked for by id, which any client tells. Undefined: there is no such field, or no client. */
export async function findFieldId(client: HaloPsaClient, name: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  const [first] = await client.readFirst({ path: '/api/Client', query: { includeactive: 'true', exclude_internal: 'true' }, page: clientsPage, row: clientRow, signal });
  return first && fieldOf(await readClient(client, first.id as CompanyId, signal), name)?.id;
}

function holds(text: string, tenantId: TenantId): boolean {
  return text.toLowerCase().includes(tenantId);
}
