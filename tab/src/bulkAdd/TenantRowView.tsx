import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import { CopyButton } from '../app/CopyButton.js';
import { companyFactsShort } from '../companyPicker/CompanyOption.js';
import { ConfidenceMark } from '../companyPicker/ConfidenceMark.js';
import { AccountLines } from './AccountLines.js';
import type { GridStop } from './gridKeys.js';
import type { GridRow } from './gridRow.js';
import { StateMark } from './StateMark.js';
import { texts } from './texts.js';
import { whyText } from './whyText.js';

export type RowActions = {
  readonly onInclude: (row: GridRow, isIncluded: boolean) => void;
  /** What the row's own button says: accept what is proposed, or ignore. */
  readonly onAct: (row: GridRow) => void;
  /** `anchor` is where a picker may open. */
  readonly onPick: (row: GridRow, anchor: HTMLElement) => void;
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
};

/** One tenant; the style sheet makes it a table row or a card. Light on purpose: thousands scroll by. */
export const TenantRowView = memo(function TenantRowView({ row, index, topPx, heightPx, tabStop, isReadOnly, onInclude, onAct, onPick, onDetails }: Props) {
  const { tenant, company, state, candidate, best: proposed } = row;
  const stop = (name: GridStop) => ({ 'data-stop': name, tabIndex: tabStop === name ? 0 : -1 });
  const best = candidate ?? (state === 'needs-review' ? row.candidates[0] : undefined);
  const offered = company ?? proposed;
  const act = isReadOnly ? undefined : actionOf(row);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      className={`grid-row row-${state} ${company && !row.isIncluded ? 'row-left-out' : ''} ${state === 'added' && company ? 'row-also' : ''} ${tabStop === undefined ? '' : 'row-current'}`}
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
          {tenant.name}
        </span>
        <span className="tenant-domain minor" title={tenant.domain}>
          {tenant.domain}
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
      <div role="gridcell" className="cell cell-company" {...(isReadOnly ? stop('company') : {})}>
        {isReadOnly ? (
          row.links.map(({ companyName }) => companyName).join(', ')
        ) : (
          <button type="button" {...stop('company')} className={`company-button ${company ? '' : offered ? 'is-offered' : 'is-empty'}`} aria-haspopup="dialog" onClick={(event) => onPick(row, event.currentTarget)}>
            <span className="company-text">
              <span className="sr-only">{texts.companyFor(tenant.name)} </span>
              <span className="company-name" title={offered?.name}>
                {offered?.name ?? (state === 'added' ? texts.chooseAnother : texts.choose)}
              </span>
              {offered && (
                <span className="minor clip">
                  {!company && <em>{texts.suggested} · </em>}
                  {companyFactsShort(offered)}
                </span>
              )}
            </span>
            <ChevronDown16Regular aria-hidden />
          </button>
        )}
      </div>
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
