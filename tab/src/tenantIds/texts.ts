import { countOf } from '../app/wording.js';

type Counts = { readonly stored: number; readonly alreadyThere: number; readonly refused: number };

export const texts = {
  offer: (psas: string) => `Store tenant ids in ${psas}`,
  running: (done: number, total: number) => (total === 0 ? 'Storing tenant ids…' : `Storing tenant ids: ${done} of ${total}`),
  stop: 'Stop',
  counts: ({ stored, alreadyThere, refused }: Counts) => `${countOf(stored, 'tenant id')} stored, ${alreadyThere} already there, ${refused} refused`,
  done: (counts: string) => `${counts}.`,
  stopped: (counts: string) => `Stopped: ${counts}.`,
  goOn: 'Go on',
  again: 'Try again',
  refused: (tenant: string, company: string, sentence: string) => `${tenant} in ${company}: ${sentence}`,
  more: (count: number) => `And ${count} more.`,
} as const;
