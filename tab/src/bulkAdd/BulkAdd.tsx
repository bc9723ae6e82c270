import { useEffect, useReducer } from 'react';
import type { Session } from '../../../contracts/session.js';
import { findOf } from '../app/page.js';
import { useTab } from '../app/useTab.js';
import { BulkAddPage } from './BulkAddPage.js';
import { bulkReducer, emptyBulkState } from './bulkState.js';

type Props = {
  readonly me: Session['person'];
  readonly isShown: boolean;
  /** Names the language, so that the page is drawn anew in another. */
  readonly speechKey: string;
  readonly onProposals: () => void;
};

/** Keeps what people chose on the bulk page while they walk to another page: it stays, and draws nothing. */
export function BulkAdd({ me, isShown, speechKey, onProposals }: Props) {
  const { host } = useTab();
  const [state, dispatch] = useReducer(bulkReducer, me, () => bulkReducer(emptyBulkState(me), { kind: 'filter-set', filter: { find: findOf(host.subPageId, 'bulk') } }));
  const hasProposals = state.suggestions.size > 0;
  useEffect(() => {
    if (hasProposals) onProposals();
  }, [hasProposals, onProposals]);
  return isShown && <BulkAddPage key={speechKey} state={state} dispatch={dispatch} />;
}
