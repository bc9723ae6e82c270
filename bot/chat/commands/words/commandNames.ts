/** In the order in which people see them. */
export const commandNames = ['add company', 'bulk', 'status', 'notify', 'help'] as const;
export type CommandName = (typeof commandNames)[number];

/**
 * How one command is said and shown in a language. `ways`: lower-case, the first one is what people are shown; they are understood in
 * every language, so the same way must not stand for two commands. `title`: on a button. `summary`: what it does, beside the way.
 */
export type CommandWording = { readonly ways: readonly [string, ...string[]]; readonly title: string; readonly summary: string };
export type CommandWords = Readonly<Record<CommandName, CommandWording>>;
