import type { HostSession, TeamsPerson } from '../../wire.js';
import { hostFrame } from './frameHost.js';
import { makeHostFunctions, type Consent, type TabState, type Theme } from './hostFunctions.js';
import { find } from './page.js';

export type TabPane = { show(pageId: string, subPageId: string): void; setTheme(): void };

type Options = { readonly session: HostSession; readonly person: () => TeamsPerson; readonly theme: () => Theme; readonly locale: () => string; readonly consent: Consent; readonly openLink: (url: string) => boolean };

const tabAddress = './tab/';

/** The frame with the app's tab. It is loaded anew for another page or person, as Teams does. */
export function startTabPane({ session, person, theme, locale, consent, openLink }: Options): TabPane {
  const pane = find('tab-pane', HTMLElement);
  const frame = find('tab', HTMLIFrameElement);
  const state = find('tab-state', HTMLElement);
  const ownPage = session.app.entityId ?? 'companies';
  let page = { pageId: ownPage, subPageId: '' };
  frame.title = `${session.app.name} tab`;

  function tell(next: TabState, why: string) {
    if (next === 'loaded' && pane.dataset['state'] === 'ready') return;
    pane.dataset['state'] = next;
    state.textContent = { loading: 'Loading …', loaded: 'Loading …', ready: '', failed: `The tab reports that it failed. ${why}` }[next];
  }

  function show(pageId: string, subPageId: string) {
    page = { pageId: pageId || ownPage, subPageId };
    tell('loading', '');
    frame.src = tabAddress;
  }

  const callFrame = hostFrame(frame, makeHostFunctions({ session, context: () => ({ ...page, person: person(), theme: theme(), locale: locale() }), consent, openLink, navigate: show, tell }));
  return { show, setTheme: () => callFrame('themeChange', [theme()]) };
}
