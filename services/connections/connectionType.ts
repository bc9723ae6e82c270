import type { Participation } from '../domain/connection.js';
import type { PartnerAccountId, PsaConnectionId } from '../domain/ids.js';
import type { Remark } from '../domain/remark.js';
import type { PartnerCenter } from '../partnerCenter/partnerCenter.js';
import type { CompanyFile, CompanyFileReader } from '../psa/companyFile.js';
import type { CompanyKinds, PsaAdapter, PsaDefinition, SecretLabel } from '../psa/psaAdapter.js';
import type { SourceAccess } from '../domain/sync.js';

/** A secret that the other system replaces each time it is used, as a refresh token. `replace` is durable when it resolves, and rejects when somebody was quicker. */
export type RotatingSecret = { read(): Promise<{ readonly token: string; readonly version: number } | null>; replace(knownVersion: number, token: string): Promise<void> };

/** What a connection is made with. `settings` as the type's schema gives them. */
export type ConnectionAccess = {
  readonly name: string;
  readonly settings: unknown;
  readonly secrets: Readonly<Record<string, string>>;
  /** By name, those of `secrets` in the shape for what rotates. */
  readonly rotating: Readonly<Record<string, RotatingSecret>>;
  readonly participation: Participation;
  /** For kinds that take a file. */
  readonly companyFile?: CompanyFile | undefined;
};

type CommonType = {
  /** The PSA's id, or `partnerCenter`. */
  readonly typeId: string;
  /** For people. */
  readonly name: string;
  readonly settingsSchema: PsaDefinition['settingsSchema'];
  readonly secretNames: readonly string[];
  /** Those that may be left out. */
  readonly optionalSecretNames?: readonly string[] | undefined;
  /** Exactly one of these is needed: a new one takes the place of the other. */
  readonly alternativeSecretNames?: readonly string[] | undefined;
  /** What is wrong with a secret that can be seen without a call. */
  secretProblem?(name: string, value: string): Remark | undefined;
  readonly secretLabels: Readonly<Record<string, SecretLabel>>;
};
export type PsaType = CommonType & { readonly kind: 'psa-connection'; /** Its companies come from a file that people upload. */ readonly companyFile?: CompanyFileReader | undefined; connect(psaConnectionId: PsaConnectionId, access: ConnectionAccess): PsaAdapter };
export type PartnerAccountType = CommonType & { readonly kind: 'partner-account'; connect(partnerAccountId: PartnerAccountId, access: ConnectionAccess): PartnerCenter };
/** The port: a kind of connection that people may add. */
export type ConnectionType = PsaType | PartnerAccountType;

/** What can be tried before anything is saved. */
export type Trial = { checkAccess(options: { readonly signal: AbortSignal }): Promise<SourceAccess>; readonly kinds?: CompanyKinds | undefined };

/** A connection that nothing is kept of. Sentences about it use its name in the place of an id. */
export function connectForTrial(type: ConnectionType, access: ConnectionAccess): Trial {
  return type.kind === 'psa-connection' ? type.connect(access.name as PsaConnectionId, access) : type.connect(access.name as PartnerAccountId, access);
}
