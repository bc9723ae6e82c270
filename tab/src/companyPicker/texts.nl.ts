import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  placeholder: 'Naam, id, domein of plaats',
  searching: 'Zoeken…',
  none: 'Geen bedrijf past hierbij. Probeer minder letters, de id of de plaats.',
  more: (shown, total) => `${formatNumber(shown)} van ${countOf(total, 'bedrijf', 'bedrijven')} weergegeven. Typ om de lijst te beperken.`,
  all: (total) => countOf(total, 'bedrijf', 'bedrijven'),
  failed: (sentence) => `De bedrijven konden niet worden doorzocht. ${sentence}`,
  linked: (count) => `Al gekoppeld aan ${countOf(count, 'tenant', 'tenants')}`,
  inactive: 'Inactief',
  recent: 'Recent',
};
