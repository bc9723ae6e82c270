import { texts as german } from '../../../contracts/reasons/de.js';
import { texts as english } from '../../../contracts/reasons/en.js';
import { texts as spanish } from '../../../contracts/reasons/es.js';
import { texts as french } from '../../../contracts/reasons/fr.js';
import { texts as dutch } from '../../../contracts/reasons/nl.js';
import { evidenceSentence, type ReasonWords } from '../../../contracts/reasons/reasonWords.js';
import type { Doubt, Evidence } from '../../../services/domain/match.js';
import type { Language, Localized } from './language.js';

const matchWords: Localized<ReasonWords> = { en: english, de: german, fr: french, nl: dutch, es: spanish };

/** Why a pair may belong together, or may not: whole sentences, in the order given. */
export function evidenceSentences(language: Language, evidence: readonly Evidence[]): string[] {
  return evidence.map((each) => evidenceSentence(matchWords[language], each));
}

/** Why the best candidate is not simply proposed. */
export function doubtSentences(language: Language, doubts: readonly Doubt[]): string[] {
  return doubts.map((doubt) => matchWords[language].doubts[doubt]);
}
