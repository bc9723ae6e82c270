import type { PartnerAccountId } from '../domain/ids.js';
import type { RefreshTokenStore } from './refreshTokens.js';

/** How the app proves who it is: a secret, or a certificate with its private key, both in one PEM text. */
export type AppProof = { readonly clientSecret: string } | { readonly certificatePem: string };

/** One partner account and the app that reads it. */
export type PartnerAccountAccess = AppProof & {
  readonly partnerAccountId: PartnerAccountId;
  readonly name: string;
  /** The partner's own Entra tenant. */
  readonly tenantId: string;
  readonly clientId: string;
  /** Given: calls are made on behalf of a person who signed in (App+User). Else by the app alone. */
  readonly refreshTokens?: RefreshTokenStore | undefined;
  /** Partner Center's customers (default), those with a delegated admin relationship (GDAP) as Microsoft Graph lists them, or both. */
  readonly lists?: 'customers' | 'delegated' | 'both' | undefined;
  /** Shall Microsoft Graph be asked whose tenant a company's domain is? Default: no. */
  readonly domainProof?: 'none' | 'graph' | undefined;
};
