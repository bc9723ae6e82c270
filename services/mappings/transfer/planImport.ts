import { createHash } from 'node:crypto';
import type { Company } from '../../domain/company.js';
import { groupBy } from '../../domain/groupBy.js';
import type { CompanyLink, MappingUnit, UnitKey } from '../../domain/mapping.js';
import type { Person } from '../../domain/organization.js';
import { remark } from '../../domain/remark.js';
import type { Tenant } from '../../domain/tenant.js';
import { compareTenant } from '../../matching/compareTenant.js';
import { AppError } from '../../runtime/errors.js';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import type { SourceLists } from '../../sync/sourceLists.js';
import { psaNamesOf } from '../companyView.js';
import type { MappingState } from '../readMappingState.js';
import type { RefusedLine } from './importLine.js';
import type { Wish, Wishes } from './readWishes.js';

export type ImportChange = UnitKey & { readonly line: number; readonly baseVersion: number; readonly before: readonly CompanyLink[]; readonly after: readonly CompanyLink[] };
/** `fingerprint` stands for exactly these changes: what was previewed is what is saved. `unchanged` counts tenants. */
export type ImportPlan = { readonly changes: readonly ImportChange[]; readonly unchanged: number; readonly refused: readonly RefusedLine[]; readonly fingerprint: string };

/** A save is all or nothing, and this many rows are what one save carries everywhere. */
export const maxChanges = 10_000;
const tenantsPerTurn = 200;

type By = { readonly decidedBy: Person; /** ISO 8601, UTC. */ readonly decidedAt: string };

/** The file against what is linked. A tenant in the file gets exactly the companies that it names; other tenants stay as they are. AppError `too-large`. */
export async function planImport({ wishes, refused }: Wishes, { sources, lists, units }: MappingState, by: By): Promise<ImportPlan> {
  const surroundings: Surroundings = { findTenant: (tenantId) => lists.findTenant(tenantId), findCompany: (key) => lists.findCompany(key), psaNameOf: psaNamesOf(sources.psaConnections) };
  const unitsByTenant = groupBy(units, (unit) => unit.tenantId);
  const changes: ImportChange[] = [];
  const problems = [...refused];
  let unchanged = 0;
  for (const [index, wish] of wishes.entries()) {
    if (index % tenantsPerTurn === tenantsPerTurn - 1) await yieldTurn();
    const own = unitsByTenant.get(wish.tenantId) ?? [];
    const found = planTenant(wish, own, surroundings, by);
    problems.push(...found.problems);
    if (found.problems.length > 0) continue;
    if (found.changes.length === 0) unchanged += 1;
    changes.push(...found.changes);
  }
  if (changes.length > maxChanges) {
    const sentence = `This file changes ${changes.length} tenants. One import changes at most ${maxChanges}, because it is saved as a whole or not at all. Please split the file.`;
    throw new AppError('too-large', `${changes.length} changes in one import`, { sentence, facts: [{ code: 'import-too-many-changes', count: changes.length, most: maxChanges }] });
  }
  const fingerprint = createHash('sha256').update(JSON.stringify(changes.map(({ tenantId, psaConnectionId, baseVersion, after }) => [tenantId, psaConnectionId, baseVersion, after.map(({ companyId }) => companyId)]))).digest('hex');
  return { changes, unchanged, refused: problems.sort((a, b) => a.line - b.line), fingerprint };
}

type Surroundings = Pick<SourceLists, 'findTenant' | 'findCompany'> & { readonly psaNameOf: ReturnType<typeof psaNamesOf> };

function planTenant({ tenantId, line, companies }: Wish, units: readonly MappingUnit[], around: Surroundings, by: By): { changes: ImportChange[]; problems: RefusedLine[] } {
  const problems: RefusedLine[] = [];
  const tenant = around.findTenant(tenantId);
  if (!tenant && units.length === 0) return { changes: [], problems: [{ line, ...remark(`No connected Partner Center account lists the tenant ${tenantId}.`, { code: 'tenant-unlisted', tenantId }) }] };
  const wanted = groupBy([...companies.values()], (company) => company.psaConnectionId);
  const changes: ImportChange[] = [];
  for (const psaConnectionId of new Set([...units.map((unit) => unit.psaConnectionId), ...wanted.keys()])) {
    const { version, links } = units.find((unit) => unit.psaConnectionId === psaConnectionId) ?? { version: 0, links: [] };
    const ids = new Set((wanted.get(psaConnectionId) ?? []).map((company) => company.companyId));
    const kept = links.filter((link) => ids.has(link.companyId));
    const keptIds = new Set(kept.map((link) => link.companyId));
    const added = (wanted.get(psaConnectionId) ?? []).filter((company) => !keptIds.has(company.companyId));
    const newLinks = added.flatMap((key): CompanyLink[] => {
      const company = around.findCompany(key);
      if (!company) problems.push({ line: key.line, ...remark(`${around.psaNameOf(psaConnectionId)} has no company with the id ${key.companyId}.`, { code: 'import-company-unknown', psa: around.psaNameOf(psaConnectionId), company: key.companyId }) });
      else if (!tenant) problems.push({ line: key.line, ...remark(`No connected Partner Center account lists the tenant ${tenantId} any more, so it can't be linked anew.`, { code: 'import-tenant-gone', tenantId }) });
      return company && tenant ? [importedLink(tenant, company, by)] : [];
    });
    if (added.length > 0 || kept.length < links.length) changes.push({ tenantId, psaConnectionId, line: added[0]?.line ?? line, baseVersion: version, before: links, after: [...kept, ...newLinks] });
  }
  return { changes, problems };
}

function importedLink(tenant: Tenant, company: Company, { decidedBy, decidedAt }: By): CompanyLink {
  const { confidence, evidence } = compareTenant(tenant, company);
  return { companyId: company.companyId, origin: 'import', score: confidence.score, evidence, tenantNameThen: tenant.name, companyNameThen: company.name, decidedBy, decidedAt };
}
