import { Suspense, useCallback, useMemo, useState } from 'react';
import type { Connections, Session } from '../../../contracts/session.js';
import type { ApiClient } from '../apiClient.js';
import { CompaniesPage } from '../companies/CompaniesPage.js';
import { latestPull } from '../sources/sourceHealthText.js';
import { useSyncWatch } from '../sources/useSyncWatch.js';
import { lazyPart } from './lazyPart.js';
import { Spinner } from './Spinner.js';
import type { TeamsHost } from './teamsHost.js';
import { texts } from './texts.js';
import { usePage } from './usePage.js';
import { usePsaSkills } from './usePsaSkills.js';
import { useSpeech } from './useSpeech.js';
import { TabContext, type Tab } from './useTab.js';

const BulkAdd = lazyPart(async () => (await import('../bulkAdd/BulkAdd.js')).BulkAdd);
const HistoryPage = lazyPart(async () => (await import('../history/HistoryPage.js')).HistoryPage);
const ConnectionsPage = lazyPart(async () => (await import('../connections/ConnectionsPage.js')).ConnectionsPage);
const IgnoredPage = lazyPart(async () => (await import('../ignored/IgnoredPage.js')).IgnoredPage);
const DriftPage = lazyPart(async () => (await import('../drift/DriftPage.js')).DriftPage);
const AddCompanyPage = lazyPart(async () => (await import('../addCompany/AddCompanyPage.js')).AddCompanyPage);

type Props = { readonly host: TeamsHost; readonly api: ApiClient; readonly session: Session; readonly firstConnections: Connections };

/** The pages, drawn anew in another language. The bulk page stays once it has been opened, so that walking to another page loses no choice. */
export function SignedInTab({ host, api, session, firstConnections }: Props) {
  const [page, goTo] = usePage(host.subPageId);
  const hasBulk = useHasBeen(page === 'bulk');
  const [{ connections, listsVersion }, setLists] = useState({ connections: firstConnections, listsVersion: 0 });
  const setConnections = useCallback((next: Connections) => {
    setLists((before) => ({ connections: next, listsVersion: before.listsVersion + (latestPull(next) === latestPull(before.connections) ? 0 : 1) }));
  }, []);
  const { locale, direction } = useSpeech();
  const psaSkills = usePsaSkills(api, session, connections);
  const [hasProposals, setHasProposals] = useState(false);
  const noteProposals = useCallback(() => setHasProposals(true), []);
  const speechKey = `${locale} ${direction}`;
  useSyncWatch(api, connections, setConnections);

  const tab = useMemo<Tab>(
    () => ({ api, host, session, canMap: session.role !== 'viewer', connections, psaSkills, setConnections, listsVersion, hasProposals, goTo }),
    [api, host, session, connections, psaSkills, setConnections, listsVersion, hasProposals, goTo],
  );
  return (
    <TabContext value={tab}>
      <Suspense
        fallback={
          <main className="state-page">
            <Spinner label={texts.loading} />
          </main>
        }
      >
        {page === 'companies' && <CompaniesPage key={speechKey} />}
        {hasBulk && <BulkAdd me={session.person} isShown={page === 'bulk'} speechKey={speechKey} onProposals={noteProposals} />}
        {page === 'add' && <AddCompanyPage key={speechKey} />}
        {page === 'drift' && <DriftPage key={speechKey} />}
        {page === 'ignored' && <IgnoredPage key={speechKey} />}
        {page === 'history' && <HistoryPage key={speechKey} />}
        {page === 'connections' && <ConnectionsPage key={speechKey} />}
      </Suspense>
    </TabContext>
  );
}

/** true from the first time on. */
function useHasBeen(isNow: boolean): boolean {
  const [hasBeen, setHasBeen] = useState(isNow);
  if (isNow && !hasBeen) setHasBeen(true);
  return hasBeen || isNow;
}
