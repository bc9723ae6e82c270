import type { RunOptions } from '../domain/progress.js';
import type { SourceAccess, SourceList } from '../domain/sync.js';
import type { AccountTenant } from '../domain/tenant.js';

/** `known`: the rows of the last good list. `companyDomains`: domains that the companies of the PSAs have, each the whole of a registered one. */
export type DomainQuestion = { readonly known: readonly AccountTenant[]; readonly companyDomains: readonly string[]; readonly signal?: AbortSignal | undefined };

/** Asks Microsoft whose the domains are. */
export type DomainProver = {
  /**
   * The tenants with the domains that are known to be theirs: what the known rows tell, and what a limited number of calls tells anew; the
   * next pull asks on. What can't be asked is left out, since domains only help. Rejects when cancelled.
   */
  addOwnDomains(tenants: readonly AccountTenant[], question: DomainQuestion): Promise<readonly AccountTenant[]>;
};

/** The port: one Microsoft Partner Center account. */
export type PartnerCenter = {
  /** Every customer tenant. Rejects with an AppError (`source-*`) when nothing could be read; what was read in part is `partial`. */
  listTenants(options?: RunOptions): Promise<SourceList<AccountTenant>>;
  /** What the credentials may really read, found out in few calls. Rejects when they can read no customers at all. */
  checkAccess(options?: Pick<RunOptions, 'signal'>): Promise<SourceAccess>;
  /** Where the account's settings ask for it. */
  readonly domains?: DomainProver;
};
