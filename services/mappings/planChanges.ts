import { groupBy } from '../domain/groupBy.js';
import { unitKeyText, type CompanyLink, type MappingUnit, type UnitChange, type UnitKey } from '../domain/mapping.js';
import type { Person } from '../domain/organization.js';
import { compareTenant } from '../matching/compareTenant.js';
import { yieldTurn } from '../runtime/yieldTurn.js';
import { checkRow, type CheckedRow, type RowSources } from './checkRow.js';
import type { RowProblem, SaveRow } from './saveRow.js';

/** `changes` and `skipped` together cover every unit of the request, unless there are problems. */
export type Plan = { readonly changes: UnitChange[]; readonly skipped: UnitKey[]; readonly problems: RowProblem[] };

type Request = RowSources & {
  readonly rows: readonly SaveRow[];
  readonly units: readonly MappingUnit[];
  readonly decidedBy: Person;
  /** ISO 8601, UTC. */
  readonly at: string;
};

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
