import { Checkmark16Filled, Circle16Regular, Link16Filled, Person16Filled, QuestionCircle16Filled, Warning16Filled } from '@fluentui/react-icons';
import type { RowState } from './gridRow.js';
import { texts } from './texts.js';

const icons = {
  'not-tried': Circle16Regular,
  matched: Checkmark16Filled,
  'needs-review': QuestionCircle16Filled,
  unmatched: Warning16Filled,
  chosen: Person16Filled,
  added: Link16Filled,
} as const satisfies Record<RowState, unknown>;

/** Icon and word; the colour only helps. */
export function StateMark({ state }: { readonly state: RowState }) {
  const Icon = icons[state];
  return (
    <span className={`state-mark state-${state}`}>
      <Icon aria-hidden /> {texts.states[state]}
    </span>
  );
}
