import type { CompanyKind, Participation } from '../psaAdapter.js';
import type { CompanyFileRow } from './readCompanyRows.js';

/** Files have no flags, so these words mean inactive unless people choose the statuses themselves. */
const inactiveWords = new Set(['inactive', 'inaktiv', 'inactif', 'inactivo', 'inattivo', 'disabled', 'deactivated', 'deaktiviert', 'deleted', 'gelöscht', 'closed', 'archived', 'archiviert', 'former', 'ended', 'cancelled', 'no', 'false', 'n', '0', 'nein', 'non']);

/** A kind's id is its text in lower case. */
export function kindId(text: string): string {
  return text.toLowerCase();
}

export function isRowActive({ status }: CompanyFileRow, participation: Participation | undefined): boolean {
  const chosen = participation?.statusIds ?? null;
  if (status === '') return true;
  return chosen === null ? !inactiveWords.has(kindId(status)) : chosen.includes(kindId(status));
}

export function isRowListed({ type }: CompanyFileRow, participation: Participation | undefined): boolean {
  const chosen = participation?.typeIds ?? null;
  return chosen === null || type === '' || chosen.includes(kindId(type));
}

/** Every type and status that the file holds, by name. */
export function kindsOf(rows: readonly CompanyFileRow[]): { readonly types: readonly CompanyKind[]; readonly statuses: readonly CompanyKind[] } {
  return { types: distinct(rows.map(({ type }) => type)), statuses: distinct(rows.map(({ status }) => status)) };
}

function distinct(texts: readonly string[]): CompanyKind[] {
  const names = new Map(texts.filter((text) => text !== '').map((text) => [kindId(text), text]));
  return [...names].map(([id, name]) => ({ id, name, takesPartByDefault: !inactiveWords.has(id) })).sort((a, b) => a.name.localeCompare(b.name));
}
