import type { z } from 'zod';
import type { Company } from '../domain/company.js';
import type { PsaId } from '../domain/connection.js';
import type { CompanyId, PsaConnectionId, TenantId } from '../domain/ids.js';
import type { RunOptions } from '../domain/progress.js';
import type { SourceAccess, SourceChanges, SourceList } from '../domain/sync.js';
import type { SourceTools } from '../runtime/sourceTools.js';
import type { CompanyFile, CompanyFileReader } from './companyFile.js';

type Cancellable = Pick<RunOptions, 'signal'>;

/** The port: one connection to a PSA. The optional members are skills that only some PSAs have. All reject with an AppError (`source-*`). */
export type PsaAdapter = {
  /** Every company that is listed. Rejects when nothing could be read; what was read in part is `partial`. */
  listCompanies(options?: RunOptions): Promise<SourceList<Company>>;
  /** What the credentials may really read, found out in few calls. Rejects when they can't read companies at all. */
  checkAccess(options?: Cancellable): Promise<SourceAccess>;
  readonly changes?: CompanyChanges;
  readonly kinds?: CompanyKinds;
  readonly tenantIdWriter?: TenantIdWriter;
  readonly companyCreator?: CompanyCreator;
};

/**
 * Pulls only what changed. All or nothing: it rejects rather than leave out a change. It can't see everything (a contact that was deleted,
 * a status that was redefined), so a whole list is due from time to time.
 */
export type CompanyChanges = {
  /** `since`: ISO 8601, UTC; when the last pull began. An adapter looks back a little further, for clocks that differ. */
  listChanges(since: string, options?: Cancellable): Promise<SourceChanges<Company>>;
};

/** A company type or status of the PSA, for people to choose from. `takesPartByDefault`: by its flag in the PSA, where there is one. */
export type CompanyKind = { readonly id: string; readonly name: string; readonly takesPartByDefault: boolean };
export type CompanyKinds = { listKinds(options?: Cancellable): Promise<{ readonly types: readonly CompanyKind[]; readonly statuses: readonly CompanyKind[] }> };

/** Adds the tenant id to the field that the settings name, beside those already there, and makes sure that it is stored. Two calls for one company must not run at once. */
export type TenantIdWriter = { storeTenantId(companyId: CompanyId, tenantId: TenantId, options?: Cancellable): Promise<'stored' | 'already-there'> };

/** A company to create. '' where nothing is known; the PSA may ask for more, which its refusal then says. */
export type NewCompany = {
  readonly name: string;
  readonly website: string;
  readonly phone: string;
  readonly addressLine: string;
  readonly city: string;
  /** From `listKinds`; null: the PSA's own default. */
  readonly typeId: string | null;
  /** Stored with the company where the connection has a field for it. */
  readonly tenantId: TenantId | null;
};
export type CompanyCreator = {
  /** Never sent twice: no PSA can tell a repeated order from a second one. After a failure the company may be there all the same. */
  createCompany(fields: NewCompany, options?: Cancellable): Promise<Company>;
  /** Every company that the PSA has under this name at this moment, as far as it keeps long names, inactive ones and those that take no part included. E-mail domains may be missing. */
  findByName(name: string, options?: Cancellable): Promise<readonly Company[]>;
};

/**
 * Which companies take part, by ids from `listKinds`. null: the PSA's own flags decide (no vendors; inactive statuses are inactive).
 * A company of another type is not listed; one with another status is listed as inactive, so that its links show it. Without a type: the flags decide.
 */
export type Participation = { readonly typeIds: readonly string[] | null; readonly statusIds: readonly string[] | null };

export type PsaAccess<Settings = unknown, SecretName extends string = string> = {
  readonly psaConnectionId: PsaConnectionId;
  readonly settings: Settings;
  readonly secrets: Readonly<Record<SecretName, string>>;
  readonly participation?: Participation | undefined;
  /** For PSAs whose definition has a `companyFile`. */
  readonly companyFile?: CompanyFile | undefined;
};

/** How a secret is asked for. `isLong`: it has several lines. */
export type SecretLabel = { readonly title: string; readonly description: string; readonly isLong?: boolean };

/** What a PSA folder exports: its name, what it must be told, and how to connect. */
export type PsaDefinition<Settings = unknown, SecretName extends string = string> = {
  readonly psaId: PsaId;
  /** The product's name for people. */
  readonly name: string;
  /** Also draws the form: every field has a title and a description, see `z.toJSONSchema(settingsSchema, { io: 'input' })`. */
  readonly settingsSchema: z.ZodType<Settings>;
  readonly secretNames: readonly SecretName[];
  readonly secretLabels: Readonly<Record<SecretName, SecretLabel>>;
  /** Companies come from a file that people upload; this reads one before it is stored. */
  readonly companyFile?: CompanyFileReader;
  connect(access: PsaAccess<Settings, SecretName>, tools: SourceTools): PsaAdapter;
};
