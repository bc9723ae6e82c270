import type { DoubtView, EvidenceView } from '../../../contracts/evidence.js';
import { texts } from './texts.js';

/** One whole sentence in the page's language: why a pair may belong together, or may not. */
export function evidenceText(evidence: EvidenceView): string {
  const say = texts.evidence[evidence.kind] as (evidence: EvidenceView) => string;
  return say(evidence);
}

/** One whole sentence in the page's language: why the best candidate is not simply proposed. */
export function doubtText(doubt: DoubtView): string {
  return texts.doubts[doubt];
}
