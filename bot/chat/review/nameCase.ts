import type { CompanyKey } from '../../../services/domain/company.js';
import type { TenantId } from '../../../services/domain/ids.js';
import type { TenantRow } from '../../../services/index.js';
import { findCompany } from '../addCompany/choices.js';
import type { ChatTools, Turn } from '../chatTools.js';

export type CaseNames = { readonly row: Pick<TenantRow, 'tenantId' | 'name' | 'domain'>; /** With its PSA; '' where none was chosen. */ readonly company: string };

/** Names for ids; the ids themselves where no source lists them any more. */
export async function nameCase({ services }: ChatTools, { caller }: Turn, { tenantId, ...rest }: { readonly tenantId: TenantId } & Partial<CompanyKey>): Promise<CaseNames> {
  const { psaConnectionId, companyId } = rest;
  const [rows, company] = await Promise.all([services.listTenants(caller), psaConnectionId && companyId && findCompany(services, caller, { psaConnectionId, companyId })]);
  const row = rows.find((each) => each.tenantId === tenantId) ?? { tenantId, name: tenantId, domain: '' };
  return { row, company: company ? `${company.name} (${company.psaName})` : (companyId ?? '') };
}
