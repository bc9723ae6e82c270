import { toSearchText } from '../../../services/domain/toSearchText.js';
import type { TenantRow } from '../../../services/index.js';

export type TenantFilter = {
  readonly query: string;
  /** '' means any. */
  readonly partnerAccountId: string;
  readonly showAlreadyAdded: boolean;
  /** Without a query, tenants that share words with this name come first. */
  readonly likeName: string;
};

/** Tenants by name, domain or id, best first; of one fit in the order given. */
export function findTenantRows(rows: readonly TenantRow[], { query, partnerAccountId, showAlreadyAdded, likeName }: TenantFilter): TenantRow[] {
  const wanted = toSearchText(query);
  const rank = wanted === '' ? likenessTo(likeName) : (row: TenantRow) => rankOf(row, wanted);
  return rows
    .filter((row) => showAlreadyAdded || row.units.every((unit) => unit.links.length === 0))
    .filter((row) => partnerAccountId === '' || row.sources.some((source) => source.partnerAccountId === partnerAccountId))
    .map((row) => ({ row, rank: rank(row) }))
    .filter((hit) => hit.rank < noFit)
    .sort((a, b) => a.rank - b.rank)
    .map((hit) => hit.row);
}

const noFit = 9;

/** 0 is the best fit. All words of the query must occur somewhere. */
function rankOf(row: TenantRow, wanted: string): number {
  const name = toSearchText(row.name);
  const domain = toSearchText(row.domain);
  if (row.tenantId === wanted || domain === wanted) return 0;
  if (name === wanted) return 1;
  if (name.startsWith(wanted)) return 2;
  if (name.includes(` ${wanted}`)) return 3;
  const words = wanted.split(' ');
  if (words.every((word) => name.includes(word))) return 4;
  const all = `${name} ${domain} ${row.tenantId}`;
  return words.every((word) => all.includes(word)) ? 5 : noFit;
}

/** 0 when all words of the shorter name are shared, up to 1. */
function likenessTo(likeName: string): (row: TenantRow) => number {
  const wanted = wordsOf(likeName);
  if (wanted.size === 0) return () => 1;
  return (row) => {
    const words = wordsOf(row.name);
    const shared = [...words].filter((word) => wanted.has(word)).length;
    return 1 - shared / Math.max(1, Math.min(words.size, wanted.size));
  };
}

function wordsOf(name: string): Set<string> {
  return new Set(toSearchText(name).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2));
}
