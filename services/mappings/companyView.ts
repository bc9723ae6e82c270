import { companyKeyText, type Company, type CompanyKey } from '../domain/company.js';
import type { PsaConnection } from '../domain/connection.js';
import type { CompanyId, PsaConnectionId } from '../domain/ids.js';
import type { MappingUnit } from '../domain/mapping.js';

/** A company as pickers and suggestions show it, with what tells same-named ones apart. */
export type CompanyView = {
  psaConnectionId: PsaConnectionId;
  psaName: string;
  companyId: CompanyId;
  name: string;
  identifier: string;
  city: string;
  website: string;
  status: string;
  isActive: boolean;
  /** How many tenants are linked to it already. */
  tenantCount: number;
};

/** Makes the views of one answer: names of PSAs and numbers of links are looked up once. */
export function companyPresenter(psaConnections: readonly PsaConnection[], units: readonly MappingUnit[]): (company: Company) => CompanyView {
  const psaNames = psaNamesOf(psaConnections);
  const tenantCounts = new Map<string, number>();
  for (const { psaConnectionId, links } of units) {
    for (const { companyId } of links) {
      const key = companyKeyText({ psaConnectionId, companyId });
      tenantCounts.set(key, (tenantCounts.get(key) ?? 0) + 1);
    }
  }
  return ({ psaConnectionId, companyId, name, identifier, city, website, status, isActive }) => ({
    psaConnectionId,
    psaName: psaNames(psaConnectionId),
    companyId,
    name,
    identifier,
    city,
    website,
    status,
    isActive,
    tenantCount: tenantCounts.get(companyKeyText({ psaConnectionId, companyId })) ?? 0,
  });
}

/** What people call a connection; its id where it is no longer connected. */
export function psaNamesOf(psaConnections: readonly PsaConnection[]): (psaConnectionId: PsaConnectionId) => string {
  const names = new Map(psaConnections.map((connection) => [connection.psaConnectionId, connection.name]));
  return (psaConnectionId) => names.get(psaConnectionId) ?? psaConnectionId;
}

/** Stands for a company that its PSA no longer lists. */
export function goneCompany({ psaConnectionId, companyId }: CompanyKey, name: string = companyId): Company {
  return { psaConnectionId, companyId, name, identifier: '', website: '', emailDomains: [], city: '', phone: '', status: '', isActive: false, tenantIds: [] };
}
