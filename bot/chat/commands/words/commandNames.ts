/** In the order in which people see them. */
export const commandNames = ['unmapped', 'add company', 'link', 'ignore', 'find', 'why', 'status', 'history', 'undo', 'sync', 'bulk', 'notify', 'help'] as const;
export type CommandName = (typeof commandNames)[number];

/** Something may follow their words: a name. */
export const argumentCommands: readonly CommandName[] = ['link', 'ignore', 'find', 'why', 'notify'];
/** Those that a card offers as buttons; Teams shows six. */
export const buttonCommands: readonly CommandName[] = ['unmapped', 'add company', 'status', 'bulk', 'history', 'help'];

/**
 * How one command is said and shown in a language. `ways`: lower-case, the first one is what people are shown; they are understood in
 * every language, so the same way must not stand for two commands. `title`: on a button. `summary`: what it does, beside the way.
 */
export type CommandWording = { readonly ways: readonly [string, ...string[]]; readonly title: string; readonly summary: string };
export type CommandWords = Readonly<Record<CommandName, CommandWording>>;
