import { Spinner } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useMemo, useReducer, useState } from 'react';
import type { Connections, Session } from '../../../contracts/session.js';
import type { ApiClient } from '../apiClient.js';
import { bulkReducer, emptyBulkState } from '../bulkAdd/bulkState.js';
import { CompaniesPage } from '../companies/CompaniesPage.js';
import { latestPull } from '../sources/sourceHealthText.js';
import { useSyncWatch } from '../sources/useSyncWatch.js';
import type { TeamsHost } from './teamsHost.js';
import { texts } from './texts.js';
import { usePage } from './usePage.js';
import { usePsaSkills } from './usePsaSkills.js';
import { TabContext, type Tab } from './useTab.js';

const BulkAddPage = lazy(async () => ({ default: (await import('../bulkAdd/BulkAddPage.js')).BulkAddPage }));
const HistoryPage = lazy(async () => ({ default: (await import('../history/HistoryPage.js')).HistoryPage }));
const ConnectionsPage = lazy(async () => ({ default: (await import('../connections/ConnectionsPage.js')).ConnectionsPage }));
const AddCompanyPage = lazy(async () => ({ default: (await import('../addCompany/AddCompanyPage.js')).AddCompanyPage }));

type Props = { readonly host: TeamsHost; readonly api: ApiClient; readonly session: Session; readonly firstConnections: Connections };

/** The pages. Choices of the bulk page live here, so that walking to another page loses none. */
export function SignedInTab({ host, api, session, firstConnections }: Props) {
  const [page, goTo] = usePage(host.subPageId);
  const [bulk, dispatch] = useReducer(bulkReducer, session.person, emptyBulkState);
  const [{ connections, listsVersion }, setLists] = useState({ connections: firstConnections, listsVersion: 0 });
  const setConnections = useCallback((next: Connections) => {
    setLists((before) => ({ connections: next, listsVersion: before.listsVersion + (latestPull(next) === latestPull(before.connections) ? 0 : 1) }));
  }, []);
  const psaSkills = usePsaSkills(api, session, connections);
  useSyncWatch(api, connections, setConnections);

  const tab = useMemo<Tab>(
    () => ({ api, host, session, canMap: session.role !== 'viewer', connections, psaSkills, setConnections, listsVersion, goTo }),
    [api, host, session, connections, psaSkills, setConnections, listsVersion, goTo],
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
        {page === 'companies' && <CompaniesPage />}
        {page === 'bulk' && <BulkAddPage state={bulk} dispatch={dispatch} />}
        {page === 'add' && <AddCompanyPage />}
        {page === 'history' && <HistoryPage />}
        {page === 'connections' && <ConnectionsPage />}
      </Suspense>
    </TabContext>
  );
}
