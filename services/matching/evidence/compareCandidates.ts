import { isCompanyBefore, type CompanyKey } from '../../domain/company.js';
import type { CompanyIndex } from '../lookup/companyIndex.js';
import type { TenantProfile } from '../lookup/profile.js';
import { ownersOf } from './compareDomains.js';
import { comparePair, firstGuess, lookCloser, type Comparison } from './comparePair.js';

/** So many of the likeliest are kept. */
const mostCompared = 24;
/** So many of them are compared letter by letter as well. */
const mostByLetters = 3;

/** Finds the companies that may be the tenant's and compares each with it, the likeliest first. Rejected ones are left out. */
export function compareCandidates(tenant: TenantProfile, index: CompanyIndex, { aliases, isRejected }: { readonly aliases: readonly CompanyKey[]; readonly isRejected: (company: CompanyKey) => boolean }): Comparison[] {
  const owners = ownersOf(tenant, index);
  const guessed: Guess[] = [];
  for (const company of index.candidates(tenant, aliases)) {
    if (isRejected(company.company)) continue;
    const isAlias = aliases.length > 0 && aliases.some((alias) => alias.companyId === company.company.companyId && alias.psaConnectionId === company.company.psaConnectionId);
    const comparison = comparePair(tenant, company, owners, index, isAlias);
    guessed.push({ comparison, guess: firstGuess(comparison) });
  }
  guessed.sort(byGuess);
  if (guessed.length > mostCompared) guessed.length = mostCompared;
  for (const { comparison } of guessed.slice(0, mostByLetters)) lookCloser(comparison, index);
  return guessed.map(({ comparison }) => comparison);
}

type Guess = { readonly comparison: Comparison; readonly guess: number };

function byGuess(left: Guess, right: Guess): number {
  return right.guess - left.guess || (isCompanyBefore(left.comparison.company.company, right.comparison.company.company) ? -1 : 1);
}
