import { ChevronRight16Regular, Note16Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import { CopyButton } from '../app/CopyButton.js';
import { ConfidenceMark } from '../companyPicker/ConfidenceMark.js';
import { AccountLines } from './AccountLines.js';
import { companyStops } from './companyCell.js';
import { CompanyCellView } from './CompanyCellView.js';
import type { GridStop } from './gridKeys.js';
import type { GridRow } from './gridRow.js';
import { StateMark } from './StateMark.js';
import { texts } from './texts.js';
import { whyText } from './whyText.js';

export type RowActions = {
  readonly onInclude: (row: GridRow, isIncluded: boolean) => void;
  /** What the row's own button says: accept what is proposed, or ignore. */
  readonly onAct: (row: GridRow) => void;
  /** `anchor` is where a picker may open. Of one PSA's companies, or (null) as the filter says. */
  readonly onPick: (row: GridRow, anchor: HTMLElement, psaConnectionId: string | null) => void;
  readonly onDetails: (row: GridRow) => void;
};

type Props = RowActions & {
  readonly row: GridRow;
  readonly index: number;
  readonly topPx: number;
  readonly heightPx: number;
  /** Which stop takes Tab; undefined: none in this row. */
  readonly tabStop: GridStop | undefined;
  readonly isReadOnly: boolean;
  /** PSA connections with a column each; [null]: one column for all. */
  readonly psaColumns: readonly (string | null)[];
};

/** One tenant; the style sheet makes it a table row or a card. Light on purpose: thousands scroll by. */
export const TenantRowView = memo(function TenantRowView({ row, index, topPx, heightPx, tabStop, isReadOnly, psaColumns, onInclude, onAct, onPick, onDetails }: Props) {
  const { tenant, company, state, candidate } = row;
  const stop = (name: GridStop) => ({ 'data-stop': name, tabIndex: tabStop === name ? 0 : -1 });
  const best = candidate ?? (state === 'needs-review' ? row.candidates[0] : undefined);
  const act = isReadOnly ? undefined : actionOf(row);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      className={`grid-row row-${state} ${company && !row.isIncluded ? 'row-left-out' : ''} ${state === 'added' && company ? 'row-also' : ''} ${row.failure === undefined ? '' : 'row-failed'} ${tabStop === undefined ? '' : 'row-current'}`}
      style={{ height: heightPx, transform: `translateY(${topPx}px)` }}
    >
      <div role="gridcell" className="cell cell-check" {...(company && !isReadOnly ? {} : stop('check'))}>
        {!isReadOnly && (
          <input
            type="checkbox"
            {...(company ? stop('check') : { tabIndex: -1 })}
            aria-label={texts.include(tenant.name)}
            checked={row.isIncluded}
            disabled={!company}
            onChange={(event) => onInclude(row, event.target.checked)}
          />
        )}
      </div>
      <div role="rowheader" className="cell cell-tenant" {...stop('tenant')}>
        <span className="tenant-name" title={tenant.name}>
          <bdi>{tenant.name}</bdi>
          {row.note && (
            <span className="note-mark" title={row.note.text}>
              <Note16Regular aria-hidden />
              <span className="sr-only">{texts.hasNote}</span>
            </span>
          )}
        </span>
        <span className="tenant-domain minor" title={tenant.domain}>
          <bdi>{tenant.domain}</bdi>
        </span>
        <span className="tenant-id minor guid">
          <span className="clip">{tenant.tenantId}</span>
          <CopyButton text={tenant.tenantId} of={tenant.name} stop={stop('copy')} />
        </span>
      </div>
      <div role="gridcell" className="cell cell-account" {...stop('account')}>
        <AccountLines sources={tenant.sources} />
      </div>
      <div role="gridcell" className="cell cell-state" {...stop('state')}>
        <StateMark state={state} decidedBy={row.decidedBy} />
        {act && (
          <button type="button" {...stop('act')} className="act-button" aria-label={act.label} onClick={() => onAct(row)}>
            {act.text}
          </button>
        )}
      </div>
      {psaColumns.map((psaConnectionId, index) => (
        <CompanyCellView key={psaConnectionId} row={row} psaConnectionId={psaConnectionId} stop={stop(companyStops[index] ?? 'company')} isReadOnly={isReadOnly} onPick={onPick} />
      ))}
      <div role="gridcell" className="cell cell-why">
        <button type="button" {...stop('why')} className="why-button" aria-haspopup="dialog" onClick={() => onDetails(row)}>
          <span className="sr-only">{texts.detailsOf(tenant.name)} </span>
          <span className="why-lines">
            {best && <ConfidenceMark confidence={best.confidence} />} <span className="why-text">{whyText(row)}</span>
          </span>
          <ChevronRight16Regular aria-hidden />
        </button>
      </div>
    </div>
  );
});

/** The one thing that is most likely to be done with the row, for those who point. */
function actionOf({ state, best, tenant }: GridRow): { readonly text: string; readonly label: string } | undefined {
  if (state === 'needs-review' && best) return { text: texts.accept, label: texts.acceptOf(best.name, tenant.name) };
  return state === 'unmatched' ? { text: texts.ignoreShort, label: texts.ignoreOf(tenant.name) } : undefined;
}
