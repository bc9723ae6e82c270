import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  offer: (psas) => `Tenant-id's opslaan in ${psas}`,
  running: (done, total) => (total === 0 ? "Tenant-id's worden opgeslagen…" : `Tenant-id's worden opgeslagen: ${formatNumber(done)} van ${formatNumber(total)}`),
  stop: 'Stoppen',
  counts: ({ stored, alreadyThere, refused }) => `${countOf(stored, 'tenant-id', "tenant-id's")} opgeslagen, ${formatNumber(alreadyThere)} al aanwezig, ${formatNumber(refused)} geweigerd`,
  done: (counts) => `${counts}.`,
  stopped: (counts) => `Gestopt: ${counts}.`,
  goOn: 'Doorgaan',
  again: 'Opnieuw proberen',
  refused: (tenant, company, sentence) => `${tenant} in ${company}: ${sentence}`,
  more: (count) => `En nog ${formatNumber(count)}.`,
};
