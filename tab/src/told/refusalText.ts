import type { DraftConflict } from '../../../contracts/draft.js';
import type { RowConflict, RowProblem } from '../../../contracts/mappings.js';
import { currentSpeech } from '../app/language.js';
import { listOf } from '../app/wording.js';
import { texts } from './texts.js';

/** In English the server's sentence, which may name more; in other languages the one that the facts give. */
function told(sentence: string, worded: () => string): string {
  return currentSpeech().language === 'en' ? sentence : worded();
}

/** Why a save as a whole was not made: `count` rows changed meanwhile. */
export function saveConflictText(sentence: string, count: number): string {
  return told(sentence, () => texts.conflict(count));
}

export function saveRefusedText(sentence: string, count: number): string {
  return told(sentence, () => texts.refused(count));
}

export function undoConflictText(sentence: string): string {
  return told(sentence, () => texts.undoConflict);
}

/** What somebody else did to one row. */
export function rowConflictText({ sentence, tenantName, current }: Pick<RowConflict, 'sentence' | 'tenantName' | 'current'>): string {
  return told(sentence, () => (current.decidedBy ? texts.linkedMeanwhile(current.decidedBy.name, tenantName, listOf(current.companies)) : texts.removedMeanwhile(tenantName)));
}

/** Why one row can't be saved. */
export function rowProblemText({ sentence, code }: Pick<RowProblem, 'sentence' | 'code'>): string {
  return told(sentence, () => texts.problems[code]);
}

/** Who decided a tenant first. */
export function draftConflictText({ sentence, tenantName, decidedBy }: Pick<DraftConflict, 'sentence' | 'tenantName' | 'decidedBy'>): string {
  return told(sentence, () => (decidedBy ? texts.decidedMeanwhile(decidedBy.name, tenantName) : texts.takenBackMeanwhile(tenantName)));
}
