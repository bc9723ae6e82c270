import { Spinner } from '@fluentui/react-components';
import { Suspense, useCallback, useMemo, useReducer, useState } from 'react';
import type { Connections, Session } from '../../../contracts/session.js';
import type { ApiClient } from '../apiClient.js';
import { bulkReducer, emptyBulkState } from '../bulkAdd/bulkState.js';
import { CompaniesPage } from '../companies/CompaniesPage.js';
import { latestPull } from '../sources/sourceHealthText.js';
import { useSyncWatch } from '../sources/useSyncWatch.js';
import { lazyPart } from './lazyPart.js';
import type { TeamsHost } from './teamsHost.js';
import { texts } from './texts.js';
import { usePage } from './usePage.js';
import { usePsaSkills } from './usePsaSkills.js';
import { useSpeech } from './useSpeech.js';
import { TabContext, type Tab } from './useTab.js';

const BulkAddPage = lazyPart(async () => (await import('../bulkAdd/BulkAddPage.js')).BulkAddPage);
const HistoryPage = lazyPart(async () => (await import('../history/HistoryPage.js')).HistoryPage);
const ConnectionsPage = lazyPart(async () => (await import('../connections/ConnectionsPage.js')).ConnectionsPage);
const IgnoredPage = lazyPart(async () => (await import('../ignored/IgnoredPage.js')).IgnoredPage);
const DriftPage = lazyPart(async () => (await import('../drift/DriftPage.js')).DriftPage);
const AddCompanyPage = lazyPart(async () => (await import('../addCompany/AddCompanyPage.js')).AddCompanyPage);

type Props = { readonly host: TeamsHost; readonly api: ApiClient; readonly session: Session; readonly firstConnections: Connections };

/** The pages. Choices of the bulk page live here, so that neither walking to another page nor another language loses any. */
export function SignedInTab({ host, api, session, firstConnections }: Props) {
  const [page, goTo] = usePage(host.subPageId);
  const [bulk, dispatch] = useReducer(bulkReducer, session.person, emptyBulkState);
  const [{ connections, listsVersion }, setLists] = useState({ connections: firstConnections, listsVersion: 0 });
  const setConnections = useCallback((next: Connections) => {
    setLists((before) => ({ connections: next, listsVersion: before.listsVersion + (latestPull(next) === latestPull(before.connections) ? 0 : 1) }));
  }, []);
  const { locale, direction } = useSpeech();
  const psaSkills = usePsaSkills(api, session, connections);
  const hasProposals = bulk.suggestions.size > 0;
  useSyncWatch(api, connections, setConnections);

  const tab = useMemo<Tab>(
    () => ({ api, host, session, canMap: session.role !== 'viewer', connections, psaSkills, setConnections, listsVersion, hasProposals, goTo }),
    [api, host, session, connections, psaSkills, setConnections, listsVersion, hasProposals, goTo],
  );
  return (
    <TabContext value={tab}>
      <Suspense
        key={`${locale} ${direction}`}
        fallback={
          <main className="state-page">
            <Spinner label={texts.loading} />
          </main>
        }
      >
        {page === 'companies' && <CompaniesPage />}
        {page === 'bulk' && <BulkAddPage state={bulk} dispatch={dispatch} />}
        {page === 'add' && <AddCompanyPage />}
        {page === 'drift' && <DriftPage />}
        {page === 'ignored' && <IgnoredPage />}
        {page === 'history' && <HistoryPage />}
        {page === 'connections' && <ConnectionsPage />}
      </Suspense>
    </TabContext>
  );
}
