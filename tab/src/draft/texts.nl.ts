import { countOf, formOf, listOf } from '../app/wording.js';
import type { Texts } from './texts.js';

const decisions = (count: number) => countOf(count, 'beslissing', 'beslissingen');

export const texts: Texts = {
  resumed: (count, owners) => `${decisions(count)} van ${listOf(owners)} ${formOf(count, 'is nog niet opgeslagen. Die blijft hier voor iedereen staan totdat iemand opslaat.', 'zijn nog niet opgeslagen. Ze blijven hier voor iedereen staan totdat iemand opslaat.')}`,
  yours: 'jou',
  of: (name) => name,
  here: (names) => `${listOf(names)} ${formOf(names.length, 'is', 'zijn')} ook op deze pagina.`,
  sending: 'Je beslissingen worden bewaard…',
  keptWhenMade: 'Je beslissingen worden als concept bewaard totdat je opslaat.',
  keptAt: (when) => `Concept ${when} bewaard.`,
  unsent: (count, sentence) => `${decisions(count)} ${formOf(count, 'kon', 'konden')} nog niet worden bewaard. ${sentence} Het wordt opnieuw geprobeerd; sluit de pagina niet eerder.`,
  refusedTitle: 'Sommige beslissingen zijn niet overgenomen:',
  lostTitle: 'Iemand anders heeft eerst beslist',
  lostText: 'Er is niets overschreven. Kies welke beslissing moet gelden.',
  yourDecision: 'Jouw beslissing',
  theirDecision: 'Geldt nu',
  by: (name, when) => `door ${name}, ${when}`,
  keepTheirs: 'Laten zoals het nu is',
  keepMine: (count) => formOf(count, 'Mijn beslissing gebruiken', 'Mijn beslissingen gebruiken'),
};
