import { buttonCommands, commandNames, type CommandName } from '../commands/words/commandNames.js';
import { commandWords } from '../commands/words/commandWords.js';
import type { Language } from '../language/language.js';
import { heading, makeCard, notice, paragraph, plain, type Card } from './card.js';
import { commandButton } from './cardAction.js';
import { messageWords } from './messageWords.js';

/** On install, and whenever somebody asks for help. */
export function helpCard(language: Language, { isWelcome }: { readonly isWelcome: boolean }): Card {
  const words = messageWords[language];
  return makeCard(
    [
      heading(isWelcome ? words.welcome : words.whatICanDo),
      paragraph(words.intro),
      ...commandNames.map((name) => paragraph(commandLine(language, name), { spacing: 'Small' })),
      paragraph(words.mentionFirst, { isSubtle: true, size: 'Small' }),
    ],
    offer(language, buttonCommands),
  );
}

/** `closest`: the command that the text resembles. */
export function unknownTextCard(language: Language, text: string, closest: CommandName | undefined): Card {
  const words = messageWords[language];
  const answer = closest ? words.didYouMean(text, commandWords[language][closest].ways[0]) : words.unknown(text);
  return makeCard([plain(text.trim() === '' ? words.chooseWhat : answer)], offer(language, closest ? [closest, ...buttonCommands.filter((name) => name !== closest)] : buttonCommands));
}

export function refusalCard(language: Language, sentence: string): Card {
  return makeCard([heading(messageWords[language].notAllowed), plain(sentence)]);
}

/** `requestId` lets an administrator find the log lines. */
export function errorCard(language: Language, { sentence, requestId }: { readonly sentence: string; readonly requestId: string }): Card {
  return makeCard([notice(sentence), plain(messageWords[language].request(requestId), { isSubtle: true, size: 'Small' })], [commandButton(language, 'help')]);
}

function commandLine(language: Language, name: CommandName): string {
  const { ways, summary } = commandWords[language][name];
  return `**${ways[0]}** – ${summary}`;
}

function offer(language: Language, names: readonly CommandName[]) {
  return names.slice(0, 6).map((name) => commandButton(language, name));
}
