import type { Company } from '../../domain/company.js';
import { parseTenantId, type CompanyId, type PsaConnectionId } from '../../domain/ids.js';
import type { HeldBack } from '../../domain/sync.js';
import { emailDomainsOf } from '../../runtime/emailDomain.js';
import type { Participation } from '../psaAdapter.js';
import { isRowActive } from './companyKinds.js';
import type { CompanyFileRow } from './readCompanyRows.js';

export function toCompany(row: CompanyFileRow, psaConnectionId: PsaConnectionId, participation: Participation | undefined): Company {
  const isActive = isRowActive(row, participation);
  return {
    psaConnectionId,
    companyId: row.id as CompanyId,
    name: row.name,
    identifier: row.id,
    website: row.website,
    emailDomains: emailDomainsOf(partsOf(row.email)),
    city: row.city,
    phone: row.phone,
    status: row.status || (isActive ? 'Active' : 'Inactive'),
    isActive,
    tenantIds: [...new Set(partsOf(row.tenantId).map((part) => parseTenantId(part)).filter((tenantId) => tenantId !== undefined))],
  };
}

/** Why a row is not listed. */
export function toHeldBack({ id, name, type }: CompanyFileRow, psaConnectionId: PsaConnectionId): HeldBack {
  return { psaConnectionId, companyId: id as CompanyId, name, why: `Its type "${type}" in the file takes no part.`, facts: [{ code: 'row-type-left-out', type }] };
}

/** A cell may hold several, with commas, semicolons or spaces between. */
function partsOf(cell: string): string[] {
  return cell.split(/[\s,;|]+/).filter((part) => part !== '');
}
