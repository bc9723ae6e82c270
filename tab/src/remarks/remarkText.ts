import type { RemarkFactsView, RemarkView } from '../../../contracts/remark.js';
import type { SourceHealth } from '../../../contracts/session.js';
import { asBlock, isolateAll } from '../app/isolate.js';
import { currentSpeech } from '../app/language.js';
import { texts as toldTexts } from '../told/texts.js';
import { texts } from './texts.js';

/** What the server tells, in the page's language. In English its own sentence is the best there is; elsewhere its facts are worded, or the sentence stays where it has none. */
export function remarkText({ sentence, facts = [] }: RemarkView): string {
  if (currentSpeech().language === 'en' || facts.length === 0) return asBlock(sentence);
  const worded = facts.map(factsText);
  return worded.every((text) => text !== undefined) ? worded.join(' ') : sentence;
}

/** Why a list can't be trusted in full; '' when it can. */
export function healthText({ why, facts }: Pick<SourceHealth, 'why' | 'facts'>): string {
  return remarkText({ sentence: why, facts });
}

/** One whole sentence; undefined where the language could not be loaded, and for an error that this page does not know. */
function factsText({ code, ...facts }: RemarkFactsView): string | undefined {
  if ('error' in facts) return errorText(facts.error);
  const say = texts.says[code as keyof typeof texts.says] as ((given: typeof facts) => string) | undefined;
  return say?.(isolated(facts));
}

/** As `inEveryLanguage` does with names that are given one by one. */
function isolated<Facts extends object>(facts: Facts): Facts {
  const values = isolateAll(Object.values(facts));
  return Object.fromEntries(Object.keys(facts).map((name, index) => [name, values[index]])) as Facts;
}

function errorText(code: string): string | undefined {
  const { errors } = toldTexts;
  return Object.hasOwn(errors, code) ? errors[code as keyof typeof errors] : undefined;
}
