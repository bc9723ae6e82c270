import type { ConnectionList, MappingStatus, SourceHealth } from '../../../services/index.js';
import { countText, formatNumber } from '../language/formats.js';
import type { Language } from '../language/language.js';
import { facts, heading, localTime, makeCard, notice, paragraph, plain, shorten, type Card, type CardElement } from './card.js';
import { commandButton, openUrl } from './cardAction.js';
import { statusWords } from './statusWords.js';

const shownSources = 12;

export function statusCard(language: Language, { tenants, linked, waiting }: MappingStatus, { partnerAccounts, psaConnections }: ConnectionList, bulkLink: string): Card {
  const words = statusWords[language];
  const number = (value: number) => formatNumber(language, value);
  const sources = [...partnerAccounts, ...psaConnections];
  const hidden = sources.length - shownSources;
  return makeCard(
    [
      heading(words.status),
      ...facts([
        [words.tenants, number(tenants)],
        [words.linked, number(linked)],
        [words.waiting, `${number(waiting.matched + waiting.needsReview + waiting.unmatched)} (${words.waitingParts(number(waiting.matched), number(waiting.needsReview), number(waiting.unmatched))})`],
        ...(waiting.ignored > 0 ? [[words.ignored, number(waiting.ignored)] as const] : []),
      ]),
      paragraph(`**${words.lastSync}**`, { spacing: 'Medium' }),
      ...sources.slice(0, shownSources).flatMap(({ name, health }) => sourceLines(language, name, health)),
      ...(hidden > 0 ? [paragraph(countText(language, hidden, words.moreInTab))] : []),
    ],
    [openUrl(words.bulkAdd, bulkLink), commandButton(language, 'add company')],
  );
}

/** A list and how far it can be trusted. */
export function sourceLines(language: Language, name: string, health: SourceHealth): CardElement[] {
  const words = statusWords[language];
  const { state, completeAt, rowCount } = health;
  const why = shorten(reasonOf(language, health), 300);
  return [
    ...facts([[name, `${words.states[state]}, ${countText(language, rowCount, words.rows)}`]]),
    paragraph(completeAt ? words.lastComplete(localTime(completeAt)) : words.neverComplete, { isSubtle: true, size: 'Small', spacing: 'None' }),
    ...(why === '' ? [] : state === 'failed' ? [notice(why)] : [plain(why)]),
  ];
}

/** The source's own sentence is English and says most. */
function reasonOf(language: Language, { state, why, doubtedRows }: SourceHealth): string {
  const { stateReasons, doubted } = statusWords[language];
  if (language === 'en' || why === '') return why;
  if (state === 'failed') return stateReasons.failed;
  return doubtedRows > 0 ? countText(language, doubtedRows, doubted) : stateReasons.partial;
}
