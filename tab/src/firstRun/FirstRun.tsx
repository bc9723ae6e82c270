import './firstRun.css';
import { Button } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Circle20Regular, CircleHalfFill20Regular } from '@fluentui/react-icons';
import { useCallback } from 'react';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { useRefresh } from '../sources/useRefresh.js';
import { firstRunSteps, type FirstRunStepId } from './firstRunSteps.js';
import { texts } from './texts.js';

const icons = { done: CheckmarkCircle20Filled, next: CircleHalfFill20Regular, later: Circle20Regular } as const;

/** What the start page shows until the first link is saved: where one stands, and the next thing to do or whom to ask. */
export function FirstRun() {
  const { api, connections, session, hasProposals, goTo } = useTab();
  const loadDraft = useCallback((signal: AbortSignal) => api.call('listDraft', { since: 0 }, { signal }), [api]);
  const hasDecisions = useLoad(loadDraft).data?.rows.some(({ choice }) => choice !== null) ?? false;
  const refresh = useRefresh();
  const steps = firstRunSteps({ connections, hasProposals: hasProposals || hasDecisions, hasLinks: false, role: session.role });
  const isReading = refresh.progress !== undefined || [...connections.partnerAccounts, ...connections.psaConnections].some(({ health }) => health.state === 'syncing');
  const act = (id: FirstRunStepId) => {
    if (id === 'account' || id === 'psa') goTo('connections');
    else if (id === 'sync') refresh.start();
    else goTo('bulk');
  };
  return (
    <section className="first-run card" aria-labelledby="first-run-title">
      <h2 id="first-run-title">{texts.title}</h2>
      <p>{texts.text}</p>
      <p className="minor" role="status">
        {texts.progress(steps.filter(({ state }) => state === 'done').length, steps.length)}
      </p>
      {refresh.error && <ErrorNotice error={refresh.error} onRetry={refresh.again} />}
      <ol className="first-run-steps" aria-label={texts.list}>
        {steps.map(({ id, state, mayDo }) => {
          const Icon = icons[state];
          return (
            <li key={id} className={`first-run-step first-run-${state}`} aria-current={state === 'next' ? 'step' : undefined}>
              <Icon aria-hidden className="first-run-icon" />
              <div>
                <strong>{texts.steps[id]}</strong> <span className="sr-only">{texts.states[state]}</span>
                {state === 'next' && (
                  <>
                    <p>{id === 'sync' && isReading ? texts.reading : texts.hints[id]}</p>
                    {!mayDo && <p className="minor">{id === 'account' || id === 'psa' ? texts.needsAdmin : texts.needsMapper}</p>}
                    {mayDo && (
                      <Button appearance="primary" disabledFocusable={id === 'sync' && isReading} onClick={() => act(id)}>
                        {texts.actions[id]}
                      </Button>
                    )}
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
