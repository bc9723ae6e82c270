import { Button } from '@fluentui/react-components';
import { HistoryRegular, NoteRegular, SearchRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { CompanyView } from '../../../contracts/companies.js';
import { formatInstant } from '../app/wording.js';
import { useTab } from '../app/useTab.js';
import type { LastingWish } from '../draft/wish.js';
import { CreateCompanyButtons } from '../newCompany/CreateCompanyButtons.js';
import { doubtText } from '../reasons/reasonText.js';
import { CandidateList } from './CandidateList.js';
import { FactTable } from './FactTable.js';
import type { GridRow } from './gridRow.js';
import { IgnoreForm } from './IgnoreForm.js';
import { NoteForm } from './NoteForm.js';
import { RejectedList } from './RejectedList.js';
import { StateMark } from './StateMark.js';
import { texts } from './texts.js';
import { useKeptFocus } from './useKeptFocus.js';

/** What a person may do with a row. */
export type DetailsActions = {
  readonly onUse: (company: CompanyView) => void;
  readonly onDecide: (wish: LastingWish) => void;
  /** In that PSA. */
  readonly onCreate: (psaConnectionId: string) => void;
  readonly onSearch: () => void;
};

type Props = {
  readonly row: GridRow;
  /** Undefined: the person may only look. */
  readonly actions: DetailsActions | undefined;
  /** PSA connections in which the tenant has a history. */
  readonly histories: readonly string[];
  readonly onHistory: (psaConnectionId: string) => void;
  readonly psaConnectionId: string | null;
  readonly hasKeys: boolean;
};

/** Everything known of one tenant: its facts beside the company's, where it is linked, what may fit and why, and what to do. */
export function RowDetails({ row, actions, histories, onHistory, psaConnectionId, hasKeys }: Props) {
  const { tenant, state, links, doubts, candidates, ignored, rejected, note } = row;
  const { connections } = useTab();
  const [isIgnoring, setIsIgnoring] = useState(false);
  const [isNoting, setIsNoting] = useState(false);
  const nameOf = (psa: string) => connections.psaConnections.find((each) => each.psaConnectionId === psa)?.name ?? psa;
  const root = useRef<HTMLDivElement>(null);
  const keptFocus = useKeptFocus(() => root.current);
  return (
    <div ref={root} tabIndex={-1} className="details-body" {...keptFocus}>
      <p className="details-state">
        <StateMark state={state} decidedBy={row.decidedBy} />
        {ignored && <span className="block">{texts.ignoredBy(row.decidedBy, ignored.reason, ignored.until)}</span>}
      </p>
      {note && !isNoting && (
        <p className="details-note">
          {note.text}
          <span className="minor block">{note.decidedAt === '' ? note.decidedBy.name : texts.noteBy(note.decidedBy.name, formatInstant(note.decidedAt))}</span>
        </p>
      )}
      <FactTable tenant={tenant} company={row.best} />
      {links.length > 0 && (
        <>
          <h3>{texts.links}</h3>
          <ul>
            {links.map(({ psaConnectionId: psa, companyId, companyName }) => (
              <li key={`${psa}/${companyId}`}>
                {companyName} · #{companyId}
              </li>
            ))}
          </ul>
        </>
      )}
      {doubts.length > 0 && !row.isDecided && (
        <>
          <h3>{texts.doubts}</h3>
          <ul>
            {doubts.map((doubt) => (
              <li key={doubt}>{doubtText(doubt)}</li>
            ))}
          </ul>
        </>
      )}
      {candidates.length > 0 && (
        <>
          <h3>{texts.candidates}</h3>
          <CandidateList row={row} onUse={actions?.onUse} onReject={actions && ((company) => actions.onDecide({ kind: 'reject', company }))} hasKeys={hasKeys && actions !== undefined} />
        </>
      )}
      {candidates.length === 0 && state === 'unmatched' && <p className="details-none">{rejected.length > 0 ? texts.noOther : texts.noMatch}</p>}
      {rejected.length > 0 && <RejectedList rejected={rejected} onAllow={actions && ((pair) => actions.onDecide({ kind: 'allow', company: { ...pair, name: pair.companyName } }))} />}
      {actions && isNoting && (
        <NoteForm
          text={note?.text ?? ''}
          onSave={(text) => {
            actions.onDecide({ kind: 'note', text, seenText: note?.text ?? '' });
            setIsNoting(false);
          }}
          onCancel={() => setIsNoting(false)}
        />
      )}
      {actions && isIgnoring ? (
        <IgnoreForm onCancel={() => setIsIgnoring(false)} onIgnore={(reason, until) => actions.onDecide({ kind: 'ignore', reason, until })} />
      ) : (
        <div className="button-row details-actions">
          {actions && (
            <Button icon={<SearchRegular />} onClick={actions.onSearch}>
              {texts.searchAll} {hasKeys && <kbd>/</kbd>}
            </Button>
          )}
          {actions && ignored && (
            <Button onClick={() => actions.onDecide({ kind: 'stop-ignoring' })}>
              {texts.stopIgnoring} {hasKeys && <kbd>I</kbd>}
            </Button>
          )}
          {actions && !ignored && links.length === 0 && <Button onClick={() => setIsIgnoring(true)}>{texts.ignore}</Button>}
          {actions && !ignored && links.length === 0 && <CreateCompanyButtons psaConnectionId={psaConnectionId} onCreate={actions.onCreate} />}
          {actions && !isNoting && (
            <Button appearance="subtle" icon={<NoteRegular />} onClick={() => setIsNoting(true)}>
              {note ? texts.changeNote : texts.addNote}
            </Button>
          )}
          {histories.map((psa) => (
            <Button key={psa} appearance="subtle" icon={<HistoryRegular />} onClick={() => onHistory(psa)}>
              {histories.length === 1 ? texts.history : texts.historyIn(nameOf(psa))}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
