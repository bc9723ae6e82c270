import type { DraftRow } from '../../../contracts/draft.js';
import type { Session } from '../../../contracts/session.js';
import { isPair, withWish, type Wish } from '../draft/wish.js';

export type StepKind = 'accept' | 'choose' | 'include' | 'leave-out' | 'clear' | Extract<Wish['kind'], 'ignore' | 'stop-ignoring' | 'reject' | 'allow' | 'note'>;
/** One thing that a person did here, with each row as it was and as it became. */
export type Step = { readonly kind: StepKind; readonly rows: readonly { readonly tenantId: string; readonly before: DraftRow; readonly after: DraftRow }[] };
/** What was done here and not saved yet, oldest first; and what was taken back, last first. */
export type Steps = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

export const noSteps: Steps = { done: [], undone: [] };
const maxSteps = 500;

/** Something new was done: what had been taken back is gone. */
export function withStep({ done }: Steps, step: Step): Steps {
  return { done: [...done, step].slice(-maxSteps), undone: [] };
}

/** Do both say the same, whoever said it? */
export function isSameDecision(a: DraftRow, b: DraftRow): boolean {
  return noteOf(a) === noteOf(b) && isSameChoice(a.choice, b.choice) && isSameIgnoring(a.ignored, b.ignored) && a.rejected.length === b.rejected.length && a.rejected.every((pair) => b.rejected.some((other) => isPair(pair, other)));
}

/** What `me` has to decide so that a row says what another says. */
export function wishesBetween(from: DraftRow, to: DraftRow, me: Session['person']): Wish[] {
  const wishes: Wish[] = [];
  let row = from;
  const add = (wish: Wish) => {
    wishes.push(wish);
    row = withWish(row, wish, me, '');
  };
  if (to.ignored && !isSameIgnoring(row.ignored, to.ignored)) add({ kind: 'ignore', reason: to.ignored.reason, until: to.ignored.until });
  if (to.choice && !isSameChoice(row.choice, to.choice)) {
    const { kind, company, isIncluded, savesSeen } = to.choice;
    add({ kind, company, isIncluded, savesSeen });
  }
  if (!to.ignored && row.ignored) add({ kind: 'stop-ignoring' });
  if (!to.choice && row.choice) add({ kind: 'withdraw' });
  for (const { companyName: name, ...pair } of row.rejected) if (!to.rejected.some((other) => isPair(pair, other))) add({ kind: 'allow', company: { ...pair, name } });
  for (const { companyName: name, ...pair } of to.rejected) if (!row.rejected.some((other) => isPair(pair, other))) add({ kind: 'reject', company: { ...pair, name } });
  if (noteOf(row) !== noteOf(to)) add({ kind: 'note', text: noteOf(to), seenText: noteOf(row) });
  return wishes;
}

function noteOf({ note }: DraftRow): string {
  return note?.text ?? '';
}

function isSameChoice(a: DraftRow['choice'], b: DraftRow['choice']): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.isIncluded === b.isIncluded && a.savesSeen === b.savesSeen && isPair(a.company, b.company));
}

function isSameIgnoring(a: DraftRow['ignored'], b: DraftRow['ignored']): boolean {
  return a === b || (a !== null && b !== null && a.reason === b.reason && a.until === b.until);
}
