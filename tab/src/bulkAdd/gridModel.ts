import type { SaveRow } from '../../../contracts/mappings.js';
import { companyKey, type GridRow, type RowState } from './gridRow.js';

export const gridTabs = ['all', 'needs-review', 'unmatched', 'matched', 'not-tried', 'ignored', 'added'] as const;
export type GridTab = (typeof gridTabs)[number];

/** `usedTwice` narrows the tab to companies that several tenants would get. */
export type GridFilter = {
  readonly tab: GridTab;
  readonly find: string;
  readonly psaConnectionId: string | null;
  /** A column for each PSA, where there is room. */
  readonly psaColumns: boolean;
  readonly showAdded: boolean;
  readonly usedTwice: boolean;
  /** Narrows it to rows that the latest save did not take. */
  readonly notSaved: boolean;
};

export const noFilter: GridFilter = { tab: 'all', find: '', psaConnectionId: null, psaColumns: false, showAdded: false, usedTwice: false, notSaved: false };

const tabOf = {
  'not-tried': 'not-tried',
  matched: 'matched',
  chosen: 'matched',
  'needs-review': 'needs-review',
  unmatched: 'unmatched',
  added: 'added',
  ignored: 'ignored',
} as const satisfies Record<RowState, GridTab>;

/** Rows that pass the filter, in order. `held` are tenants decided since the filter was set: they keep their place in the tab. */
export function filterRows(rows: readonly GridRow[], filter: GridFilter, held: ReadonlySet<string>): GridRow[] {
  const words = filter.find.toLowerCase().split(/\s+/).filter(Boolean);
  const twice = filter.usedTwice ? companiesUsedTwice(rows) : undefined;
  return rows.filter((row) => {
    if (!isInView(row, filter)) return false;
    if (row.state === 'ignored' && filter.tab !== 'ignored' && !held.has(row.tenant.tenantId)) return false;
    if (filter.tab !== 'all' && tabOf[row.state] !== filter.tab && !held.has(row.tenant.tenantId)) return false;
    if (twice && !(isReady(row) && row.company && twice.has(companyKey(row.company)))) return false;
    if (filter.notSaved && row.failure === undefined && !held.has(row.tenant.tenantId)) return false;
    return words.length === 0 || fits(searchText(row), words);
  });
}

/** How many rows each tab holds, whatever is in the find box. */
export function countTabs(rows: readonly GridRow[], filter: Pick<GridFilter, 'psaConnectionId' | 'showAdded'>): Record<GridTab, number> {
  const counts: Record<GridTab, number> = { all: 0, 'needs-review': 0, unmatched: 0, matched: 0, 'not-tried': 0, ignored: 0, added: 0 };
  for (const row of rows) {
    if (!isInView(row, filter)) continue;
    // What is ignored has a tab of its own and is not in the way elsewhere.
    if (row.state !== 'ignored') counts.all++;
    counts[tabOf[row.state]]++;
  }
  return counts;
}

function isInView(row: GridRow, { psaConnectionId, showAdded }: Pick<GridFilter, 'psaConnectionId' | 'showAdded'>): boolean {
  if (row.state === 'added' && !showAdded) return false;
  if (psaConnectionId === null) return true;
  const psas = [...row.links.map((link) => link.psaConnectionId), ...(row.company ?? row.candidates[0]?.company ? [(row.company ?? row.candidates[0]?.company)?.psaConnectionId] : [])];
  // A row that no PSA claims belongs to every view: it still needs somebody.
  return psas.length === 0 || psas.includes(psaConnectionId);
}

const searchTexts = new WeakMap<GridRow, string>();

/** Made once for each row: it is asked for with every key in the find box. */
function searchText(row: GridRow): string {
  const known = searchTexts.get(row);
  if (known !== undefined) return known;
  const { tenant, company, links } = row;
  const linked = links.map((link) => `${link.companyName}\n${link.companyId}`);
  const text = [tenant.name, tenant.domain, tenant.tenantId, company?.name, company?.companyId, company?.identifier, ...linked].join('\n').toLowerCase();
  searchTexts.set(row, text);
  return text;
}

function fits(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** Will this row be saved? */
export function isReady(row: GridRow): boolean {
  return row.isIncluded && row.company !== undefined;
}

/** Rows that wait for a person: to be reviewed or unmatched, with nothing chosen. */
export function needsPerson(row: GridRow): boolean {
  return row.state === 'needs-review' || row.state === 'unmatched';
}

/** Index of the next row after `from` that waits for a person, round the end; undefined when no other does. */
export function nextNeeding(rows: readonly GridRow[], from: number): number | undefined {
  for (let step = 1; step < rows.length; step++) {
    const at = (from + step) % rows.length;
    const row = rows[at];
    if (row && needsPerson(row)) return at;
  }
  return undefined;
}

/** Keys of companies that two or more tenants would have after the save, saved links counted. */
export function companiesUsedTwice(rows: readonly GridRow[]): Set<string> {
  const uses = new Map<string, number>();
  for (const { company } of rows.filter(isReady)) {
    if (!company) continue;
    const key = companyKey(company);
    uses.set(key, (uses.get(key) ?? company.tenantCount) + 1);
  }
  return new Set([...uses].filter(([, count]) => count > 1).map(([key]) => key));
}

/** What "Save Customer Mapping" sends, in the order of the rows, whatever the filter shows. */
export function toSaveRows(rows: readonly GridRow[]): SaveRow[] {
  return rows.filter(isReady).flatMap(({ tenant, company, origin, links }) => {
    if (!company) return [];
    const { psaConnectionId, companyId } = company;
    const baseVersion = tenant.units.find((unit) => unit.psaConnectionId === psaConnectionId)?.version ?? 0;
    return [{ action: links.length > 0 ? 'link-also' : 'link', tenantId: tenant.tenantId, psaConnectionId, companyId, baseVersion, origin }];
  });
}
