import type { RemarkFacts } from './remarkFacts.js';

/** A whole sentence for people, or several, in English; `facts`, one for each, tell the same in every language. Absent: nobody knows it but in these words. */
export type Remark = { readonly sentence: string; readonly facts?: readonly RemarkFacts[] | undefined };

export function remark(sentence: string, ...facts: readonly RemarkFacts[]): Remark {
  return { sentence, facts };
}

/** Many as one, as lists keep them. What one of them tells in its own words only, no facts can stand for. */
export function joinRemarks(remarks: readonly Remark[]): { readonly why: string; readonly facts?: readonly RemarkFacts[] } {
  const why = remarks.map((one) => one.sentence).join(' ');
  const known = remarks.flatMap(({ facts }) => (facts && facts.length > 0 ? [facts] : []));
  return known.length === remarks.length ? { why, facts: known.flat() } : { why };
}
