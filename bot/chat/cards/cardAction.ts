import type { CommandName } from '../commands/words/commandNames.js';
import { commandWords } from '../commands/words/commandWords.js';
import type { Language } from '../language/language.js';
import type { Verb } from '../verbs.js';
import type { CardElement } from './card.js';

export type ActionOptions = { readonly style?: 'positive' | 'destructive'; /** Default: the card's inputs are sent along. */ readonly sendsInputs?: boolean };

/** A button. Clients without universal actions send the same data as a message: `verb` is in the data too. */
export function execute(title: string, verb: Verb, data: Readonly<Record<string, unknown>> = {}, { style, sendsInputs = true }: ActionOptions = {}): CardElement {
  const shared = { title, data: { ...data, verb }, associatedInputs: sendsInputs ? 'auto' : 'none', ...(style ? { style } : {}) };
  return { type: 'Action.Execute', verb, ...shared, fallback: { type: 'Action.Submit', ...shared } };
}

/** A button that runs a command as if it had been typed; its answer is a new message. */
export function commandButton(language: Language, command: CommandName, title: string = commandWords[language][command].title): CardElement {
  return execute(title, 'command', { command }, { sendsInputs: false });
}

export function openUrl(title: string, url: string): CardElement {
  return { type: 'Action.OpenUrl', title, url };
}
