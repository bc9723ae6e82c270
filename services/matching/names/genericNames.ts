import { signs } from './signs.js';
import { splitWords } from './splitWords.js';

/** Words that name no organisation when nothing else stands beside them. */
const genericWords = new Set(
  'default directory test testing tests tenant company companies my new demo contoso fabrikam msft sample example unknown none na null undefined admin administrator office365 o365 m365 microsoft microsoft365 office 365 home personal sandbox dev trial temp tmp azure ad entra organization organisation org business customer client account name the asdf qwerty xxx tbd verzeichnis standardverzeichnis repertoire par defaut directorio predeterminado predefinita standardkatalog'.split(' '),
);

/** Is this what a set-up wizard or a tester leaves behind? True as well for names without any letter or digit. */
export function isGenericName(words: readonly string[]): boolean {
  for (const word of words) if (!genericWords.has(word) && !generated.test(word)) return false;
  return true;
}

const generated = /^(?:org|tenant|test|demo)?\d*$/;

/** As `isGenericName`, of a cleaned name. */
export function isGenericText(clean: string): boolean {
  return isGenericName(splitWords(clean));
}

const mayBeDead = /old|use|dnu|dup|obsolete|closed|defunct|archive|inactive|merged|client|^\s*(?:zz|xx)/i;
/** Some put such records at the end of their lists. */
const marked = /^\s*(?:zz|xx)/i;
const deadMark = /^\W*(old|very old|do not use|don't use|dnu|duplicate|dupe|obsolete|closed|defunct|archived?|inactive|merged|ex-client|former client|old record)\b[\s\d./-]*$/i;

/** Splits "(OLD)", "- DO NOT USE" and their like off a name: such a record is dead whatever its status says. `kinds`: see `signsIn`. */
export function splitDeadMark(name: string, kinds: number): { readonly name: string; readonly isDead: boolean } {
  if ((kinds & (signs.foreign | signs.bracket | signs.tail)) === 0 && !marked.test(name)) return { name, isDead: false };
  if (!mayBeDead.test(name)) return { name, isDead: false };
  const rest = name
    .replace(/[([{*]+([^()[\]{}*]*)[)\]}*]+/g, (whole, inside: string) => (deadMark.test(inside) ? ' ' : whole))
    .replace(/\s[-–—:]+\s*([^-–—:]*)$/, (whole, tail: string) => (deadMark.test(tail) ? ' ' : whole))
    .replace(/^\s*(zz+|xx+)[\s_-]+/i, ' ')
    .replace(/^\s*([\w' ]*?)\s*[-–—:]+\s+/, (whole, head: string) => (deadMark.test(head) ? ' ' : whole));
  const isDead = rest !== name;
  return isDead && /[\p{L}\p{N}]/u.test(rest) ? { name: rest, isDead } : { name, isDead: false };
}
