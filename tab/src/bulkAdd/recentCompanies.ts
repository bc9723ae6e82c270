import type { CompanyView } from '../../../contracts/companies.js';
import type { BulkState } from './bulkState.js';
import { companyKey } from './gridRow.js';

/** The companies of one PSA (null: of any) that this person picked by hand last, newest first: since the tab was opened, then what the draft holds of theirs. */
export function recentCompanies({ draft, me, picked }: Pick<BulkState, 'draft' | 'me' | 'picked'>, psaConnectionId: string | null, max: number): CompanyView[] {
  const kept = [...draft.rows.values()]
    .flatMap(({ choice }) => (choice?.kind === 'choose' && choice.decidedBy.userId === me.userId ? [choice] : []))
    .sort((a, b) => b.decidedAt.localeCompare(a.decidedAt));
  const companies = new Map<string, CompanyView>();
  for (const company of [...picked, ...kept.map((choice) => choice.company)]) if (!companies.has(companyKey(company))) companies.set(companyKey(company), company);
  return [...companies.values()].filter((company) => psaConnectionId === null || company.psaConnectionId === psaConnectionId).slice(0, max);
}
