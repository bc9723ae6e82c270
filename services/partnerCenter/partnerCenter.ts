import type { RunOptions } from '../domain/progress.js';
import type { SourceAccess, SourceList } from '../domain/sync.js';
import type { AccountTenant } from '../domain/tenant.js';

/** The port: one Microsoft Partner Center account. */
export type PartnerCenter = {
  /** Every customer tenant. Rejects with an AppError (`source-*`) when nothing could be read; what was read in part is `partial`. */
  listTenants(options?: RunOptions): Promise<SourceList<AccountTenant>>;
  /** What the credentials may really read, found out in few calls. Rejects when they can read no customers at all. */
  checkAccess(options?: Pick<RunOptions, 'signal'>): Promise<SourceAccess>;
};
