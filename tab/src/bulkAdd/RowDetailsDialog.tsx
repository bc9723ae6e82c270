import { Button } from '@fluentui/react-components';
import { Checkmark16Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CompanyView } from '../../../contracts/companies.js';
import { CopyButton } from '../app/CopyButton.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { companyFacts } from '../companyPicker/CompanyOption.js';
import { ConfidenceMark } from '../companyPicker/ConfidenceMark.js';
import type { Wish } from '../draft/wish.js';
import { IgnoreForm } from './IgnoreForm.js';
import { isSameCompany, type GridRow } from './gridRow.js';
import { RejectedList } from './RejectedList.js';
import { relationshipText } from './relationshipText.js';
import { CreateCompanyButtons } from '../newCompany/CreateCompanyButtons.js';
import { StateMark } from './StateMark.js';
import { texts } from './texts.js';

/** What stays after a save. */
export type LastingWish = Extract<Wish, { kind: 'ignore' | 'stop-ignoring' | 'reject' | 'allow' }>;

type Props = {
  readonly row: GridRow;
  /** Undefined: the person may only look. */
  readonly onUse: ((company: CompanyView) => void) | undefined;
  /** Likewise. */
  readonly onDecide: ((wish: LastingWish) => void) | undefined;
  /** Likewise; in that PSA. */
  readonly onCreate: ((psaConnectionId: string) => void) | undefined;
  readonly psaConnectionId: string | null;
  readonly onClose: () => void;
};

/** Everything known of one tenant: its facts, where it is linked, the companies that may fit and why. */
export function RowDetailsDialog({ row, onUse, onDecide, onCreate, psaConnectionId, onClose }: Props) {
  const { tenant, state, links, doubts, candidates, ignored, rejected } = row;
  const [isIgnoring, setIsIgnoring] = useState(false);
  const isTaken = (company: CompanyView) => (row.company !== undefined && row.isIncluded && isSameCompany(row.company, company)) || links.some((link) => isSameCompany(link, company));
  const actions = onDecide && !isIgnoring && (ignored || links.length === 0) && (
    <Button onClick={() => (ignored ? onDecide({ kind: 'stop-ignoring' }) : setIsIgnoring(true))}>{ignored ? texts.stopIgnoring : texts.ignore}</Button>
  );
  return (
    <ModalDialog title={tenant.name} onClose={onClose} actions={actions || undefined}>
      <p>
        <StateMark state={state} decidedBy={row.decidedBy} />
        {ignored && <span className="block">{texts.ignoredBy(row.decidedBy, ignored.reason, ignored.until)}</span>}
      </p>
      <dl className="facts">
        <dt>{texts.domain}</dt>
        <dd>{tenant.domain}</dd>
        <dt>{texts.tenantId}</dt>
        <dd className="guid">
          {tenant.tenantId} <CopyButton text={tenant.tenantId} of={tenant.name} />
        </dd>
        <dt>{texts.accounts}</dt>
        <dd>
          {tenant.sources.map(({ partnerAccountId, accountName, ...source }) => (
            <span key={partnerAccountId} className="block">
              {accountName} <span className="chip">{relationshipText(source)}</span>
            </span>
          ))}
        </dd>
        {links.length > 0 && (
          <>
            <dt>{texts.links}</dt>
            <dd>
              {links.map(({ psaConnectionId, companyId, companyName }) => (
                <span key={`${psaConnectionId}/${companyId}`} className="block">
                  {companyName} · #{companyId}
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
      {doubts.length > 0 && (
        <>
          <h3>{texts.doubts}</h3>
          <ul>
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </>
      )}
      {candidates.length > 0 && (
        <>
          <h3>{texts.candidates}</h3>
          <ol className="row-list">
            {candidates.map(({ company, confidence, reasons }) => (
              <li key={`${company.psaConnectionId}/${company.companyId}`}>
                <strong>{company.name}</strong> <span className="minor block">{companyFacts(company)}</span>
                <ConfidenceMark confidence={confidence} />
                <ul>
                  {reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
                {isTaken(company) ? (
                  <p className="taken">
                    <Checkmark16Filled aria-hidden /> {links.some((link) => isSameCompany(link, company)) ? texts.isLinked : texts.isChosen}
                  </p>
                ) : (
                  onUse &&
                  onDecide && (
                    <div className="button-row">
                      <Button size="small" onClick={() => onUse(company)}>
                        {texts.use(company.name)}
                      </Button>
                      <Button size="small" appearance="subtle" aria-label={texts.rejectOf(company.name)} onClick={() => onDecide({ kind: 'reject', company })}>
                        {texts.reject}
                      </Button>
                    </div>
                  )
                )}
              </li>
            ))}
          </ol>
        </>
      )}
      {candidates.length === 0 && state === 'unmatched' && <p>{rejected.length > 0 ? texts.noOther : texts.noMatch}</p>}
      {onCreate && !isIgnoring && !ignored && links.length === 0 && (
        <div className="create-offer">
          <CreateCompanyButtons psaConnectionId={psaConnectionId} onCreate={onCreate} />
        </div>
      )}
      {rejected.length > 0 && <RejectedList rejected={rejected} onAllow={onDecide && ((pair) => onDecide({ kind: 'allow', company: { ...pair, name: pair.companyName } }))} />}
      {onDecide && isIgnoring && (
        <IgnoreForm
          onCancel={() => setIsIgnoring(false)}
          onIgnore={(reason, until) => {
            onDecide({ kind: 'ignore', reason, until });
            onClose();
          }}
        />
      )}
    </ModalDialog>
  );
}
