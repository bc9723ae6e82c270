import { countText, formatNumber } from '../language/formats.js';
import type { Language } from '../language/language.js';
import { heading, makeCard, paragraph, type Card } from './card.js';
import { commandButton, openUrl } from './cardAction.js';
import { statusWords } from './statusWords.js';

/** Leads to the tab, where all tenants are shown at once. */
export function bulkCard(language: Language, { tenantCount, waitingCount, bulkLink }: { readonly tenantCount: number; readonly waitingCount: number; readonly bulkLink: string }): Card {
  const words = statusWords[language];
  return makeCard([heading(words.bulkAdd), paragraph(waitingSentence(language, tenantCount, waitingCount)), paragraph(words.bulkIntro)], [openUrl(words.openBulk, bulkLink), commandButton(language, 'status')]);
}

function waitingSentence(language: Language, tenantCount: number, waitingCount: number): string {
  const words = statusWords[language];
  if (tenantCount === 0) return words.noTenants;
  if (waitingCount === 0) return countText(language, tenantCount, words.allLinked);
  return countText(language, waitingCount, words.waitingOf(formatNumber(language, tenantCount)));
}
