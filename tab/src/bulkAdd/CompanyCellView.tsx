import { ChevronDown16Regular } from '@fluentui/react-icons';
import { companyFactsShort } from '../companyPicker/CompanyOption.js';
import { companyCellOf } from './companyCell.js';
import type { GridRow } from './gridRow.js';
import { texts } from './texts.js';

type Props = {
  readonly row: GridRow;
  /** The PSA of the column; null: the only column. */
  readonly psaConnectionId: string | null;
  readonly stop: { readonly 'data-stop': string; readonly tabIndex: number };
  readonly isReadOnly: boolean;
  readonly onPick: (row: GridRow, anchor: HTMLElement, psaConnectionId: string | null) => void;
};

/** The company of a row and the way to its picker. */
export function CompanyCellView({ row, psaConnectionId, stop, isReadOnly, onPick }: Props) {
  const cell = companyCellOf(row, psaConnectionId);
  const linkedHere = row.links.filter((link) => psaConnectionId === null || link.psaConnectionId === psaConnectionId).map(({ companyName }) => companyName);
  if (isReadOnly) {
    return (
      <div role="gridcell" className="cell cell-company" {...stop}>
        {linkedHere.join(', ')}
      </div>
    );
  }
  const company = cell.kind === 'taken' || cell.kind === 'offered' ? cell.company : undefined;
  const name = company?.name ?? (cell.kind === 'linked' ? cell.names.join(', ') : row.state === 'added' ? texts.chooseAnother : texts.choose);
  return (
    <div role="gridcell" className="cell cell-company">
      <button type="button" {...stop} className={`company-button is-${cell.kind}`} aria-haspopup="dialog" onClick={(event) => onPick(row, event.currentTarget, psaConnectionId)}>
        <span className="company-text">
          <span className="sr-only">{texts.companyFor(row.tenant.name)} </span>
          <span className="company-name" title={name}>
            {name}
          </span>
          {cell.kind === 'linked' && <span className="minor clip">{texts.states.added}</span>}
          {company && (
            <span className="minor clip">
              {cell.kind === 'offered' && <em>{texts.suggested} · </em>}
              {companyFactsShort(company)}
            </span>
          )}
        </span>
        <ChevronDown16Regular aria-hidden />
      </button>
    </div>
  );
}
