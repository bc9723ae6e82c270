import type { RemarkView } from '../../../contracts/remark.js';
import { currentSpeech } from '../app/language.js';
import { remarkText } from '../remarks/remarkText.js';
import { texts } from './texts.js';

/** What went wrong, in the page's language; `original`: the server's own English sentence where it says more than that, else ''. */
export type ProblemText = { readonly sentence: string; readonly original: string };

const isKnown = (code: string): code is keyof typeof texts.errors => Object.hasOwn(texts.errors, code);

/** In English the server's sentence is the best there is. In other languages the facts are worded; without any the code's sentence leads, and the server's own stands beside it. */
export function problemText({ code, sentence, facts = [] }: RemarkView & { readonly code: string }): ProblemText {
  if (currentSpeech().language === 'en' && sentence !== '') return { sentence, original: '' };
  if (facts.length > 0) return { sentence: remarkText({ sentence, facts }), original: '' };
  const worded = texts.errors[isKnown(code) ? code : 'refused'];
  return { sentence: worded, original: sentence === '' || generalSentences.has(sentence) ? '' : sentence };
}

/** What the server says when it knows no more than the code. */
const generalSentences = new Set(Object.values(texts.errors));
