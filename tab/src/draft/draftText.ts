import { formatAgo } from '../app/ago.js';
import type { DraftState } from './draftState.js';
import { texts } from './texts.js';

/** Whether all decisions are kept, and when the newest was: "Draft kept 2 minutes ago". */
export function draftText({ rows, wishes }: Pick<DraftState, 'rows' | 'wishes'>, nowMs: number): string {
  if (wishes.size > 0) return texts.sending;
  let newest = '';
  for (const { choice, ignored } of rows.values()) {
    for (const at of [choice?.decidedAt, ignored?.decidedAt]) if (at !== undefined && at > newest) newest = at;
  }
  return newest === '' ? texts.keptWhenMade : texts.keptAt(formatAgo(newest, nowMs));
}
