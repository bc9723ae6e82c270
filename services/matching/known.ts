import { companyKeyText, type CompanyKey } from '../domain/company.js';
import type { TenantId } from '../domain/ids.js';

/** A tenant and a company. */
export type Pair = CompanyKey & { readonly tenantId: TenantId };

/**
 * What people settled earlier. It rules over everything that the matcher finds; so do the tenant ids that a PSA itself stores, which
 * each company brings along (`Company.tenantIds`).
 */
export type Known = {
  /** Saved links: such tenants come out as `already-mapped`. */
  readonly mappings: readonly Pair[];
  /** Names of tenants that people linked to a company: another tenant of that name is probably the same company's. */
  readonly aliases: readonly (CompanyKey & { readonly name: string })[];
  /** "Not this company": never offered again. */
  readonly rejected: readonly Pair[];
};

export const nothingKnown: Known = { mappings: [], aliases: [], rejected: [] };

/** Key for maps; the parts hold no line breaks. */
export function pairText(pair: Pair): string {
  return `${pair.tenantId}\n${companyKeyText(pair)}`;
}
