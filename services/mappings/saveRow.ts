import type { CompanyId, PartnerAccountId, PsaConnectionId, TenantId } from '../domain/ids.js';
import type { MappingOrigin } from '../domain/mapping.js';

/**
 * One wish about one tenant and one company.
 * `link`: this company alone, in place of any other in that PSA. `link-also`: beside the others. `unlink`: no longer.
 */
export type SaveRow = {
  readonly action: 'link' | 'link-also' | 'unlink';
  readonly tenantId: TenantId;
  readonly psaConnectionId: PsaConnectionId;
  readonly companyId: CompanyId;
  /** The unit's version when the person saw it; 0 when it had none. */
  readonly baseVersion: number;
  readonly origin: Extract<MappingOrigin, 'auto' | 'manual' | 'chat'>;
  /** Given when a person picked a partner account: it must list the tenant. */
  readonly partnerAccountId?: PartnerAccountId | undefined;
};

export type RowProblem = {
  tenantId: TenantId;
  psaConnectionId: PsaConnectionId;
  companyId: CompanyId;
  code: 'unknown-tenant' | 'unknown-company' | 'unknown-psa' | 'tenant-not-in-account' | 'linked-elsewhere' | 'twice-in-request';
  sentence: string;
};
