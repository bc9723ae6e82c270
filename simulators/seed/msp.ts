/** The world that the simulators show: one MSP, its Partner Center accounts, its PSAs. Plain data, made by `makeMsp` or read from files. */
export type Msp = {
  readonly orgId: string;
  readonly name: string;
  /** People who may sign in to the simulated Teams. */
  readonly people: readonly { readonly userId: string; readonly name: string; readonly role: 'admin' | 'mapper' | 'viewer' }[];
  readonly partnerAccounts: readonly MspPartnerAccount[];
  /** Absent PSAs are not simulated. */
  readonly connectWise?: readonly MspCompany[];
  readonly haloPsa?: readonly MspCompany[];
  /** What a perfect mapping would be; null: the tenant has no company. Empty for lists read from files. */
  readonly truth: Readonly<Record<string, { readonly psa: 'connectWise' | 'haloPsa'; readonly companyId: string } | null>>;
};

export type MspPartnerAccount = {
  /** As in the settings file. */
  readonly id: string;
  readonly name: string;
  /** The account's own Entra tenant. */
  readonly tenantId: string;
  readonly tenants: readonly MspTenant[];
  /** Customers with an active delegated admin relationship, as Graph lists them; they may or may not be among `tenants`. Default: none. */
  readonly delegated?: readonly MspTenant[];
};

export type MspTenant = { readonly tenantId: string; readonly name: string; readonly domain: string; readonly relationship: string; /** Verified domains beside `domain`, which only Graph tells. Default: none. */ readonly otherDomains?: readonly string[] };

export type MspCompany = {
  /** Positive, unique in its PSA. */
  readonly id: number;
  readonly name: string;
  readonly identifier: string;
  readonly website: string;
  readonly emailDomains: readonly string[];
  readonly city: string;
  readonly phone: string;
  /** The PSA's word, such as Active, Inactive, Prospect. */
  readonly status: string;
  readonly isInactive: boolean;
  readonly isDeleted: boolean;
  /** Tenant ids that the PSA itself stores for the company. */
  readonly tenantIds: readonly string[];
};
