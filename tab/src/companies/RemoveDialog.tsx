import { Button } from '@fluentui/react-components';
import type { MappingView } from '../../../contracts/mappings.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { texts as appTexts } from '../app/texts.js';
import { texts } from './texts.js';

type Props = { readonly mapping: Pick<MappingView, 'tenantName' | 'companyName' | 'psaName'>; readonly onRemove: () => void; readonly onClose: () => void };

export function RemoveDialog({ mapping: { tenantName, companyName, psaName }, onRemove, onClose }: Props) {
  const actions = (
    <>
      <Button appearance="primary" onClick={onRemove}>
        {texts.removeLink}
      </Button>
      <Button onClick={onClose}>{appTexts.cancel}</Button>
    </>
  );
  return (
    <ModalDialog title={texts.removeTitle} onClose={onClose} actions={actions}>
      <p>{texts.removeText(tenantName, companyName, psaName)}</p>
    </ModalDialog>
  );
}
