import { FluentProvider } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { createApiClient } from '../apiClient.js';
import { ErrorBoundary } from './ErrorBoundary.js';
import { SessionGate } from './SessionGate.js';
import { StatePage } from './StatePage.js';
import type { TeamsHost } from './teamsHost.js';
import { texts } from './texts.js';
import { AnnounceContext } from './useAnnounce.js';
import { LayoutContext, useMeasuredLayout } from './useLayout.js';
import { SpeechContext, useFollowedSpeech } from './useSpeech.js';
import { useTheme, type LoadedTheme } from './useTheme.js';

/** The whole tab: theme, width, live region, and who is in. `host` is undefined outside Teams. */
export function App({ host, firstTheme }: { readonly host: TeamsHost | undefined; readonly firstTheme: LoadedTheme }) {
  const theme = useTheme(host, firstTheme);
  const [announcement, setAnnouncement] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const layout = useMeasuredLayout(root);
  const speech = useFollowedSpeech(host);
  const api = useMemo(() => host && createApiClient({ origin: '', getToken: () => host.getToken() }), [host]);

  return (
    <FluentProvider theme={theme} dir={speech.direction} className="provider">
      <div ref={root} className="root" data-layout={layout}>
        <LayoutContext value={layout}>
          <SpeechContext value={speech}>
            <AnnounceContext value={setAnnouncement}>
              <ErrorBoundary onCrash={(message) => host?.notifyFailed(message)}>
                {host && api ? <SessionGate host={host} api={api} /> : <StatePage title={texts.outsideTitle} text={texts.outsideText} />}
              </ErrorBoundary>
            </AnnounceContext>
          </SpeechContext>
        </LayoutContext>
        <div className="sr-only" role="status" aria-live="polite">
          {announcement}
        </div>
      </div>
    </FluentProvider>
  );
}
