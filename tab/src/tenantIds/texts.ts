import { countOf, formatNumber } from '../app/wording.js';
import { inEveryLanguage, type Words } from '../app/words.js';

type Counts = { readonly stored: number; readonly alreadyThere: number; readonly refused: number };

const english = {
  offer: (psas: string) => `Store tenant ids in ${psas}`,
  running: (done: number, total: number) => (total === 0 ? 'Storing tenant ids…' : `Storing tenant ids: ${formatNumber(done)} of ${formatNumber(total)}`),
  stop: 'Stop',
  counts: ({ stored, alreadyThere, refused }: Counts) => `${countOf(stored, 'tenant id')} stored, ${formatNumber(alreadyThere)} already there, ${formatNumber(refused)} refused`,
  done: (counts: string) => `${counts}.`,
  stopped: (counts: string) => `Stopped: ${counts}.`,
  goOn: 'Go on',
  again: 'Try again',
  refused: (tenant: string, company: string, sentence: string) => `${tenant} in ${company}: ${sentence}`,
  more: (count: number) => `And ${formatNumber(count)} more.`,
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
