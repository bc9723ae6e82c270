import { Checkmark16Filled, EyeOff16Regular, Circle16Regular, Link16Filled, Person16Filled, QuestionCircle16Filled, Warning16Filled } from '@fluentui/react-icons';
import type { RowState } from './gridRow.js';
import { texts } from './texts.js';

const icons = {
  'not-tried': Circle16Regular,
  matched: Checkmark16Filled,
  'needs-review': QuestionCircle16Filled,
  unmatched: Warning16Filled,
  chosen: Person16Filled,
  added: Link16Filled,
  ignored: EyeOff16Regular,
} as const satisfies Record<RowState, unknown>;

/** Icon and word; the colour only helps. */
export function StateMark({ state, decidedBy }: { readonly state: RowState; /** Somebody else. */ readonly decidedBy?: string | undefined }) {
  const Icon = icons[state];
  return (
    <span className={`state-mark state-${state}`}>
      <Icon aria-hidden /> <span className="clip">{state === 'chosen' && decidedBy !== undefined ? texts.chosenBy(decidedBy) : texts.states[state]}</span>
    </span>
  );
}
