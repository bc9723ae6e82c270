import { parseTenantId, type CompanyId, type PsaConnectionId, type TenantId } from '../../../services/domain/ids.js';
import type { CompanyKey } from '../../../services/domain/company.js';
import type { UnitView } from '../../../services/index.js';

/** A tenant as a person saw it: which versions its links had, and whether it had any, per PSA connection that was ever linked. */
export type SeenTenant = { readonly tenantId: TenantId; readonly units: ReadonlyMap<PsaConnectionId, SeenUnit> };
type SeenUnit = { readonly version: number; readonly isLinked: boolean };

/** `psa|companyId`. Connection ids have no '|'. */
export function companyValue({ psaConnectionId, companyId }: CompanyKey): string {
  return `${psaConnectionId}|${companyId}`;
}

export function parseCompanyValue(value: string): CompanyKey | undefined {
  const [, psaConnectionId, companyId] = /^([^|]+)\|(.+)$/s.exec(value) ?? [];
  return psaConnectionId && companyId ? { psaConnectionId: psaConnectionId as PsaConnectionId, companyId: companyId as CompanyId } : undefined;
}

/** `tenantId|psa:version:links,psa:version:links`: what is saved is based on the versions that were shown. */
export function tenantValue({ tenantId, units }: { readonly tenantId: TenantId; readonly units: readonly UnitView[] }): string {
  return `${tenantId}|${units.map(({ psaConnectionId, version, links }) => `${psaConnectionId}:${version}:${links.length}`).join(',')}`;
}

export function parseTenantValue(value: string): SeenTenant | undefined {
  const [idText = '', unitsText = ''] = value.split('|');
  const tenantId = parseTenantId(idText);
  if (!tenantId) return undefined;
  const units = new Map<PsaConnectionId, SeenUnit>();
  for (const unitText of unitsText.split(',').filter((text) => text !== '')) {
    const [, psaConnectionId, version, links] = /^([^:]+):(\d{1,9}):(\d{1,9})$/.exec(unitText) ?? [];
    if (psaConnectionId === undefined) return undefined;
    units.set(psaConnectionId as PsaConnectionId, { version: Number(version), isLinked: Number(links) > 0 });
  }
  return { tenantId, units };
}

export function isLinkedAnywhere({ units }: SeenTenant): boolean {
  return [...units.values()].some((unit) => unit.isLinked);
}

/** The same company, or the same tenant whatever its versions were. */
export function isSameChoice(a: string, b: string): boolean {
  const tenantId = parseTenantValue(a)?.tenantId;
  return a === b || (tenantId !== undefined && tenantId === parseTenantValue(b)?.tenantId);
}
