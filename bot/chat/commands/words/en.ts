import type { CommandWords } from './commandNames.js';

export const en: CommandWords = {
  unmapped: { ways: ['unmapped', 'review', 'next', 'unlinked', 'waiting'], title: 'Review unmapped', summary: 'deal the tenants without a company one by one, the surest first' },
  'add company': { ways: ['add company', 'add', 'new company'], title: 'Add company', summary: 'link one Microsoft tenant to one PSA company' },
  link: { ways: ['link', 'connect', 'map'], title: 'Link', summary: 'link a tenant to a company: **link** TENANT **to** COMPANY' },
  ignore: { ways: ['ignore'], title: 'Ignore', summary: 'leave a tenant out: **ignore** TENANT' },
  find: { ways: ['find', 'search', 'look for', 'who is'], title: 'Find', summary: 'find tenants and companies: **find** NAME' },
  why: { ways: ['why', 'why is'], title: 'Why?', summary: 'tell why something is missing or was matched: **why** NAME' },
  status: { ways: ['status', 'state', 'count', 'counts', 'how many'], title: 'Status', summary: 'how many tenants are linked, how many wait, when the lists were last synced' },
  history: { ways: ['history', 'log', 'changes'], title: 'History', summary: 'the latest saves' },
  undo: { ways: ['undo', 'undo last', 'take back'], title: 'Undo', summary: 'take back your latest save' },
  sync: { ways: ['sync', 'synchronise', 'synchronize', 'refresh'], title: 'Sync now', summary: 'read the lists of Partner Center and the PSA again' },
  bulk: { ways: ['bulk', 'bulk add', 'bulk add company', 'auto map', 'attempt auto map', 'open tab'], title: 'Bulk add', summary: 'open the tab that links all tenants at once' },
  notify: { ways: ['notify', 'notifications', 'notification settings', 'news'], title: 'Notifications', summary: 'choose what I tell here by myself, and when' },
  help: { ways: ['help', 'hi', 'hello', 'hey', 'start', 'commands', 'menu'], title: 'Help', summary: 'show this list' },
};
