import type { z } from 'zod';
import type { Company } from '../domain/company.js';
import type { PsaId } from '../domain/connection.js';
import type { PsaConnectionId } from '../domain/ids.js';
import type { RunOptions } from '../domain/progress.js';
import type { SourceList } from '../domain/sync.js';
import type { SourceTools } from '../runtime/sourceTools.js';

/** The port: one connection to a PSA. */
export type PsaAdapter = {
  /** Every company that takes part. Rejects with an AppError (`source-*`) when nothing could be read; what was read in part is `partial`. */
  listCompanies(options?: RunOptions): Promise<SourceList<Company>>;
};

/** What a PSA folder exports: its name, what it must be told, and how to connect. */
export type PsaDefinition<Settings = unknown, SecretName extends string = string> = {
  readonly psaId: PsaId;
  /** The product's name for people. */
  readonly name: string;
  readonly settingsSchema: z.ZodType<Settings>;
  readonly secretNames: readonly SecretName[];
  connect(connection: { readonly psaConnectionId: PsaConnectionId; readonly settings: Settings; readonly secrets: Readonly<Record<SecretName, string>> }, tools: SourceTools): PsaAdapter;
};
