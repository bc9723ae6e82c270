import { Button } from '@fluentui/react-components';
import { ModalDialog } from '../app/ModalDialog.js';
import { formatInstant } from '../app/wording.js';
import type { LostWish } from './draftState.js';
import { texts } from './texts.js';

type Props = { readonly lost: readonly LostWish[]; readonly onKeepMine: () => void; readonly onKeepTheirs: () => void };

/** Row by row: what was decided here, what somebody else decided first. */
export function DraftConflictDialog({ lost, onKeepMine, onKeepTheirs }: Props) {
  const actions = (
    <>
      <Button appearance="primary" onClick={onKeepTheirs}>
        {texts.keepTheirs}
      </Button>
      <Button onClick={onKeepMine}>{texts.keepMine(lost.length)}</Button>
    </>
  );
  return (
    <ModalDialog title={texts.lostTitle} onClose={onKeepTheirs} actions={actions}>
      <p>{texts.lostText}</p>
      <ul className="row-list">
        {lost.map(({ tenantId, tenantName, wished, current, decidedBy, decidedAt, sentence }) => (
          <li key={tenantId}>
            <strong>{tenantName}</strong>
            <p>{sentence}</p>
            <dl className="facts">
              <dt>{texts.yourDecision}</dt>
              <dd>{wished}</dd>
              <dt>{texts.theirDecision}</dt>
              <dd>
                {current}
                {decidedBy && decidedAt !== null && <span className="minor block">{texts.by(decidedBy.name, formatInstant(decidedAt))}</span>}
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </ModalDialog>
  );
}
