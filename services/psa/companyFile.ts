import type { Remark } from '../domain/remark.js';

/** The port for PSAs without an API: the latest file that people uploaded for a connection, decoded; null: none yet. `uploadedAt`: ISO 8601, UTC. */
export type CompanyFile = { read(): Promise<{ readonly text: string; readonly name: string; readonly uploadedAt: string } | null> };

/** What a column may hold. */
export const companyFileFields = ['id', 'name', 'website', 'email', 'city', 'phone', 'status', 'type', 'tenantId'] as const;
export type CompanyFileField = (typeof companyFileFields)[number];

/** Which column, by its heading, holds what. Fields that no column holds are absent or ''. */
export type CompanyFileMapping = Readonly<Partial<Record<CompanyFileField, string | undefined>>>;

/** The dry run: what a file would give. Nothing is stored. */
export type CompanyFilePreview = {
  readonly headings: readonly string[];
  /** For each heading the first different texts under it, at most 3. */
  readonly samples: readonly (readonly string[])[];
  /** As given, or as guessed from the headings. */
  readonly mapping: CompanyFileMapping;
  /** The first rows as companies would show them, at most 10. */
  readonly rows: readonly Readonly<Record<CompanyFileField, string>>[];
  /** Rows that become companies. */
  readonly companyCount: number;
  /** Rows that can't be read, each with a problem of its own. */
  readonly faultyCount: number;
  /** With line numbers; the first 50. Empty: every row can be read. */
  readonly problems: readonly Remark[];
};

export type CompanyFileReader = {
  /** The file's bytes as text: UTF-8, or UTF-16 by its byte order mark or its zero bytes; else Windows-1252. */
  decode(bytes: Uint8Array): string;
  /** Never rejects: what is wrong is told in `problems`. Gives way to other work. */
  preview(text: string, mapping?: CompanyFileMapping): Promise<CompanyFilePreview>;
};
