import type { Command } from '../chatTools.js';

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

/** Fits one of the command's words whatever the case, the spaces and the punctuation after it. */
export function commandPattern({ words }: Pick<Command, 'words'>): RegExp {
  const ways = words.map((way) => way.split(' ').join('[\\s_-]*'));
  return new RegExp(`^(?:${ways.join('|')})\\s*[.!?]*$`, 'i');
}

/** The command whose words the text is, and nothing more. */
export function findCommand(commands: readonly Command[], text: string): Command | undefined {
  return commands.find((command) => commandPattern(command).test(cleanMessage(text)));
}

/** The command that was perhaps meant: one of its words begins like the text, is in it, or differs in two letters at most. */
export function closestCommand(commands: readonly Command[], text: string): Command | undefined {
  const typed = cleanMessage(text).toLowerCase().slice(0, 60);
  if (typed.length < 2) return undefined;
  const ranked = commands
    .map((command) => ({ command, distance: Math.min(...command.words.map((way) => distanceTo(way, typed))) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= 2 ? best.command : undefined;
}

function distanceTo(way: string, typed: string): number {
  if (way.length >= 3 && (way.startsWith(typed) || ` ${typed} `.includes(` ${way} `))) return 1;
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
