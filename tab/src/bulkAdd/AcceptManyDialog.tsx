import './dialogs.css';
import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { ModalDialog } from '../app/ModalDialog.js';
import { texts as appTexts } from '../app/texts.js';
import { formatScore } from '../app/wording.js';
import { companyFactsShort } from '../companyPicker/CompanyOption.js';
import { ConfidenceMark } from '../companyPicker/ConfidenceMark.js';
import { doubtText, evidenceText } from '../reasons/reasonText.js';
import { acceptableRows } from './acceptMany.js';
import type { GridRow } from './gridRow.js';
import { texts } from './texts.js';

type Props = {
  readonly rows: readonly GridRow[];
  /** 0-1. */
  readonly threshold: number;
  readonly onThreshold: (threshold: number) => void;
  readonly onAccept: (tenantIds: readonly string[]) => void;
  readonly onClose: () => void;
};

/** Which rows would be accepted at a threshold, each to be left out by hand, before it happens. */
export function AcceptManyDialog({ rows, threshold, onThreshold, onAccept, onClose }: Props) {
  const { clear, unclear } = useMemo(() => acceptableRows(rows, threshold), [rows, threshold]);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const percent = formatScore(threshold);
  const wanted = clear.filter(({ row }) => !leftOut.has(row.tenant.tenantId)).map(({ row }) => row.tenant.tenantId);
  const toggle = (tenantId: string) => {
    const next = new Set(leftOut);
    if (!next.delete(tenantId)) next.add(tenantId);
    setLeftOut(next);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{appTexts.cancel}</Button>
      <Button appearance="primary" disabledFocusable={wanted.length === 0} onClick={() => onAccept(wanted)}>
        {texts.acceptThese(wanted.length)}
      </Button>
    </>
  );
  return (
    <ModalDialog title={texts.acceptManyTitle} className="accept-many" onClose={onClose} actions={actions}>
      <p>{texts.acceptManyText}</p>
      <label className="threshold">
        <span>{texts.threshold}</span>
        <input type="range" min={50} max={99} step={1} value={Math.round(threshold * 100)} aria-valuetext={percent} onChange={(event) => onThreshold(Number(event.target.value) / 100)} />
        <strong>{percent}</strong>
      </label>
      <p role="status">{clear.length === 0 ? texts.acceptManyNone(percent) : ''}</p>
      {clear.length > 0 && (
        <ul className="row-list accept-list">
          {clear.map(({ row, candidate }) => (
            <li key={row.tenant.tenantId}>
              <label>
                <input type="checkbox" checked={!leftOut.has(row.tenant.tenantId)} onChange={() => toggle(row.tenant.tenantId)} />
                <span className="accept-pair">
                  <strong>{row.tenant.name}</strong>
                  <span className="block">
                    → {candidate.company.name} <span className="minor">{companyFactsShort(candidate.company)}</span>
                  </span>
                  <span className="minor block">{[...candidate.evidence.map(evidenceText), ...row.doubts.map(doubtText)].join(' ')}</span>
                </span>
                <ConfidenceMark confidence={candidate.confidence} />
              </label>
            </li>
          ))}
        </ul>
      )}
      {unclear.length > 0 && <p>{texts.unclear(unclear.length, percent)}</p>}
    </ModalDialog>
  );
}
