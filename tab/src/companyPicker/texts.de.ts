import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  placeholder: 'Name, ID, Domäne oder Ort',
  searching: 'Es wird gesucht …',
  none: 'Keine Firma passt. Versuchen Sie es mit weniger Buchstaben, der ID oder dem Ort.',
  more: (shown, total) => `${formatNumber(shown)} von ${countOf(total, 'Firma', 'Firmen')} angezeigt. Tippen Sie, um die Liste einzugrenzen.`,
  all: (total) => countOf(total, 'Firma', 'Firmen'),
  failed: (sentence) => `Die Firmen konnten nicht durchsucht werden. ${sentence}`,
  linked: (count) => `Bereits mit ${countOf(count, 'Mandant', 'Mandanten')} verknüpft`,
  inactive: 'Inaktiv',
  recent: 'Zuletzt verwendet',
};
