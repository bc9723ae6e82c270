import type { CommandWords } from './commandNames.js';

export const en: CommandWords = {
  'add company': { ways: ['add company', 'add', 'new company'], title: 'Add company', summary: 'link one Microsoft tenant to one PSA company' },
  bulk: { ways: ['bulk', 'bulk add', 'bulk add company', 'auto map', 'attempt auto map', 'open tab'], title: 'Bulk add', summary: 'open the tab that links all tenants at once' },
  status: { ways: ['status', 'state', 'count', 'counts', 'how many'], title: 'Status', summary: 'how many tenants are linked, how many wait, when the lists were last synced' },
  notify: { ways: ['notify', 'notifications', 'notification settings', 'news'], title: 'Notifications', summary: 'choose what I tell here by myself, and when' },
  help: { ways: ['help', 'hi', 'hello', 'hey', 'start', 'commands', 'menu'], title: 'Help', summary: 'show this list' },
};
