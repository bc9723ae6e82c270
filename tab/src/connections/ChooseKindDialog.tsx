import { Button } from '@fluentui/react-components';
import type { ConnectionType } from '../../../contracts/connections.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { texts as appTexts } from '../app/texts.js';
import { texts } from './texts.js';

type Props = { readonly types: readonly ConnectionType[]; readonly onChoose: (type: ConnectionType) => void; readonly onClose: () => void };

/** The first step of adding. */
export function ChooseKindDialog({ types, onChoose, onClose }: Props) {
  return (
    <ModalDialog title={texts.chooseKind} onClose={onClose} actions={<Button onClick={onClose}>{appTexts.cancel}</Button>}>
      <div className="kind-list">
        {types.map((type) => (
          <Button key={type.typeId} size="large" onClick={() => onChoose(type)}>
            {type.takesFile ? texts.fileKind(type.name) : type.name}
          </Button>
        ))}
      </div>
    </ModalDialog>
  );
}
