import { drawForm } from '../addCompany/drawAddCompany.js';
import { newDraft } from '../addCompany/draft.js';
import { bulkCard } from '../cards/bulkCard.js';
import { helpCard } from '../cards/messageCards.js';
import { statusCard } from '../cards/statusCard.js';
import type { ChatTools, Command } from '../chatTools.js';
import { tabLink } from '../deepLink.js';

/** In the order in which people see them. The manifest declares the same names. */
export function allCommands(tools: ChatTools): Command[] {
  const { services, config } = tools;
  const bulkLink = tabLink(config.teamsAppId, 'bulk');

  const addCompany: Command = {
    name: 'add company',
    words: ['add company', 'add', 'new company'],
    title: 'Add company',
    summary: 'link one Microsoft tenant to one PSA company',
    role: 'mapper',
    run: (caller) => drawForm(tools, caller, newDraft()),
  };
  const bulk: Command = {
    name: 'bulk',
    words: ['bulk', 'bulk add', 'bulk add company', 'auto map', 'attempt auto map', 'open tab'],
    title: 'Bulk add',
    summary: 'open the tab that links all tenants at once',
    role: 'viewer',
    async run(caller) {
      const rows = await services.listTenants(caller);
      return bulkCard({ tenantCount: rows.length, waitingCount: rows.filter((row) => row.units.every((unit) => unit.links.length === 0)).length, bulkLink });
    },
  };
  const status: Command = {
    name: 'status',
    words: ['status', 'state', 'count', 'counts', 'how many'],
    title: 'Status',
    summary: 'how many tenants are linked, how many wait, when the lists were last synced',
    role: 'viewer',
    async run(caller) {
      const [counts, connections] = await Promise.all([services.getStatus(caller), services.listConnections(caller)]);
      return statusCard(counts, connections, bulkLink);
    },
  };
  const help: Command = {
    name: 'help',
    words: ['help', 'hi', 'hello', 'hey', 'start', 'commands', 'menu'],
    title: 'Help',
    summary: 'show this list',
    role: 'viewer',
    run: () => Promise.resolve(helpCard(commands, { isWelcome: false })),
  };
  const commands = [addCompany, bulk, status, help];
  return commands;
}
