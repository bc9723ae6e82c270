import type { Company } from '../domain/company.js';
import type { PsaConnection } from '../domain/connection.js';
import { groupBy } from '../domain/groupBy.js';
import type { CompanyId, PartnerAccountId, PsaConnectionId, TenantId } from '../domain/ids.js';
import { unitKeyText, type CompanyLink, type MappingOrigin, type MappingUnit, type UnitChange, type UnitKey } from '../domain/mapping.js';
import type { Person } from '../domain/organization.js';
import type { Tenant } from '../domain/tenant.js';
import { compareTenant } from '../matching/compareTenant.js';
import { yieldTurn } from '../runtime/yieldTurn.js';
import type { SourceLists } from '../sync/sourceLists.js';

/**
 * One wish about one tenant and one company.
 * `link`: this company alone, in place of any other in that PSA. `link-also`: beside the others. `unlink`: no longer.
 */
export type SaveRow = {
  readonly action: 'link' | 'link-also' | 'unlink';
  readonly tenantId: TenantId;
  readonly psaConnectionId: PsaConnectionId;
  readonly companyId: CompanyId;
  /** The unit's version when the person saw it; 0 when it had none. */
  readonly baseVersion: number;
  readonly origin: Extract<MappingOrigin, 'auto' | 'manual' | 'chat'>;
  /** Given when a person picked a partner account: it must list the tenant. */
  readonly partnerAccountId?: PartnerAccountId | undefined;
};

export type RowProblem = {
  tenantId: TenantId;
  psaConnectionId: PsaConnectionId;
  companyId: CompanyId;
  code: 'unknown-tenant' | 'unknown-company' | 'unknown-psa' | 'tenant-not-in-account' | 'linked-elsewhere' | 'twice-in-request';
  sentence: string;
};

/** `changes` and `skipped` together cover every unit of the request, unless there are problems. */
export type Plan = { readonly changes: UnitChange[]; readonly skipped: UnitKey[]; readonly problems: RowProblem[] };

type Request = {
  readonly rows: readonly SaveRow[];
  readonly lists: SourceLists;
  readonly units: readonly MappingUnit[];
  readonly psaConnections: readonly PsaConnection[];
  readonly decidedBy: Person;
  readonly at: string;
};
/** A row's surroundings: the request's other rows of its unit and of its tenant, and where the tenant is linked now. */
type Neighbours = { readonly unitRows: readonly SaveRow[]; readonly tenantRows: readonly SaveRow[]; readonly tenantUnits: readonly MappingUnit[] };
type CheckedRow = SaveRow & { readonly tenant: Tenant; readonly company: Company };

const rowsPerTurn = 200;

/** Turns rows as people wish them into whole units as the store commits them; every bad row is named with a sentence. */
export async function planChanges(request: Request, onProgress: (done: number) => void): Promise<Plan> {
  const plan: Plan = { changes: [], skipped: [], problems: [] };
  const units = new Map(request.units.map((unit) => [unitKeyText(unit), unit]));
  const unitsByTenant = groupBy(request.units, (unit) => unit.tenantId);
  const rowsByTenant = groupBy(request.rows, (row) => row.tenantId);
  let done = 0;
  for (const rows of groupBy(request.rows, unitKeyText).values()) {
    const checked = rows.flatMap((row) => {
      const neighbours = { unitRows: rows, tenantRows: rowsByTenant.get(row.tenantId) ?? [], tenantUnits: unitsByTenant.get(row.tenantId) ?? [] };
      return checkRow(row, neighbours, request, plan.problems);
    });
    const [first] = checked;
    if (first && checked.length === rows.length) planUnit(first, checked, units.get(unitKeyText(first))?.links ?? [], request, plan);
    done += rows.length;
    if (Math.floor(done / rowsPerTurn) !== Math.floor((done - rows.length) / rowsPerTurn)) {
      onProgress(done);
      await yieldTurn();
    }
  }
  onProgress(done);
  return plan;
}

function checkRow(row: SaveRow, { unitRows, tenantRows, tenantUnits }: Neighbours, { lists, psaConnections }: Request, problems: RowProblem[]): CheckedRow[] {
  const { tenantId, psaConnectionId, companyId, partnerAccountId } = row;
  const refuse = (code: RowProblem['code'], sentence: string): [] => {
    problems.push({ tenantId, psaConnectionId, companyId, code, sentence });
    return [];
  };
  const psa = psaConnections.find((connection) => connection.psaConnectionId === psaConnectionId);
  if (!psa) return refuse('unknown-psa', `There is no PSA connection "${psaConnectionId}".`);
  const tenant = lists.findTenant(tenantId);
  // What is linked may be removed even when its source no longer lists it.
  if (!tenant && row.action !== 'unlink') return refuse('unknown-tenant', `No connected Partner Center account lists the tenant ${tenantId}.`);
  const company = lists.findCompany({ psaConnectionId, companyId });
  if (!company && row.action !== 'unlink') return refuse('unknown-company', `${psa.name} has no company with the id ${companyId}. Please choose the company again.`);
  const name = tenant?.name ?? tenantId;
  if (partnerAccountId !== undefined && !lists.isListedBy(tenantId, partnerAccountId)) return refuse('tenant-not-in-account', `The chosen Partner Center account does not list ${name}. Please choose the tenant again.`);
  if (unitRows.length > 1 && !areCompatible(unitRows)) return refuse('twice-in-request', `${name} is in this save more than once for ${psa.name}. Keep one of its rows.`);
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

/** All rows are of one unit and were seen at one version. */
function planUnit({ tenantId, psaConnectionId, baseVersion }: CheckedRow, rows: readonly CheckedRow[], current: readonly CompanyLink[], request: Request, plan: Plan): void {
  let links = current;
  for (const row of rows) links = applyRow(row, links, request);
  const isUnchanged = links.length === current.length && links.every((link) => current.includes(link));
  if (isUnchanged) plan.skipped.push({ tenantId, psaConnectionId });
  else plan.changes.push({ tenantId, psaConnectionId, baseVersion, links });
}

function applyRow(row: CheckedRow, links: readonly CompanyLink[], { decidedBy, at }: Request): readonly CompanyLink[] {
  const existing = links.find((link) => link.companyId === row.companyId);
  const others = links.filter((link) => link.companyId !== row.companyId);
  switch (row.action) {
    case 'unlink':
      return existing ? others : links;
    case 'link-also':
      return existing ? links : [...links, newLink(row, decidedBy, at)];
    case 'link':
      return [existing ?? newLink(row, decidedBy, at)];
  }
}

function newLink({ tenant, company, companyId, origin }: CheckedRow, decidedBy: Person, decidedAt: string): CompanyLink {
  const { confidence, evidence } = compareTenant(tenant, company);
  return { companyId, origin, score: confidence.score, evidence, tenantNameThen: tenant.name, companyNameThen: company.name, decidedBy, decidedAt };
}

function goneCompany({ psaConnectionId, companyId }: SaveRow): Company {
  return { psaConnectionId, companyId, name: companyId, identifier: '', website: '', emailDomains: [], city: '', phone: '', status: '', isActive: false, tenantIds: [] };
}
