import { languages } from '../language/language.js';
import { argumentCommands, commandNames, type CommandName } from './words/commandNames.js';
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

type Way = { readonly name: CommandName; readonly way: string };
const ways: readonly Way[] = languages.flatMap((language) => commandNames.flatMap((name) => commandWords[language][name].ways.map((way) => ({ name, way }))));
const patternOf = (name: CommandName) =>
  ways
    .filter((each) => each.name === name)
    .map(({ way }) => way.split(' ').join('[\\s_-]*'))
    // The longest first: "why is" before "why".
    .sort((a, b) => b.length - a.length)
    .join('|');
const alone = commandNames.map((name) => ({ name, pattern: new RegExp(`^(?:${patternOf(name)})\\s*[.!?…]*$`, 'i') }));
const followed = argumentCommands.map((name) => ({ name, pattern: new RegExp(`^(?:${patternOf(name)})(?:\\s*:\\s*|\\s)(\\S.*)$`, 'i') }));
const longest = 200;

/** The command whose words the text begins with, or nearly does. Undefined where it is none, or where more than one is as near. */
export function findCommand(text: string): TypedCommand | undefined {
  const typed = cleanMessage(text);
  const exact = alone.find(({ pattern }) => pattern.test(typed));
  if (exact) return { name: exact.name, argument: '' };
  if (typed.length > longest) return undefined;
  for (const { name, pattern } of followed) {
    const [, argument] = pattern.exec(typed) ?? [];
    if (argument !== undefined) return { name, argument: withoutEnd(argument) };
  }
  return misspelt(typed, ways, '') ?? misspeltStart(typed);
}

/** "fnid Nordwind" */
function misspeltStart(typed: string): TypedCommand | undefined {
  const [first = '', ...rest] = typed.split(' ');
  const argument = withoutEnd(rest.join(' '));
  if (argument === '') return undefined;
  return misspelt(first, ways.filter(({ name, way }) => argumentCommands.includes(name) && !way.includes(' ')), argument);
}

function misspelt(typed: string, among: readonly Way[], argument: string): TypedCommand | undefined {
  const lower = withoutEnd(typed.toLowerCase());
  const near = among
    .filter(({ way }) => Math.abs(way.length - lower.length) <= 2)
    .map(({ name, way }) => ({ name, distance: editDistance(way, lower), allowed: allowedErrors(Math.min(way.length, lower.length)) }))
    .filter(({ distance, allowed }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance);
  const [best] = near;
  if (!best || near.some(({ name, distance }) => name !== best.name && distance === best.distance)) return undefined;
  return { name: best.name, argument };
}

/** A wrong letter in a short word makes another word of it. */
function allowedErrors(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

function withoutEnd(text: string): string {
  return text.replace(/[\s.!?…]{1,10}$/, '');
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

/** Letters to insert, remove or replace; two neighbours that changed places count once. */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwapped ? (beforePrevious[column - 2] ?? 0) + 1 : Infinity;
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, swapped));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
