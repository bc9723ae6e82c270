import { doubtText, evidenceText } from '../reasons/reasonText.js';
import type { GridRow } from './gridRow.js';
import { texts } from './texts.js';

/** The short evidence of a row: why this company, or why none; and who decided it, when that was somebody else. */
export function whyText(row: GridRow): string {
  const { state, company, candidate, doubts, links, isIncluded, origin, decidedBy, ignored, failure } = row;
  if (failure !== undefined) return texts.notSavedBecause(failure);
  if (company && !isIncluded) return decidedBy === undefined ? texts.leftOut : texts.leftOutBy(decidedBy);
  if (state === 'added') return company ? texts.alsoLink : texts.linkedTo(links.map(({ companyName }) => companyName).join(', '));
  if (ignored) return texts.ignoredBy(decidedBy, ignored.reason, ignored.until);
  if (company && origin === 'manual') return candidate ? texts.byHandCandidate(decidedBy) : texts.byHand(decidedBy);
  if (company) return [decidedBy === undefined ? '' : texts.acceptedBy(decidedBy), ...(candidate?.evidence ?? []).map(evidenceText)].filter((text) => text !== '').join(' ');
  if (state === 'needs-review') return doubts.map(doubtText).join(' ') || texts.review;
  return state === 'unmatched' ? doubts.map(doubtText).join(' ') || (row.rejected.length > 0 ? texts.noOther : texts.noMatch) : texts.notTried;
}
