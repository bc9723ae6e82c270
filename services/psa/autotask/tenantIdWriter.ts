import type { CompanyId } from '../../domain/ids.js';
import { AppError } from '../../runtime/errors.js';
import { readAnswer } from '../../runtime/sourceAnswer.js';
import type { TenantIdWriter } from '../psaAdapter.js';
import type { AutotaskClient } from './client.js';
import { tenantIdsOf } from './mapper.js';
import { system } from './refusal.js';
import { oneCompany, type CompanyRow } from './schema.js';

/** PATCH, since PUT empties every field that is not sent. The field must exist. */
export function createTenantIdWriter(client: AutotaskClient, field: string): TenantIdWriter {
  return {
    async storeTenantId(companyId, tenantId, { signal } = {}) {
      const known = fieldOf(await readCompany(client, companyId, signal), field);
      const kept = known?.text ?? '';
      if (kept.toLowerCase().includes(tenantId)) return 'already-there';
      const value = kept === '' ? tenantId : `${kept}, ${tenantId}`;
      await client.call('Companies', { method: 'PATCH', body: { id: Number(companyId), userDefinedFields: [{ name: known?.name ?? field, value }] }, isRepeatable: true, signal });
      const stored = tenantIdsOf(await readCompany(client, companyId, signal));
      if (!stored.includes(tenantId)) throw new AppError('source-odd-answer', `${system} took the change and did not store it`, { sentence: `Autotask did not store the tenant id in "${field}". Check that it is a text field of companies, long enough for several tenant ids.`, facts: [{ code: 'tenant-id-not-kept', system, field }] });
      return 'stored';
    },
  };
}

export async function readCompany(client: AutotaskClient, companyId: CompanyId, signal: AbortSignal | undefined): Promise<CompanyRow> {
  const response = await client.call(`Companies/${encodeURIComponent(companyId)}`, { mayBeMissing: true, signal });
  const item = response.status === 404 ? null : readAnswer(response, oneCompany, system).item;
  if (!item) throw new AppError('not-found', `${system} has no such company`, { sentence: 'This company is no longer in Autotask.', facts: [{ code: 'company-gone', system }] });
  return item;
}

function fieldOf({ userDefinedFields }: CompanyRow, wanted: string): { readonly name: string; readonly text: string } | undefined {
  const found = userDefinedFields.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return found && { name: found.name, text: typeof found.value === 'string' ? found.value.trim() : '' };
}
