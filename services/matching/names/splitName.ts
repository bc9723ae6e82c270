import { isGenericText, splitDeadMark } from './genericNames.js';
import { isLegalForm } from './legalForms.js';
import { signs } from './signs.js';
import { splitWords } from './splitWords.js';

/** A cleaned name taken apart by what people put around it. */
export type NameParts = {
  /** The name proper. */
  readonly head: string;
  /** What stands in brackets, or behind a dash or the last comma: a place, a branch, an acronym. */
  readonly extras: readonly string[];
  /** Something stood in brackets. */
  readonly hasBracket: boolean;
  /** Other names of the same organisation: behind "trading as", "formerly". */
  readonly others: readonly string[];
  /** Marked "(OLD)", "do not use" or the like. */
  readonly isDead: boolean;
  /** "Sandbox", "(Tenant)" and the like stood behind it: one of several tenants of an organisation. */
  readonly isDecorated: boolean;
};

export const decoration = /[\s([\-–—_|,]+(?:test|tenant|prod|production|sandbox|backup|dev|development|staging|uat|demo|migration|new tenant|(?:m|o|ms|office|microsoft)\s?365|365|azure ad|entra(?: id)?|csp)[)\]]?\s*$/i;
const lastSigns = 'txpdnvgo5)]';
const tradingAs = /[\s([,;/-]+(?:d\s?\/?\s?b\s?\/?\s?a|t\s?\/\s?a|f\s?\/?\s?k\s?\/?\s?a|a\s?\/?\s?k\s?\/?\s?a|n\/k\/a|trading as|formerly(?: known as)?|previously(?: known as)?|doing business as|also known as|now known as|vormals|anciennement)\b[.:]?\s*/i;
const mayBeOther = /\/|[bk]\.?\s?a\b|trading|doing|formerly|previously|known|vormals|anciennement/i;
const bracket = /[([{（]([^()[\]{}（）]*)[)\]}）]?/g;
const dash = /\s+[-–—|]\s+|\s*[|]\s*|:\s+|\s+[-–—](?=\p{L}{3})/u;
const mostExtras = 4;

/** `kinds` as `signsIn` tells them. `isTenant`: decorations are taken off tenants' names only; a company may well be called "Test". */
export function splitName(clean: string, kinds: number, isTenant: boolean): NameParts {
  const { name, isDead } = splitDeadMark(clean, kinds);
  let head = name;
  let isDecorated = false;
  for (let round = 0; isTenant && round < 2 && lastSigns.includes(head.charAt(head.length - 1).toLowerCase()); round += 1) {
    const bare = head.replace(decoration, '').trim();
    if (bare === head || bare === '' || isGenericText(bare)) break;
    head = bare;
    isDecorated = true;
  }
  let others: string[] = [];
  if (mayBeOther.test(head)) {
    const names: readonly string[] = head.split(tradingAs).map((part) => part.replace(/[)\]]\s*$/, '').trim()).filter((part) => /\p{L}.*\p{L}/u.test(part));
    if (names.length > 1) {
      head = names[0] ?? head;
      others = names.slice(1);
    }
  }
  const extras: string[] = [];
  if (kinds & (signs.bracket | signs.foreign) && /[([{（]/.test(head)) {
    const bare = head.replace(bracket, ' ').replace(/\s+/g, ' ').trim();
    if (/[\p{L}\p{N}]{2}/u.test(bare)) {
      for (const [, inside = ''] of head.matchAll(bracket)) if (/[\p{L}\p{N}]/u.test(inside)) extras.push(inside);
      head = bare;
    }
  }
  const hasBracket = extras.length > 0;
  head = kinds & (signs.tail | signs.foreign) ? cutTails(head, extras) : head.trim();
  // The people who look after computers, or Italy.
  if (isTenant && head.endsWith(' IT') && /\p{L}{2}.* IT$/u.test(head)) {
    head = head.slice(0, -3);
    extras.push('IT');
  }
  if (extras.length > mostExtras) extras.length = mostExtras;
  return { head, extras, hasBracket, others: others.slice(0, 3), isDead, isDecorated };
}

/** Cuts " - Bristol" and ", Bristol" off and puts them among the extras. */
function cutTails(head: string, extras: string[]): string {
  if (!/[-–—|:,]/.test(head)) return head.trim();
  const [first = head, ...tails] = head.split(dash);
  const isWhole = tails.length === 0 || !/\p{L}.*\p{L}/u.test(first);
  const rest = isWhole ? head : first;
  const comma = rest.lastIndexOf(',');
  const behind = comma > 2 ? rest.slice(comma + 1).trim() : '';
  const isTail = behind !== '' && /\p{L}{3}|\p{L}\s+\p{L}/u.test(rest.slice(0, comma)) && !/[&+]|\band\b|\d/i.test(behind) && behind.split(' ').length <= 3 && rest.indexOf(',') === comma;
  if (isTail && isLegalForm(splitWords(rest.slice(0, comma)))) return `${behind} ${rest.slice(0, comma)}`;
  if (isTail) extras.push(behind);
  if (!isWhole) extras.push(...tails.filter((tail) => splitWords(tail).length > 0));
  return isTail ? rest.slice(0, comma).trim() : rest.trim();
}
