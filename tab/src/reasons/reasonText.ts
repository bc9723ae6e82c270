import type { DoubtView, EvidenceView } from '../../../contracts/evidence.js';
import { texts as english } from '../../../contracts/reasons/en.js';
import { evidenceSentence } from '../../../contracts/reasons/reasonWords.js';
import { inEveryLanguage } from '../app/words.js';

const texts = inEveryLanguage(english, {
  de: () => import('../../../contracts/reasons/de.js'),
  fr: () => import('../../../contracts/reasons/fr.js'),
  nl: () => import('../../../contracts/reasons/nl.js'),
  es: () => import('../../../contracts/reasons/es.js'),
});

/** One whole sentence in the page's language: why a pair may belong together, or may not. */
export function evidenceText(evidence: EvidenceView): string {
  return evidenceSentence(texts, evidence);
}

/** One whole sentence in the page's language: why the best candidate is not simply proposed. */
export function doubtText(doubt: DoubtView): string {
  return texts.doubts[doubt];
}
