import type { PartnerAccountId, PsaConnectionId } from './ids.js';

/** Which PSA product: the folder name under services/psa. */
export type PsaId = string;

/** A Microsoft Partner Center account as people see it. */
export type PartnerAccount = { readonly partnerAccountId: PartnerAccountId; readonly name: string };

/** A PSA connection as people see it. Its settings and secrets stay with its adapter. */
export type PsaConnection = {
  readonly psaConnectionId: PsaConnectionId;
  readonly psaId: PsaId;
  /** The product, such as "HaloPSA". */
  readonly psaName: string;
  /** What this organization calls the connection. */
  readonly name: string;
};
