import { countOf, listOf } from '../app/wording.js';
import { inEveryLanguage, type Words } from '../app/words.js';

const english = {
  resumed: (count: number, owners: readonly string[]) => `${countOf(count, 'decision')} of ${listOf(owners)} ${count === 1 ? 'is' : 'are'} not saved yet. ${count === 1 ? 'It is kept here for everybody until somebody saves it.' : 'They are kept here for everybody until somebody saves them.'}`,
  yours: 'yours',
  of: (name: string) => `${name}’s`,
  here: (names: readonly string[]) => `${listOf(names)} ${names.length === 1 ? 'is' : 'are'} on this page too.`,
  sending: 'Keeping your decisions…',
  keptWhenMade: 'Your decisions are kept as a draft until you save.',
  keptAt: (when: string) => `Draft kept ${when}.`,
  unsent: (count: number, sentence: string) => `${countOf(count, 'decision')} could not be kept yet. ${sentence} It is tried again; do not close the page before.`,
  refusedTitle: 'Some decisions were not taken:',
  lostTitle: 'Somebody else decided first',
  lostText: 'Nothing was overwritten. Choose which decision shall count.',
  yourDecision: 'Your decision',
  theirDecision: 'Decided now',
  by: (name: string, when: string) => `by ${name}, ${when}`,
  keepTheirs: 'Leave as it is now',
  keepMine: (count: number) => (count === 1 ? 'Use my decision' : 'Use my decisions'),
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
