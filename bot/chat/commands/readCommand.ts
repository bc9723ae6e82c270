import { languages } from '../language/language.js';
import { commandNames, type CommandName } from './words/commandNames.js';
import { commandWords } from './words/commandWords.js';

/** What was typed: which command, and what followed its words. */
export type TypedCommand = { readonly name: CommandName; readonly argument: string };

/** What was typed, without spaces around, mentions, invisible spaces and a leading slash. */
export function cleanMessage(text: string): string {
  return text
    // Nothing here looks further than the next tag: a text full of open ones costs no more than any other.
    .replace(/<at\b[^<>]*>[^<]*<\/at>/gi, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\//, '');
}

const ways: readonly { readonly name: CommandName; readonly way: string }[] = languages.flatMap((language) => commandNames.flatMap((name) => commandWords[language][name].ways.map((way) => ({ name, way }))));
const patterns = commandNames.map((name) => ({ name, pattern: new RegExp(`^(?:${ways.filter((each) => each.name === name).map(({ way }) => way.split(' ').join('[\\s_-]*')).join('|')})\\s*[.!?]*$`, 'i') }));

/** The command whose words the text is, and nothing more. */
export function findCommand(text: string): TypedCommand | undefined {
  const found = patterns.find(({ pattern }) => pattern.test(cleanMessage(text)));
  return found && { name: found.name, argument: '' };
}

/** The command that was perhaps meant: one of its words begins like the text, is in it, or differs in two letters at most. */
export function closestCommand(text: string): CommandName | undefined {
  const typed = cleanMessage(text).toLowerCase().slice(0, 60);
  if (typed.length < 2) return undefined;
  const [best] = ways.map(({ name, way }) => ({ name, distance: distanceTo(way, typed) })).sort((a, b) => a.distance - b.distance);
  return best && best.distance <= 2 ? best.name : undefined;
}

function distanceTo(way: string, typed: string): number {
  if (typed.length >= 3 && way.length >= 3 && (way.startsWith(typed) || ` ${typed} `.includes(` ${way} `))) return 1;
  // Two wrong letters in "hi" are another word.
  return editDistance(way, typed) * (Math.min(way.length, typed.length) < 4 ? 3 : 1);
}

/** Letters to insert, remove or replace. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
