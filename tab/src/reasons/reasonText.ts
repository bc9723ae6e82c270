import type { DoubtView, EvidenceView } from '../../../contracts/evidence.js';
import { currentSpeech } from '../app/language.js';
import { recogniseDoubt, recogniseEvidence } from './recogniseReason.js';
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

/** A reason or a doubt as the server tells it, in the page's language; what is not known stays English. */
export function reasonText(sentence: string): string {
  if (currentSpeech().language === 'en') return sentence;
  const doubt = recogniseDoubt(sentence);
  const evidence = doubt === undefined ? recogniseEvidence(sentence) : undefined;
  return doubt !== undefined ? doubtText(doubt) : evidence ? evidenceText(evidence) : sentence;
}
