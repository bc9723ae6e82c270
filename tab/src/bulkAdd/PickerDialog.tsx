import { Button } from '@fluentui/react-components';
import type { CompanyView } from '../../../contracts/companies.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { useLayout } from '../app/useLayout.js';
import { useTab } from '../app/useTab.js';
import { CompanySearch } from '../companyPicker/CompanySearch.js';
import { CreateCompanyButtons } from '../newCompany/CreateCompanyButtons.js';
import type { GridRow } from './gridRow.js';
import { texts } from './texts.js';

type Props = {
  readonly row: GridRow;
  readonly psaConnectionId: string | null;
  /** The window's rectangle of what was pressed. */
  readonly anchor: DOMRect;
  /** Picked lately, newest first. */
  readonly recent: readonly CompanyView[];
  readonly onPick: (company: CompanyView) => void;
  readonly onClear: () => void;
  readonly onCreate: (psaConnectionId: string) => void;
  readonly onClose: () => void;
};

/** Picks a company for one row: beside the row, or as a sheet over a narrow tab. */
export function PickerDialog({ row, psaConnectionId, anchor, recent, onPick, onClear, onCreate, onClose }: Props) {
  const layout = useLayout();
  const { psaSkills } = useTab();
  const actions = (row.origin === 'manual' || psaSkills.some((psa) => psa.canCreateCompany)) && (
    <>
      <CreateCompanyButtons psaConnectionId={psaConnectionId} onCreate={onCreate} />
      {row.origin === 'manual' && <Button onClick={onClear}>{texts.clearChoice}</Button>}
    </>
  );
  const title = texts.pickerTitle(row.tenant.name);
  // A tenant has one choice at a time, whatever its PSA.
  const replaced = row.isDecided && psaConnectionId !== null && row.company?.psaConnectionId !== psaConnectionId ? row.company : undefined;
  return (
    <ModalDialog title={title} className={`picker ${layout === 'narrow' ? 'sheet' : ''}`} onClose={onClose} place={layout === 'narrow' ? undefined : placeBeside(anchor)} actions={actions || undefined}>
      {replaced && <p className="minor">{texts.replacesChoice(replaced.name, replaced.psaName)}</p>}
      <CompanySearch label={title} isListOnly psaConnectionId={psaConnectionId} candidates={row.candidates} recent={recent} chosen={row.company} onPick={onPick} />
    </ModalDialog>
  );
}

const marginPx = 8;

/** A fixed height, so that nothing jumps while results come and go. */
function placeBeside(anchor: DOMRect) {
  const { innerWidth, innerHeight } = window;
  const width = Math.min(Math.max(anchor.width, 440), innerWidth - 2 * marginPx);
  const height = Math.min(560, innerHeight - 2 * marginPx);
  const left = Math.max(marginPx, Math.min(anchor.left, innerWidth - width - marginPx));
  const top = Math.max(marginPx, Math.min(anchor.top, innerHeight - height - marginPx));
  return { left, top, width, height };
}
