import { drawForm } from '../addCompany/drawAddCompany.js';
import { newDraft } from '../addCompany/draft.js';
import { offerSave } from '../addCompany/saveAction.js';
import { bulkCard } from '../cards/bulkCard.js';
import { helpCard } from '../cards/messageCards.js';
import { statusCard } from '../cards/statusCard.js';
import type { ChatTools, Command } from '../chatTools.js';
import { tabLink } from '../deepLink.js';
import { findCommand } from '../find/findCommand.js';
import { whyCommand } from '../find/whyCommand.js';
import { historyCommand, undoCommand } from '../history/undoSave.js';
import { dealNext } from '../review/dealCase.js';
import { ignoreCommand, linkCommand } from '../review/nameTenant.js';
import { syncCommand } from '../sync/syncCommand.js';
import { notifyCommand } from './notify.js';
import { commandNames, type CommandName } from './words/commandNames.js';

/** What each command does, in the order in which people see them. None changes a link by being typed: cards ask first. */
export function allCommands(tools: ChatTools): Command[] {
  const { services, config } = tools;
  const bulkLink = tabLink(config.teamsAppId, 'bulk');
  const commands: { readonly [Name in CommandName]: Omit<Command, 'name'> } = {
    unmapped: { role: 'mapper', run: (turn) => dealNext(tools, turn) },
    'add company': { role: 'mapper', run: async (turn) => drawForm(tools, turn, newDraft(await offerSave(tools, turn))) },
    link: linkCommand(tools),
    ignore: ignoreCommand(tools),
    find: findCommand(tools),
    why: whyCommand(tools),
    status: {
      role: 'viewer',
      async run({ caller, language }) {
        const [counts, connections] = await Promise.all([services.getStatus(caller), services.listConnections(caller)]);
        return statusCard(language, counts, connections, bulkLink);
      },
    },
    history: historyCommand(tools),
    undo: undoCommand(tools),
    sync: syncCommand(tools),
    bulk: {
      role: 'viewer',
      async run({ caller, language }) {
        const rows = await services.listTenants(caller);
        return bulkCard(language, { tenantCount: rows.length, waitingCount: rows.filter((row) => row.units.every((unit) => unit.links.length === 0)).length, bulkLink });
      },
    },
    notify: notifyCommand(tools),
    help: { role: 'viewer', run: ({ language }) => Promise.resolve(helpCard(language, { isWelcome: false })) },
  };
  return commandNames.map((name) => ({ name, ...commands[name] }));
}
