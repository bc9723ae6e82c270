import type { Company } from '../domain/company.js';
import type { Participation, StoredConnection } from '../domain/connection.js';
import type { OrgId } from '../domain/ids.js';
import type { Remark } from '../domain/remark.js';
import type { SourceRef } from '../domain/sync.js';
import type { CompanyFileMapping, CompanyFilePreview, CompanyFileReader } from '../psa/companyFile.js';
import { AppError } from '../runtime/errors.js';
import { readSettings } from '../runtime/settingsForm.js';
import { yieldTurn } from '../runtime/yieldTurn.js';
import type { StoredFile } from '../storage/ports.js';
import { requireFileReader } from './companyFile.js';
import type { ConnectionPorts } from './connectionPorts.js';
import { findStored } from './readDraft.js';

export type PreviewFileRequest = {
  readonly typeId: string;
  /** The connection that it is for; null: a new one. */
  readonly source: SourceRef | null;
  /** Null: the file that the connection has. */
  readonly fileId: string | null;
  /** Which column holds what; null: as the connection has it, or as guessed. */
  readonly mapping: Readonly<Record<string, string>> | null;
  readonly participation: Participation;
};
/** What the connection's list would be, compared with what it is now. `goneNames`: the first of them by name. */
export type FileChanges = { added: number; changed: number; unchanged: number; gone: number; goneNames: string[] };
export type FilePreview = { name: string; headings: string[]; samples: string[][]; mapping: Record<string, string>; rows: Record<string, string>[]; companyCount: number; faultyCount: number; problems: Remark[]; /** Null: there is no list yet, or the file gives none. */ changes: FileChanges | null };

const shownNames = 5;

/** What an uploaded file would give, before anything is saved. AppError `not-found` when the file is no longer there. */
export function previewFile(ports: ConnectionPorts) {
  return async ({ orgId }: { readonly orgId: OrgId }, request: PreviewFileRequest): Promise<FilePreview> => {
    const reader = requireFileReader(ports, request.typeId);
    const existing = request.source === null ? undefined : await findStored(ports, orgId, request.source);
    const fileId = request.fileId ?? existing?.file?.fileId;
    const file = fileId === undefined ? undefined : await ports.store.files.read(orgId, fileId);
    if (!file) throw new AppError('not-found', 'the file is not there', { sentence: 'The file is no longer here. Please choose it again.', facts: [{ code: 'file-away' }] });
    const preview = await reader.preview(file.text, request.mapping ? withoutEmpty(request.mapping) : await usualMapping(reader, file.text, existing));
    return { ...present(preview), name: file.name, changes: existing ? await compare(ports, orgId, request, { existing, file, preview }) : null };
  };
}

function withoutEmpty(mapping: CompanyFileMapping): CompanyFileMapping {
  return Object.fromEntries(Object.entries(mapping).filter(([, heading]) => heading));
}

/** As the connection has it, as far as the file still has those columns; the rest as guessed. */
async function usualMapping(reader: CompanyFileReader, text: string, existing: StoredConnection | undefined): Promise<CompanyFileMapping | undefined> {
  if (!existing) return undefined;
  const { headings, mapping } = await reader.preview(text);
  const kept = Object.entries(existing.settings).flatMap(([field, wanted]) => headings.filter((heading) => typeof wanted === 'string' && heading.toLowerCase() === wanted.toLowerCase()).slice(0, 1).map((heading) => [field, heading] as const));
  const taken = new Set(kept.map(([, heading]) => heading));
  // What people left open on purpose stays open; only what can't be done without is guessed.
  const guessed = Object.entries(mapping).filter(([field, heading]) => existing.settings[field] !== undefined && heading !== undefined && !taken.has(heading));
  return Object.fromEntries([...guessed, ...kept]);
}

function present({ headings, samples, mapping, rows, companyCount, faultyCount, problems }: CompanyFilePreview): Omit<FilePreview, 'name' | 'changes'> {
  const filled = Object.entries(mapping).filter((one): one is [string, string] => one[1] !== undefined);
  return { headings: [...headings], samples: samples.map((texts) => [...texts]), mapping: Object.fromEntries(filled), rows: rows.map((row) => ({ ...row })), companyCount, faultyCount, problems: [...problems] };
}

type Read = { readonly existing: StoredConnection; readonly file: StoredFile; readonly preview: CompanyFilePreview };

async function compare(ports: ConnectionPorts, orgId: OrgId, { participation }: PreviewFileRequest, { existing, file, preview }: Read): Promise<FileChanges | null> {
  const { source, typeId, name } = existing;
  const type = ports.connectionTypes.find((one) => one.typeId === typeId);
  const reading = type && readSettings(type.settingsSchema, preview.mapping);
  if (preview.companyCount === 0 || type?.kind !== 'psa-connection' || source.kind !== 'psa-connection' || reading?.kind !== 'read') return null;
  const adapter = type.connect(source.psaConnectionId, { name, settings: reading.settings, secrets: {}, rotating: {}, participation, companyFile: { read: () => Promise.resolve(file) } });
  const { items } = await adapter.listCompanies();
  const before = (await ports.sourceLists.read(orgId)).companies.filter(({ psaConnectionId }) => psaConnectionId === source.psaConnectionId);
  return before.length === 0 ? null : countChanges(before, items);
}

async function countChanges(before: readonly Company[], after: readonly Company[]): Promise<FileChanges> {
  const known = new Map(before.map((company) => [company.companyId, company]));
  let [added, changed] = [0, 0];
  for (const [at, company] of after.entries()) {
    const old = known.get(company.companyId);
    if (!old) added += 1;
    else if (contentOf(old) !== contentOf(company)) changed += 1;
    if (at % 1000 === 999) await yieldTurn();
  }
  const listed = new Set(after.map(({ companyId }) => companyId));
  const gone = before.filter(({ companyId }) => !listed.has(companyId)).sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
  return { added, changed, unchanged: after.length - added - changed, gone: gone.length, goneNames: gone.slice(0, shownNames).map(({ name }) => name) };
}

/** Stores may give the fields in another order. */
function contentOf(company: Company): string {
  return JSON.stringify(Object.entries(company).sort(([a], [b]) => (a < b ? -1 : 1)));
}
