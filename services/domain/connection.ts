import type { PartnerAccountId, PsaConnectionId } from './ids.js';
import type { Person } from './organization.js';
import type { SourceRef } from './sync.js';

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

/** Which companies of a PSA take part, by the PSA's own ids; null: those that do by default. */
export type Participation = { readonly typeIds: readonly string[] | null; readonly statusIds: readonly string[] | null };

/** Who did what to a connection, and when (ISO 8601, UTC). `details`: what changed, in words, without any secret. */
export type ConnectionChange = {
  readonly kind: 'added' | 'changed' | 'secrets-replaced' | 'paused' | 'resumed' | 'removed';
  readonly by: Person;
  readonly at: string;
  readonly details: string;
};

/** A file that people uploaded, without what is in it. `uploadedAt`: ISO 8601, UTC. */
export type FileHead = { readonly fileId: string; readonly name: string; readonly uploadedAt: string };

/** A connection that people manage, as one change left it. Its secrets are kept elsewhere, under ids. */
export type StoredConnection = {
  readonly source: SourceRef;
  /** Counts its changes, from 1. */
  readonly version: number;
  readonly name: string;
  /** The PSA, or `partnerCenter`. */
  readonly typeId: string;
  /** As people gave them; the type's schema reads them. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly participation: Participation;
  readonly secrets: Readonly<Record<string, { readonly secretId: string; readonly setAt: string }>>;
  /** Where the rows come from a file. */
  readonly file?: FileHead | undefined;
  /** Addresses that are none of the vendor's own, and who said that they are right. */
  readonly confirmedHosts: readonly { readonly host: string; readonly by: Person; readonly at: string }[];
  readonly isPaused: boolean;
  /** It is gone; its id is never given again. */
  readonly isRemoved: boolean;
  readonly change: ConnectionChange;
};
