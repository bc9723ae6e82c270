import type { ConnectionList } from '../../../services/index.js';
import { toAppError } from '../../../services/runtime/errors.js';
import { heading, makeCard, notice, paragraph, type Card } from '../cards/card.js';
import { commandButton } from '../cards/cardAction.js';
import { sourceLines } from '../cards/statusCard.js';
import type { ChatTools, Command, Turn } from '../chatTools.js';
import { failureCard } from '../chatTurns.js';
import type { Language } from '../language/language.js';
import { syncWords } from './syncWords.js';

const shownSources = 12;

/** "sync": answers at once; the card tells the end. */
export function syncCommand({ services }: ChatTools): Omit<Command, 'name'> {
  return {
    role: 'mapper',
    async run({ caller, language }) {
      // A source that hangs keeps nobody waiting: whoever asks again is told the same.
      const later = finish(services, { caller, language });
      return Promise.resolve({ card: syncingCard(language), later });
    },
  };
}

async function finish(services: ChatTools['services'], { caller, language }: Pick<Turn, 'caller' | 'language'>): Promise<Card> {
  try {
    await services.syncSources(caller);
    return syncedCard(language, await services.listConnections(caller), '');
  } catch (thrown) {
    if (toAppError(thrown).code !== 'cancelled') return failureCard(language, thrown);
    return syncedCard(language, { tenantCount: 0, partnerAccounts: [], psaConnections: [] }, syncWords[language].cancelled);
  }
}

export function syncingCard(language: Language): Card {
  return makeCard([heading(syncWords[language].running), paragraph(syncWords[language].reading)]);
}

export function syncedCard(language: Language, { partnerAccounts, psaConnections }: ConnectionList, problem: string): Card {
  const sources = [...partnerAccounts, ...psaConnections];
  const isWhole = problem === '' && sources.every(({ health }) => health.state === 'complete' || health.state === 'paused');
  return makeCard(
    [heading(isWhole ? syncWords[language].done : syncWords[language].problems), ...(problem === '' ? [] : [notice(problem)]), ...sources.slice(0, shownSources).flatMap(({ name, health }) => sourceLines(language, name, health))],
    [commandButton(language, 'unmapped'), commandButton(language, 'status')],
  );
}
