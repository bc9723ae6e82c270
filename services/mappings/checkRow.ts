import type { Company } from '../domain/company.js';
import type { PsaConnection } from '../domain/connection.js';
import type { MappingUnit } from '../domain/mapping.js';
import type { Tenant } from '../domain/tenant.js';
import type { SourceLists } from '../sync/sourceLists.js';
import { goneCompany } from './companyView.js';
import type { RowProblem, SaveRow } from './saveRow.js';

/** What rows are checked against. */
export type RowSources = { readonly lists: SourceLists; readonly psaConnections: readonly PsaConnection[] };

/** A row's surroundings: the request's other rows of its unit and of its tenant, and where the tenant is linked now. */
export type Neighbours = { readonly unitRows: readonly SaveRow[]; readonly tenantRows: readonly SaveRow[]; readonly tenantUnits: readonly MappingUnit[] };

/** A row that may be saved, with what its ids stand for. */
export type CheckedRow = SaveRow & { readonly tenant: Tenant; readonly company: Company };

/** The row, or nothing and the first reason why it can't be saved among the problems. */
export function checkRow(row: SaveRow, { unitRows, tenantRows, tenantUnits }: Neighbours, { lists, psaConnections }: RowSources, problems: RowProblem[]): CheckedRow[] {
  const { tenantId, psaConnectionId, companyId, partnerAccountId } = row;
  const refuse = (code: RowProblem['code'], sentence: string): [] => {
    problems.push({ tenantId, psaConnectionId, companyId, code, sentence });
    return [];
  };
  const psa = psaConnections.find((connection) => connection.psaConnectionId === psaConnectionId);
  const tenant = lists.findTenant(tenantId);
  // What is linked may be removed even when its source no longer lists it, or is no longer connected.
  const isLinked = tenantUnits.some((unit) => unit.psaConnectionId === psaConnectionId && unit.links.some((link) => link.companyId === companyId));
  if (!psa && !(row.action === 'unlink' && isLinked)) return refuse('unknown-psa', `There is no PSA connection "${psaConnectionId}".`);
  const psaName = psa?.name ?? psaConnectionId;
  if (!tenant && row.action !== 'unlink') return refuse('unknown-tenant', `No connected Partner Center account lists the tenant ${tenantId}.`);
  const company = lists.findCompany({ psaConnectionId, companyId });
  if (!company && row.action !== 'unlink') return refuse('unknown-company', `${psaName} has no company with the id ${companyId}. Please choose the company again.`);
  const name = tenant?.name ?? tenantId;
  if (partnerAccountId !== undefined && !lists.isListedBy(tenantId, partnerAccountId)) return refuse('tenant-not-in-account', `The chosen Partner Center account does not list ${name}. Please choose the tenant again.`);
  if (unitRows.length > 1 && !areCompatible(unitRows)) return refuse('twice-in-request', `${name} is in this save more than once for ${psaName}. Keep one of its rows.`);
  if (row.action === 'link' && tenantRows.some((other) => other.action === 'link' && other.psaConnectionId !== psaConnectionId)) return refuse('twice-in-request', `${name} is in this save for more than one PSA. Keep one of its rows.`);
  const elsewhere = tenantUnits.find((unit) => unit.psaConnectionId !== psaConnectionId && unit.links.length > 0);
  if (row.action === 'link' && elsewhere) {
    const linkedName = elsewhere.links[0]?.companyNameThen ?? '';
    return refuse('linked-elsewhere', `${name} is already linked to ${linkedName} in another PSA. Turn on "Show already added tenants" to link it to a second company.`);
  }
  return [{ ...row, tenant: tenant ?? { tenantId, name: tenantId, domain: '', sources: [] }, company: company ?? goneCompany(row) }];
}

/** Several rows of one unit make sense only when each adds or removes a company of its own, seen at one moment. */
function areCompatible(rows: readonly SaveRow[]): boolean {
  const companies = new Set(rows.map((row) => row.companyId));
  return companies.size === rows.length && rows.every((row) => row.action !== 'link' && row.baseVersion === rows[0]?.baseVersion);
}
