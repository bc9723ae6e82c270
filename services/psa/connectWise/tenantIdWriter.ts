import type { CompanyId, TenantId } from '../../domain/ids.js';
import { AppError } from '../../runtime/errors.js';
import { readAnswer } from '../../runtime/sourceAnswer.js';
import type { TenantIdWriter } from '../psaAdapter.js';
import type { ConnectWiseClient } from './client.js';
import { isCalled } from './customFields.js';
import { system } from './discovery.js';
import { companiesPath, companyWithFields } from './schema.js';

/** A change sends all custom fields back, the others as they are; a path that is not understood is answered with 200 and no effect, so the field is read again. */
export function createTenantIdWriter(client: ConnectWiseClient, caption: string): TenantIdWriter {
  async function readFields(companyId: CompanyId, signal: AbortSignal | undefined) {
    const response = await client.call(pathOf(companyId), { query: { fields: 'id,customFields' }, mayBeMissing: true, signal });
    if (response.status === 404) throw new AppError('not-found', `${system} has no such company`, { sentence: 'This company is no longer in ConnectWise.', facts: [{ code: 'company-gone', system }] });
    const { customFields } = readAnswer(response, companyWithFields, system);
    const field = customFields.find((candidate) => isCalled(candidate.caption, caption));
    if (field) return { customFields, field, text: typeof field.value === 'string' ? field.value.trim() : '' };
    throw new AppError('source-odd-answer', `${system} has no such custom field`, { sentence: `Companies have no custom field called "${caption}" in ConnectWise. Create it, or change the settings of the connection.`, facts: [{ code: 'field-unknown', system, field: caption }] });
  }

  return {
    async storeTenantId(companyId, tenantId, { signal } = {}) {
      const { customFields, field, text } = await readFields(companyId, signal);
      if (holds(text, tenantId)) return 'already-there';
      const value = customFields.map((other) => (other === field ? { ...other, value: text === '' ? tenantId : `${text}, ${tenantId}` } : other));
      await client.call(pathOf(companyId), { method: 'PATCH', body: [{ op: 'replace', path: 'customFields', value }], signal });
      if (holds((await readFields(companyId, signal)).text, tenantId)) return 'stored';
      throw new AppError('source-odd-answer', `${system} took the change and did not store it`, { sentence: `ConnectWise did not store the tenant id in "${caption}". Check that it is a text field of companies, long enough for several tenant ids.`, facts: [{ code: 'tenant-id-not-kept', system, field: caption }] });
    },
  };
}

function pathOf(companyId: CompanyId): string {
  return `${companiesPath}/${encodeURIComponent(companyId)}`;
}

function holds(text: string, tenantId: TenantId): boolean {
  return text.toLowerCase().includes(tenantId);
}
