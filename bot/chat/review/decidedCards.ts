import type { TenantRow } from '../../../services/index.js';
import { choiceText, facts, heading, localTime, makeCard, notice, paragraph, type Card, type CardElement } from '../cards/card.js';
import { execute } from '../cards/cardAction.js';
import { resultWords } from '../cards/resultWords.js';
import { findWords } from '../find/findWords.js';
import type { Language } from '../language/language.js';
import type { CaseNames } from './nameCase.js';
import { progressLine, tenantFacts } from './reviewCards.js';
import { reviewWords } from './reviewWords.js';
import { takeBackWords } from './takeBackWords.js';
import type { Progress } from './tenantCase.js';

export type Decided = {
  readonly kind: 'linked' | 'already' | 'ignored' | 'rejected';
  readonly row: Pick<TenantRow, 'name' | 'domain'>;
  /** '' for what is ignored. */
  readonly company: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason: string;
  /** Null: nothing to undo here. */
  readonly undoId: string | null;
  /** How far the review is, and the action of the card that was dealt: `Next` goes on behind it. Null: it was asked for by name. */
  readonly review: { readonly progress: Progress; readonly actionId: string } | null;
  /** '' when there is none. */
  readonly problem: string;
};

/** What was decided, by whom, and what is left. */
export function decidedCard(language: Language, { kind, row, company, by, at, reason, undoId, review, problem }: Decided): Card {
  const words = reviewWords[language];
  const byLabel = { linked: words.linkedBy, already: words.linkedBy, ignored: words.ignoredBy, rejected: words.rejectedBy }[kind];
  return makeCard(
    [
      heading(words[kind]),
      ...(problem === '' ? [] : [notice(problem)]),
      ...tenantFacts(language, row),
      ...facts([...(company === '' ? [] : [[resultWords[language].company, company] as const]), ...(reason === '' ? [] : [[words.reason, reason] as const]), [byLabel, by]]),
      paragraph(localTime(at), { isSubtle: true, spacing: 'None' }),
      ...(kind === 'rejected' ? [paragraph(words.notOffered)] : []),
      ...((kind === 'rejected' || kind === 'ignored') && undoId === null ? [paragraph(words.takeBackInTab)] : []),
      ...(review ? [progressLine(language, review.progress)] : []),
    ],
    [...(undoId === null ? [] : [undoButton(language, kind, undoId)]), ...(review && review.progress.left > 0 ? [execute(words.next, 'review-next', { actionId: review.actionId }, { sendsInputs: false })] : [])],
  );
}

function undoButton(language: Language, kind: Decided['kind'], actionId: string): CardElement {
  const isLink = kind === 'linked' || kind === 'already';
  return execute(isLink ? resultWords[language].undo : takeBackWords[language].undo, isLink ? 'undo' : 'undo-decision', { actionId }, { sendsInputs: false });
}

type TakenBack = CaseNames & { readonly kind: 'ignored' | 'rejected'; readonly undoneBy: string; /** ISO 8601, UTC. */ readonly undoneAt: string };

/** What a card had decided, and who took it back. */
export function takenBackCard(language: Language, { kind, row, company, undoneBy, undoneAt }: TakenBack): Card {
  const words = takeBackWords[language];
  return makeCard(
    [heading(words.undone), paragraph(words.isSo[kind]), ...caseFacts(language, { row, company }), ...facts([[words.undoneBy, undoneBy]]), paragraph(localTime(undoneAt), { isSubtle: true, spacing: 'None' })],
    [decideButton(language, row)],
  );
}

/** In the place of a decision that is not there any more, though its card's Undo was never pressed. */
export function overtakenCard(language: Language, names: CaseNames): Card {
  return makeCard([heading(reviewWords[language].nothingChanged), paragraph(takeBackWords[language].overtaken), ...caseFacts(language, names)], [decideButton(language, names.row)]);
}

function caseFacts(language: Language, { row, company }: CaseNames): CardElement[] {
  return [...tenantFacts(language, row), ...facts(company === '' ? [] : [[resultWords[language].company, company]])];
}

function decideButton(language: Language, { tenantId, name }: CaseNames['row']): CardElement {
  return execute(`${findWords[language].decide}: ${choiceText(name, 30)}`, 'name-tenant', { purpose: 'link', tenantChoice: tenantId }, { sendsInputs: false });
}
