import { Button } from '@fluentui/react-components';
import type { RowConflict } from '../../../contracts/mappings.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { texts as appTexts } from '../app/texts.js';
import { formatInstant } from '../app/wording.js';
import { rowConflictText } from '../told/refusalText.js';
import { texts } from './texts.js';

type Props = {
  readonly title: string;
  readonly sentence: string;
  readonly conflicts: readonly RowConflict[];
  /** How many rows could still be saved; 0: the offer is not made. */
  readonly otherCount: number;
  readonly othersText: string;
  readonly onOthers: () => void;
  readonly onReload: () => void;
  readonly onClose: () => void;
};

/** Row by row: what was wished, what is there now, and who decided that. */
export function ConflictDialog({ title, sentence, conflicts, otherCount, othersText, onOthers, onReload, onClose }: Props) {
  const actions = (
    <>
      {otherCount > 0 && (
        <Button appearance="primary" onClick={onOthers}>
          {othersText}
        </Button>
      )}
      <Button onClick={onReload}>{texts.reloadRows}</Button>
      <Button onClick={onClose}>{appTexts.close}</Button>
    </>
  );
  return (
    <ModalDialog title={title} onClose={onClose} actions={actions}>
      <p>{sentence}</p>
      <ul className="row-list">
        {conflicts.map(({ tenantId, psaConnectionId, tenantName, wished, current, sentence: why }) => (
          <li key={`${tenantId}/${psaConnectionId}`}>
            <strong>{tenantName}</strong>
            <p>{rowConflictText({ sentence: why, tenantName, current })}</p>
            <dl className="facts">
              <dt>{texts.yours}</dt>
              <dd>{wished.join(', ') || texts.noCompany}</dd>
              <dt>{texts.theirs}</dt>
              <dd>
                {current.companies.join(', ') || texts.noCompany}
                {current.decidedBy && current.decidedAt !== null && <span className="minor block">{texts.by(current.decidedBy.name, formatInstant(current.decidedAt))}</span>}
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </ModalDialog>
  );
}
