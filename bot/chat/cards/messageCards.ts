import { heading, makeCard, notice, paragraph, plain, type Card } from './card.js';
import { commandButton } from './cardAction.js';

/** What people see of a command. */
export type CommandLabel = { readonly name: string; readonly title: string; readonly summary: string };

/** On install, and whenever somebody asks for help. */
export function helpCard(commands: readonly CommandLabel[], { isWelcome }: { readonly isWelcome: boolean }): Card {
  const intro = 'I link the Microsoft tenants of your Partner Center accounts to the companies in your PSA: one at a time here, all at once in the tab.';
  return makeCard(
    [
      heading(isWelcome ? 'Welcome to Tenant Mapper' : 'What I can do'),
      paragraph(intro),
      ...commands.map(({ name, summary }) => paragraph(`**${name}** – ${summary}`, { spacing: 'Small' })),
      paragraph('In a channel or group chat, mention me first.', { isSubtle: true, size: 'Small' }),
    ],
    offer(commands),
  );
}

/** `closest`: the command that the text resembles. */
export function unknownTextCard(text: string, closest: CommandLabel | undefined, commands: readonly CommandLabel[]): Card {
  const answer = closest ? `I do not know "${text}". Did you mean "${closest.name}"?` : `I do not know "${text}". This is what I can do:`;
  return makeCard([plain(text.trim() === '' ? 'Please choose what to do:' : answer)], offer(closest ? [closest, ...commands.filter((command) => command !== closest)] : commands));
}

export function refusalCard(sentence: string): Card {
  return makeCard([heading('Not allowed'), plain(sentence)]);
}

/** `requestId` lets an administrator find the log lines. */
export function errorCard({ sentence, requestId }: { readonly sentence: string; readonly requestId: string }): Card {
  return makeCard([notice(sentence), plain(`Request ${requestId}`, { isSubtle: true, size: 'Small' })], [commandButton('Help', 'help')]);
}

function offer(commands: readonly CommandLabel[]) {
  return commands.slice(0, 6).map(({ name, title }) => commandButton(title, name));
}
