import { Button } from '@fluentui/react-components';
import type { RowProblem } from '../../../contracts/mappings.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { texts as appTexts } from '../app/texts.js';
import { rowProblemText } from '../told/refusalText.js';
import { texts } from './texts.js';

type Props = {
  readonly sentence: string;
  readonly problems: readonly RowProblem[];
  readonly nameOf: (tenantId: string) => string;
  readonly otherCount: number;
  readonly onSaveOthers: () => void;
  readonly onClose: () => void;
};

/** Which rows the server would not take, each with its reason. */
export function RefusedDialog({ sentence, problems, nameOf, otherCount, onSaveOthers, onClose }: Props) {
  const actions = (
    <>
      {otherCount > 0 && (
        <Button appearance="primary" onClick={onSaveOthers}>
          {texts.saveOthers(otherCount)}
        </Button>
      )}
      <Button onClick={onClose}>{appTexts.close}</Button>
    </>
  );
  return (
    <ModalDialog title={texts.refusedTitle} onClose={onClose} actions={actions}>
      <p>{sentence}</p>
      <ul className="row-list">
        {problems.map(({ tenantId, psaConnectionId, companyId, code, sentence: why }) => (
          <li key={`${tenantId}/${psaConnectionId}/${companyId}`}>
            <strong>{nameOf(tenantId)}</strong>
            <p>{rowProblemText({ sentence: why, code })}</p>
          </li>
        ))}
      </ul>
    </ModalDialog>
  );
}
