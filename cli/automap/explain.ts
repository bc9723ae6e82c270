import type { Tenant } from '../../services/domain/tenant.js';
import { toSearchText } from '../../services/domain/toSearchText.js';
import { ListError } from '../listError.js';
import type { Proposal } from './proposal.js';

const mostHints = 5;

/** Tenants of that id or name, whatever its case and accents. Throws a ListError with names that come near when there is none. */
export function findAsked(asked: string, tenants: readonly Tenant[]): ReadonlySet<string> {
  const wanted = toSearchText(asked);
  const found = tenants.filter(({ tenantId, name }) => tenantId === wanted || toSearchText(name) === wanted);
  if (found.length > 0) return new Set(found.map(({ tenantId }) => tenantId));
  const near = tenants.filter(({ name, domain }) => toSearchText(name).includes(wanted) || domain.includes(wanted));
  const hint = near.length > 0 ? ` Did you mean ${near.slice(0, mostHints).map(({ name }) => `"${name}"`).join(', ')}${near.length > mostHints ? ` or one of ${near.length - mostHints} more` : ''}?` : '';
  throw new ListError([`No tenant has the id or the name "${asked}".${hint}`]);
}

const outcomeTexts: Readonly<Record<Proposal['outcome'], string>> = { matched: 'matched', 'needs-review': 'needs review', unmatched: 'unmatched', 'already-mapped': 'has a company already' };

/** Everything that was found for one tenant, for people. */
export function explain({ tenantId, tenantName, domain, outcome, companyId, companyName, doubts, candidates }: Proposal): string {
  const lines = [`${tenantName || '(no name)'}, ${domain || 'no domain'}, ${tenantId}`, `  ${outcomeTexts[outcome]}${companyId === null ? '' : `: ${companyName || 'a company'} (${companyId})`}`];
  for (const doubt of doubts) lines.push(`  ! ${doubt}`);
  if (candidates.length === 0 && outcome !== 'already-mapped') lines.push('  No company comes near.');
  for (const [at, { companyId: id, psa, name, score, band, reasons }] of candidates.entries()) {
    lines.push('', `  ${at + 1}. ${name || '(no name)'} (${psa} ${id}): ${(100 * score).toFixed(1)} %, ${band}`);
    for (const reason of reasons) lines.push(`     - ${reason}`);
  }
  return lines.join('\n');
}
