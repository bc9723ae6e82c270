import type { CompanyId, PsaConnectionId, TenantId } from './ids.js';

/** The PSA's record of an organisation, in our words. Missing texts are '' and missing lists are []. */
export type Company = {
  readonly psaConnectionId: PsaConnectionId;
  readonly companyId: CompanyId;
  readonly name: string;
  /** The PSA's short code (ConnectWise identifier, HaloPSA ref). */
  readonly identifier: string;
  /** As typed in the PSA: a host, an URL or junk. */
  readonly website: string;
  /** Domains of its contacts' e-mail addresses, lower case, without '@'. */
  readonly emailDomains: readonly string[];
  readonly city: string;
  readonly phone: string;
  /** The PSA's own words for status and type, for display: they tell same-named companies apart. */
  readonly status: string;
  readonly isActive: boolean;
  /** Microsoft tenant ids that the PSA itself stores for this company. */
  readonly tenantIds: readonly TenantId[];
};

/** Identifies a company across all PSA connections of an organization. */
export type CompanyKey = Pick<Company, 'psaConnectionId' | 'companyId'>;

/** Key for maps; the parts hold no line breaks. */
export function companyKeyText({ psaConnectionId, companyId }: CompanyKey): string {
  return `${psaConnectionId}\n${companyId}`;
}

/** One order of all companies, the same on every machine; not one for people. */
export function isCompanyBefore(left: CompanyKey, right: CompanyKey): boolean {
  return left.psaConnectionId === right.psaConnectionId ? left.companyId < right.companyId : left.psaConnectionId < right.psaConnectionId;
}
