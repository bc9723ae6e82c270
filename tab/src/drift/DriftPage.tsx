import '../history/history.css';
import './drift.css';
import { Button } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { CompanyView } from '../../../contracts/companies.js';
import type { LinkDrift } from '../../../contracts/drift.js';
import type { SaveRow } from '../../../contracts/mappings.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { Notice } from '../app/Notice.js';
import { PageHeader } from '../app/PageHeader.js';
import { Spinner } from '../app/Spinner.js';
import { texts as appTexts } from '../app/texts.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { ChangeCompanyDialog } from '../companies/ChangeCompanyDialog.js';
import { changeCompanyRows } from '../companies/changeCompanyRows.js';
import { RemoveDialog } from '../companies/RemoveDialog.js';
import { TimelineDialog } from '../history/TimelineDialog.js';
import { SaveOutcome } from '../saving/SaveOutcome.js';
import { useSave } from '../saving/useSave.js';
import { useUndo, type UndoWish } from '../saving/useUndo.js';
import { SourceHealthLine } from '../sources/SourceHealthLine.js';
import { DismissalOutcome } from './DismissalOutcome.js';
import { DismissedTable } from './DismissedTable.js';
import { driftCounts } from './driftCounts.js';
import { DriftTable, type DriftStep } from './DriftTable.js';
import { NewTenantList } from './NewTenantList.js';
import { texts } from './texts.js';
import { useDismissal } from './useDismissal.js';

const pageSize = 200;
const most = 1000;

/** What has changed at the sources since links were saved, and what to do about it. */
export function DriftPage() {
  const { api, canMap, listsVersion } = useTab();
  const [limit, setLimit] = useState(pageSize);
  const [opened, setOpened] = useState<{ readonly step: DriftStep; readonly link: LinkDrift }>();
  const saving = useSave();
  const undoing = useUndo();
  const load = useCallback(
    (signal: AbortSignal) => {
      // A refresh may bring changes.
      void listsVersion;
      return api.call('listDrift', { limit }, { signal });
    },
    [api, limit, listsVersion],
  );
  const { data, error, reload } = useLoad(load);
  const dismissal = useDismissal(reload);
  const counts = data && driftCounts(data);
  const isEmpty = counts?.links === 0 && counts.newTenants === 0;
  const names = new Map<string, string>(data?.links.map(({ tenantId, tenantName }) => [tenantId, tenantName]));

  const close = () => setOpened(undefined);
  const save = async (rows: readonly SaveRow[]) => {
    close();
    undoing.dismiss();
    dismissal.dismiss();
    await saving.save(rows);
    reload();
  };
  const undo = async (changeSetId: string, wish: UndoWish) => {
    await undoing.undo(changeSetId, wish);
    reload();
  };
  const remove = ({ tenantId, psaConnectionId, companyId, version }: LinkDrift) => save([{ action: 'unlink', tenantId, psaConnectionId, companyId, baseVersion: version, origin: 'manual' }]);
  const decide = (link: LinkDrift, isFine: boolean) => {
    saving.dismiss();
    undoing.dismiss();
    dismissal.decide(link, isFine);
  };
  const change = (link: LinkDrift, company: CompanyView, isOnlyLink: boolean) => save(changeCompanyRows(link, company, isOnlyLink));

  return (
    <div className="page">
      <PageHeader title={texts.title} hasBack>
        <SourceHealthLine />
      </PageHeader>
      <main className="page-main">
        <p className="minor">{texts.intro}</p>
        {!canMap && <Notice kind="info">{appTexts.readOnly}</Notice>}
        <SaveOutcome takesFocus saving={saving} undoing={undoing} nameOf={(id) => names.get(id) ?? id} onSave={(rows) => void save(rows)} onUndo={(id, wish) => void undo(id, wish)} onReload={reload} />
        <DismissalOutcome {...dismissal} />
        {error && <ErrorNotice error={error} onRetry={reload} />}
        {!data && !error && <Spinner label={texts.loading} className="page-spinner" />}
        {data && data.unjudged > 0 && <Notice kind="info">{texts.unjudged(data.unjudged)}</Notice>}
        {data && isEmpty && (
          <section className="empty">
            <h2>{data.dismissedCount === 0 ? texts.emptyTitle : texts.allFineTitle}</h2>
            <p>{data.dismissedCount === 0 ? texts.emptyText : texts.allFineText}</p>
          </section>
        )}
        {data && counts && counts.links > 0 && (
          <section>
            <h2>{texts.linksTitle(counts.links)}</h2>
            {data.links.length < counts.links && <p className="minor">{texts.shownOf(data.links.length, counts.links)}</p>}
            <DriftTable links={data.links} onStep={(step, link) => setOpened({ step, link })} onFine={(link) => decide(link, true)} />
          </section>
        )}
        {data && counts && counts.newTenants > 0 && <NewTenantList tenants={data.newTenants} count={counts.newTenants} />}
        {data && data.dismissedCount > 0 && (
          <section>
            <h2>{texts.fineTitle(data.dismissedCount)}</h2>
            <p className="minor">{texts.fineText}</p>
            <DismissedTable dismissed={data.dismissed} isBusy={dismissal.step.kind === 'running'} onTakeBack={(link) => decide(link, false)} />
          </section>
        )}
        {data && counts && limit < most && limit < Math.max(counts.links, counts.newTenants, data.dismissedCount) && <Button onClick={() => setLimit(Math.min(most, limit + pageSize))}>{texts.more}</Button>}
      </main>
      {opened?.step === 'history' && <TimelineDialog tenantId={opened.link.tenantId} tenantName={opened.link.tenantName} psaConnectionId={opened.link.psaConnectionId} onClose={close} />}
      {opened?.step === 'change' && <ChangeCompanyDialog mapping={opened.link} onPick={(company, isOnlyLink) => void change(opened.link, company, isOnlyLink)} onClose={close} />}
      {opened?.step === 'remove' && <RemoveDialog mapping={opened.link} onRemove={() => void remove(opened.link)} onClose={close} />}
    </div>
  );
}
