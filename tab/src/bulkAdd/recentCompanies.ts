import type { CompanyView } from '../../../contracts/companies.js';
import type { Wish } from '../draft/wish.js';
import type { BulkFacts } from './gridRow.js';
import { companyKey } from './gridRow.js';

/** The companies that this person picked by hand last, newest first: what has not been sent yet, then what the draft holds of theirs. */
export function recentCompanies({ draft, me }: Pick<BulkFacts, 'draft' | 'me'>, max: number): CompanyView[] {
  const wished = [...draft.wishes.values()].flat().filter((wish): wish is Extract<Wish, { kind: 'accept' | 'choose' }> => wish.kind === 'choose').reverse();
  const kept = [...draft.rows.values()]
    .flatMap(({ choice }) => (choice?.kind === 'choose' && choice.decidedBy.userId === me.userId ? [choice] : []))
    .sort((a, b) => b.decidedAt.localeCompare(a.decidedAt));
  const companies = new Map<string, CompanyView>();
  for (const { company } of [...wished, ...kept]) if (!companies.has(companyKey(company))) companies.set(companyKey(company), company);
  return [...companies.values()].slice(0, max);
}
