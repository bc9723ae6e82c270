import type { HostSession, Scope, TeamsPerson } from '../../wire.js';
import { startChatPane } from './chatPane.js';
import { readDeepLink } from './deepLink.js';
import { loadSession } from './hostClient.js';
import type { ConsentAnswer, Theme } from './hostFunctions.js';
import { find } from './page.js';
import { startTabPane } from './tabPane.js';
import './styles.css';
import './card.css';

const root = document.documentElement.dataset;

function start(session: HostSession): void {
  const personSelect = find('person', HTMLSelectElement);
  const themeSelect = find('theme', HTMLSelectElement);
  const localeSelect = find('locale', HTMLSelectElement);
  const consentSelect = find('consent', HTMLSelectElement);
  const widthSelect = find('tab-width', HTMLSelectElement);
  const scopeSelect = find('scope', HTMLSelectElement);
  const typeaheadOff = find('typeahead-off', HTMLInputElement);
  find('title', HTMLElement).textContent = document.title = `${session.app.name} – Teams simulator`;
  personSelect.append(...session.people.map(({ userId, name, role }) => new Option(`${name} (${role})`, userId)));

  const person = (): TeamsPerson => {
    const chosen = session.people.find(({ userId }) => userId === personSelect.value);
    if (!chosen) throw new Error('The simulator was started without people.');
    return chosen;
  };
  const tab = startTabPane({ session, person, theme: () => themeSelect.value as Theme, locale: () => localeSelect.value, consent: { read: () => consentSelect.value as ConsentAnswer, give: () => (consentSelect.value = 'given') }, openLink });
  const chat = startChatPane({ session, openLink });
  const openChat = () => chat.show(personSelect.value, scopeSelect.value as Scope);

  function openLink(url: string): boolean {
    const link = readDeepLink(url, session.app);
    switch (link.kind) {
      case 'tab':
        showPane('tab');
        tab.show(link.pageId, link.subPageId);
        return true;
      case 'chat':
        showPane('chat');
        chat.focus();
        return true;
      case 'elsewhere':
        window.open(link.url, '_blank', 'noopener');
        return true;
      case 'refused':
        return false;
    }
  }

  personSelect.addEventListener('change', () => {
    tab.show('', '');
    openChat();
  });
  themeSelect.addEventListener('change', () => {
    root['theme'] = themeSelect.value;
    tab.setTheme();
  });
  widthSelect.addEventListener('change', () => (root['tabWidth'] = widthSelect.value));
  scopeSelect.addEventListener('change', openChat);
  typeaheadOff.addEventListener('change', () => chat.setTypeahead(!typeaheadOff.checked));
  consentSelect.addEventListener('change', () => tab.show('', ''));
  tab.show('', '');
  openChat();
}

const panes = { tab: find('show-tab', HTMLButtonElement), chat: find('show-chat', HTMLButtonElement) };

/** In a narrow window one pane is seen at a time. */
function showPane(pane: keyof typeof panes): void {
  root['pane'] = pane;
  panes.tab.ariaPressed = String(pane === 'tab');
  panes.chat.ariaPressed = String(pane === 'chat');
}

panes.tab.addEventListener('click', () => showPane('tab'));
panes.chat.addEventListener('click', () => showPane('chat'));
loadSession().then(start, (error: unknown) => {
  find('tab-state', HTMLElement).textContent = error instanceof Error ? error.message : String(error);
});
