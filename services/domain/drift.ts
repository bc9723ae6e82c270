import type { CompanyId, PartnerAccountId, PsaConnectionId, TenantId } from './ids.js';

/**
 * What is no longer as it was when a link was saved. `renamed` on either side; `inactive`: the company takes no part in new work any
 * more; `deleted`: its PSA no longer lists it; `relationship-lost`: no connected partner account lists the tenant any more.
 */
export type LinkDriftKind = 'tenant-renamed' | 'company-renamed' | 'company-inactive' | 'company-deleted' | 'relationship-lost';

/** One change of one side of a link; a link may have several. */
export type LinkDrift = {
  readonly kind: LinkDriftKind;
  readonly tenantId: TenantId;
  readonly psaConnectionId: PsaConnectionId;
  readonly companyId: CompanyId;
  /** The name at the time of linking. */
  readonly nameThen: string;
  /** Of what was renamed: its name today. Of an inactive company: its status, or why it takes no part, in the PSA's words; perhaps ''. Else ''. */
  readonly now: string;
};

/** A tenant that appeared after its partner accounts were first read, and that nobody has linked or ignored. `firstListedAt`: ISO 8601, UTC. */
export type NewTenant = { readonly tenantId: TenantId; readonly name: string; readonly domain: string; readonly partnerAccountIds: readonly PartnerAccountId[]; readonly firstListedAt: string };

/** `unjudged` counts links of which one side can't be judged: its list was never read whole, or its connection is gone. */
export type Drift = { readonly links: readonly LinkDrift[]; readonly newTenants: readonly NewTenant[]; readonly unjudged: number };
