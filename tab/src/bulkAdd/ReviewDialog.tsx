import './dialogs.css';
import { Button } from '@fluentui/react-components';
import { SaveRegular, Warning16Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { ModalDialog } from '../app/ModalDialog.js';
import { companyFactsShort } from '../companyPicker/CompanyOption.js';
import { ReasonField } from '../history/ReasonField.js';
import type { GridRow } from './gridRow.js';
import { toSaveDiff } from './saveDiff.js';
import { texts } from './texts.js';

const step = 200;

type Props = { readonly rows: readonly GridRow[]; readonly reason: string; readonly onReason: (reason: string) => void; readonly onSave: () => void; readonly onClose: () => void };

/** What a save would do, row by row, before it happens. Focus is on the save, so that Enter does it. */
export function ReviewDialog({ rows, reason, onReason, onSave, onClose }: Props) {
  const diff = useMemo(() => toSaveDiff(rows), [rows]);
  // What deserves a look comes first: companies used twice, then what people decided.
  const all = useMemo(() => [...diff.changed, ...diff.added].sort((a, b) => Number(b.isUsedTwice) - Number(a.isUsedTwice) || Number(b.row.isDecided) - Number(a.row.isDecided)), [diff]);
  const [limit, setLimit] = useState(step);
  const twice = all.filter(({ isUsedTwice }) => isUsedTwice).length;
  const actions = (
    <>
      <Button onClick={onClose}>{texts.goBack}</Button>
      <Button data-first-focus appearance="primary" icon={<SaveRegular />} disabledFocusable={all.length === 0} onClick={onSave}>
        {texts.saveCount(all.length)}
      </Button>
    </>
  );
  return (
    <ModalDialog title={texts.reviewTitle(all.length)} className="review" onClose={onClose} actions={actions}>
      <ul>
        <li>{texts.reviewAdded(diff.added.length)}</li>
        {diff.changed.length > 0 && <li>{texts.reviewChanged(diff.changed.length)}</li>}
        <li>{texts.reviewRemoved}</li>
        {diff.byPeople > 0 && <li>{texts.reviewBy(diff.byPeople, all.length - diff.byPeople)}</li>}
        {twice > 0 && <li className="need">{texts.reviewTwice(twice)}</li>}
        <li>{texts.reviewLeft(diff.undecided + diff.untried, diff.leftOut, diff.ignored)}</li>
      </ul>
      {all.length > 0 && <ReasonField reason={reason} onChange={onReason} />}
      {all.length > 0 && (
        <div className="review-rows" role="region" aria-label={texts.reviewRows} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.reviewColumns.tenant}</th>
                <th scope="col">{texts.reviewColumns.before}</th>
                <th scope="col">{texts.reviewColumns.after}</th>
              </tr>
            </thead>
            <tbody>
              {all.slice(0, limit).map(({ row, company, before, after, isUsedTwice }) => (
                <tr key={row.tenant.tenantId}>
                  <th scope="row">{row.tenant.name}</th>
                  <td>{before.join(', ') || texts.unknown}</td>
                  <td>
                    {after.join(', ')} <span className="minor block">{companyFactsShort(company)}</span>
                    {isUsedTwice && (
                      <span className="need twice">
                        <Warning16Regular aria-hidden /> {texts.usedTwiceMark}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {all.length > limit && <Button onClick={() => setLimit(limit + step)}>{texts.showMore(Math.min(step, all.length - limit))}</Button>}
    </ModalDialog>
  );
}
