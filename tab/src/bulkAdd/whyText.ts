import type { GridRow } from './gridRow.js';
import { texts } from './texts.js';

/** The short evidence of a row: why this company, or why none. */
export function whyText(row: GridRow): string {
  const { state, company, candidate, doubts, links, isIncluded, origin } = row;
  if (company && !isIncluded) return texts.leftOut;
  if (state === 'added') return company ? texts.alsoLink : texts.linkedTo(links.map(({ companyName }) => companyName).join(', '));
  if (company && origin === 'manual') return candidate ? texts.byHandCandidate : texts.byHand;
  if (company) return candidate?.reasons.join(' ') ?? '';
  if (state === 'needs-review') return doubts.join(' ') || texts.review;
  return state === 'unmatched' ? doubts.join(' ') || texts.noMatch : texts.notTried;
}
