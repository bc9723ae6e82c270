import { companyKeyText, type CompanyKey } from '../../domain/company.js';
import type { CompanyIndex } from '../lookup/companyIndex.js';
import type { TenantProfile } from '../lookup/profile.js';
import { ownersOf } from './compareDomains.js';
import { comparePair, firstGuess, lookCloser, type Comparison } from './comparePair.js';

/** So many of the likeliest candidates are compared letter by letter as well. */
const mostByLetters = 3;

/** Finds the companies that may be the tenant's and compares each with it, the likeliest first. Rejected ones are left out. */
export function compareCandidates(tenant: TenantProfile, index: CompanyIndex, { aliases, isRejected }: { readonly aliases: readonly CompanyKey[]; readonly isRejected: (company: CompanyKey) => boolean }): Comparison[] {
  const owners = ownersOf(tenant, index);
  const aliasTexts = new Set(aliases.map(companyKeyText));
  const guessed: { readonly comparison: Comparison; readonly guess: number; readonly text: string }[] = [];
  for (const company of index.candidates(tenant, aliases)) {
    if (isRejected(company.company)) continue;
    const text = companyKeyText(company.company);
    const comparison = comparePair(tenant, company, owners, index, aliasTexts.has(text));
    guessed.push({ comparison, guess: firstGuess(comparison), text });
  }
  guessed.sort((left, right) => right.guess - left.guess || (left.text < right.text ? -1 : 1));
  for (const { comparison } of guessed.slice(0, mostByLetters)) lookCloser(comparison, index);
  return guessed.map(({ comparison }) => comparison);
}
