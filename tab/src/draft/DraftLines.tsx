import { useState } from 'react';
import type { Session } from '../../../contracts/session.js';
import { Notice } from '../app/Notice.js';
import { DraftConflictDialog } from './DraftConflictDialog.js';
import type { DraftAction, DraftState } from './draftState.js';
import { texts } from './texts.js';
import type { DraftSync } from './useDraftSync.js';

type Props = {
  readonly draft: DraftState;
  readonly sync: DraftSync;
  readonly me: Session['person'];
  readonly nameOf: (tenantId: string) => string;
  readonly dispatch: (action: DraftAction) => void;
};

/** What to know of the shared draft: what waits from before, who else is here, what is not kept yet, and where somebody decided first. */
export function DraftLines({ draft, sync, me, nameOf, dispatch }: Props) {
  const [isResumedSeen, setIsResumedSeen] = useState(false);
  const owners = draft.resumed.people.map(({ userId, name }) => (userId === me.userId ? texts.yours : texts.of(name)));
  return (
    <>
      {draft.resumed.count > 0 && !isResumedSeen && (
        <Notice kind="info" onDismiss={() => setIsResumedSeen(true)}>
          {texts.resumed(draft.resumed.count, owners)}
        </Notice>
      )}
      {draft.people.length > 0 && (
        <p className="minor here" role="status">
          {texts.here(draft.people.map(({ name }) => name))}
        </p>
      )}
      {sync.error && draft.wishes.size > 0 && <Notice kind="warning">{texts.unsent(draft.wishes.size, sync.error.problem.sentence)}</Notice>}
      {draft.refused.length > 0 && (
        <Notice kind="error" onDismiss={() => dispatch({ kind: 'refused-seen' })}>
          {texts.refusedTitle}
          <ul>
            {draft.refused.map(({ tenantId, sentence }, index) => (
              <li key={`${tenantId}/${index}`}>
                {nameOf(tenantId)}: {sentence}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {draft.lost.length > 0 && <DraftConflictDialog lost={draft.lost} onKeepMine={() => dispatch({ kind: 'lost-kept' })} onKeepTheirs={() => dispatch({ kind: 'lost-given-up' })} />}
    </>
  );
}
