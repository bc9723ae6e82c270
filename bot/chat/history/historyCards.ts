import type { ChangeSetDetails, HistoryEntry } from '../../../services/index.js';
import { endedCard } from '../review/reviewCards.js';
import { reviewWords } from '../review/reviewWords.js';
import { facts, heading, localTime, makeCard, notice, paragraph, plain, shorten, type Card, type CardElement } from '../cards/card.js';
import { commandButton, execute, openUrl } from '../cards/cardAction.js';
import { countText, formatList } from '../language/formats.js';
import type { Language } from '../language/language.js';
import { historyWords } from './historyWords.js';

/** The latest saves, newest first. */
export function historyCard(language: Language, entries: readonly HistoryEntry[], historyLink: string): Card {
  const words = historyWords[language];
  const lines = entries.flatMap((entry) => entryLines(language, entry));
  return makeCard([heading(words.title), ...(lines.length > 0 ? lines : [paragraph(words.none)])], [...(entries.length > 0 ? [commandButton(language, 'undo')] : []), openUrl(words.openHistory, historyLink)]);
}

function entryLines(language: Language, entry: HistoryEntry): CardElement[] {
  const { actor, via, reason, at } = entry;
  const words = historyWords[language];
  return [
    ...facts([[actor.name, `${describeEntry(language, entry)}, ${words.via[via]}`]]),
    ...(reason === '' ? [] : [{ ...plain(`${words.reason}: ${shorten(reason, 120)}`), spacing: 'None' }]),
    paragraph(localTime(at), { isSubtle: true, size: 'Small', spacing: 'None' }),
  ];
}

/** "2 links added, 1 removed" */
export function describeEntry(language: Language, { added, changed, removed, undoes }: HistoryEntry): string {
  const words = historyWords[language];
  const counts = [[added, words.added], [changed, words.changed], [removed, words.removed]] as const;
  const parts = counts.filter(([count]) => count > 0).map(([count, texts]) => countText(language, count, texts));
  return `${undoes === null ? '' : `${words.undo}: `}${formatList(language, parts)}`;
}

const shownRows = 8;

/** Asks before the latest save is taken back. */
export function undoSaveCard(language: Language, { entry, rows, total }: ChangeSetDetails, actionId: string, problem: string): Card {
  const words = historyWords[language];
  const hidden = total - shownRows;
  return makeCard(
    [
      heading(words.undoTitle),
      ...(problem === '' ? [] : [notice(problem)]),
      ...facts([[words.savedBy, entry.actor.name], [words.what, describeEntry(language, entry)]]),
      paragraph(localTime(entry.at), { isSubtle: true, spacing: 'None' }),
      paragraph(`**${words.rows}**`, { spacing: 'Medium' }),
      ...facts(rows.slice(0, shownRows).map(({ tenantName, before, after }) => [tenantName, `${namesOf(language, after)} → ${namesOf(language, before)}`])),
      ...(hidden > 0 ? [paragraph(countText(language, hidden, words.moreRows))] : []),
    ],
    [execute(words.undoIt, 'undo-save', { actionId }, { style: 'destructive' })],
  );
}

function namesOf(language: Language, links: ChangeSetDetails['rows'][number]['before']): string {
  return links.length === 0 ? historyWords[language].noCompany : formatList(language, links.map(({ companyName }) => shorten(companyName, 60)));
}

export function saveUndoneCard(language: Language, entry: HistoryEntry, { by, at }: { readonly by: string; readonly at: string }): Card {
  const words = historyWords[language];
  return makeCard([heading(words.undone), ...facts([[words.what, describeEntry(language, entry)], [words.undoneBy, by]]), paragraph(localTime(at), { isSubtle: true, spacing: 'None' })], [commandButton(language, 'history')]);
}

export function nothingToUndoCard(language: Language): Card {
  return endedCard(reviewWords[language].nothingChanged, historyWords[language].nothingToUndo);
}
