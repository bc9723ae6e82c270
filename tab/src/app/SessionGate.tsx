import { useCallback, useEffect } from 'react';
import type { ApiClient } from '../apiClient.js';
import { SignedInTab } from './SignedInTab.js';
import { SignedOutPage } from './SignedOutPage.js';
import { Spinner } from './Spinner.js';
import { StatePage } from './StatePage.js';
import type { TeamsHost } from './teamsHost.js';
import { texts } from './texts.js';
import { useLoad } from './useLoad.js';

/** Lets people in whom the server knows; says clearly why not otherwise. */
export function SessionGate({ host, api }: { readonly host: TeamsHost; readonly api: ApiClient }) {
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [session, connections] = await Promise.all([api.call('getSession', {}, { signal }), api.call('listConnections', {}, { signal })]);
      return { session, connections };
    },
    [api],
  );
  const { data, error, isLoading, reload } = useLoad(load);
  // A designed failure page is a loaded page too: Teams would else put its own over it.
  const isSettled = data !== undefined || error !== undefined;
  useEffect(() => {
    if (isSettled) host.notifyLoaded();
  }, [host, isSettled]);

  if (data) return <SignedInTab host={host} api={api} session={data.session} firstConnections={data.connections} />;
  if (error?.kind === 'signed-out' && !isLoading) return <SignedOutPage host={host} error={error} onSignedIn={reload} />;
  if (error && !isLoading) {
    const { code, sentence, requestId } = error.problem;
    return <StatePage title={code === 'not-allowed' ? texts.notAllowedTitle : texts.errorTitle} text={sentence} original={error.original} requestId={requestId} actionText={texts.tryAgain} onAction={reload} />;
  }
  return (
    <main className="state-page">
      <Spinner label={texts.loadingSession} />
    </main>
  );
}
