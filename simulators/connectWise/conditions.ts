import { readPath } from './fieldPath.js';

/** Tells whether a record fits. Throws `ConditionError` on a field that the record does not know. */
export type Condition = (record: object) => boolean;

export class ConditionError extends Error {
  override readonly name = 'ConditionError';
}

type Literal = string | number | boolean | Date | null;
type Token = { readonly kind: 'literal'; readonly value: Literal } | { readonly kind: 'field' | 'operator' | 'word'; readonly text: string };

const tokenPattern = /\s*(?:"((?:[^"\\]|\\.)*)"|\[([^\]]*)\]|(-?\d+(?:\.\d+)?)(?![\w/])|(!=|<=|>=|=|<|>|\(|\)|,)|([A-Za-z_][\w/]*))/y;
const words = new Set(['and', 'or', 'not', 'like', 'contains', 'in']);

/** Reads the grammar of `conditions`: comparisons, `like` (`*` and `%`), `contains`, `in (...)`, `not`, `and`, `or`, parentheses, references such as `status/name`. */
export function parseConditions(text: string): Condition {
  const tokens = tokenize(text);
  let position = 0;
  const peek = () => tokens[position];
  const isNext = (wanted: string) => {
    const token = peek();
    return token !== undefined && token.kind !== 'literal' && token.kind !== 'field' && token.text === wanted;
  };
  const accept = (wanted: string) => isNext(wanted) && ++position > 0;
  const expect = (wanted: string) => {
    if (!accept(wanted)) throw new ConditionError(`Expected '${wanted}' in the expression.`);
  };

  function parseOr(): Condition {
    let left = parseAnd();
    while (accept('or')) left = either(left, parseAnd());
    return left;
  }
  function parseAnd(): Condition {
    let left = parseTerm();
    while (accept('and')) left = both(left, parseTerm());
    return left;
  }
  function parseTerm(): Condition {
    if (accept('not')) return negate(parseTerm());
    if (!accept('(')) return parseComparison();
    const inner = parseOr();
    expect(')');
    return inner;
  }
  function parseComparison(): Condition {
    const field = peek();
    if (field?.kind !== 'field') throw new ConditionError('Expected boolean expression.');
    position += 1;
    const isNegated = accept('not');
    const operator = peek();
    if (operator?.kind !== 'operator' && operator?.kind !== 'word') throw new ConditionError(`Expected an operator after '${field.text}'.`);
    position += 1;
    const compare = operator.text === 'in' ? oneOf(parseList()) : comparison(operator.text, parseLiteral());
    const condition: Condition = (record) => valuesAt(record, field.text).some(compare);
    return isNegated ? negate(condition) : condition;
  }
  function parseList(): Literal[] {
    expect('(');
    const values = [parseLiteral()];
    while (accept(',')) values.push(parseLiteral());
    expect(')');
    return values;
  }
  function parseLiteral(): Literal {
    const token = peek();
    if (token?.kind !== 'literal') throw new ConditionError('Expected a value in the expression.');
    position += 1;
    return token.value;
  }

  const condition = parseOr();
  if (position < tokens.length) throw new ConditionError('The expression goes on after its end.');
  return condition;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < end) {
    const match = tokenPattern.exec(text);
    if (!match) throw new ConditionError('The expression holds a character that is not understood.');
    tokens.push(toToken(match));
  }
  return tokens;
}

function toToken([, quoted, date, number, operator, word = '']: RegExpExecArray): Token {
  if (quoted !== undefined) return { kind: 'literal', value: quoted.replace(/\\(.)/g, '$1') };
  if (date !== undefined) return { kind: 'literal', value: toDate(date) };
  if (number !== undefined) return { kind: 'literal', value: Number(number) };
  if (operator !== undefined) return { kind: 'operator', text: operator };
  const lower = word.toLowerCase();
  if (lower === 'true' || lower === 'false') return { kind: 'literal', value: lower === 'true' };
  if (lower === 'null') return { kind: 'literal', value: null };
  return words.has(lower) ? { kind: 'word', text: lower } : { kind: 'field', text: word };
}

function toDate(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new ConditionError('A date in the expression is invalid.');
  return date;
}

function valuesAt(record: object, path: string): readonly unknown[] {
  // The time of the last change is asked for by its bare name, though rows show it inside `_info`.
  const values = readPath(record, path) ?? (path === 'lastUpdated' ? readPath(record, '_info/lastUpdated') : undefined);
  if (!values) throw new ConditionError(`No property or field '${path}' exists.`);
  return values;
}

const both = (left: Condition, right: Condition): Condition => (record) => left(record) && right(record);
const either = (left: Condition, right: Condition): Condition => (record) => left(record) || right(record);
const negate = (inner: Condition): Condition => (record) => !inner(record);
const oneOf = (allowed: readonly Literal[]) => (value: unknown) => allowed.some((literal) => isEqual(value, literal));

function comparison(operator: string, literal: Literal): (value: unknown) => boolean {
  switch (operator) {
    case '=':
      return (value) => isEqual(value, literal);
    case '!=':
      return (value) => !isEqual(value, literal);
    case '<':
      return (value) => order(value, literal) < 0;
    case '<=':
      return (value) => order(value, literal) <= 0;
    case '>':
      return (value) => order(value, literal) > 0;
    case '>=':
      return (value) => order(value, literal) >= 0;
    case 'contains':
      return (value) => typeof value === 'string' && value.toLowerCase().includes(textOf(literal).toLowerCase());
    case 'like':
      return matchesLike(textOf(literal));
    default:
      throw new ConditionError(`The operator '${operator}' can't be used here.`);
  }
}

function textOf(literal: Literal): string {
  if (typeof literal !== 'string') throw new ConditionError('Expected a text in the expression.');
  return literal;
}

function matchesLike(wanted: string): (value: unknown) => boolean {
  const source = wanted.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/[*%]/g, '.*');
  const pattern = new RegExp(`^${source}$`, 'is');
  return (value) => typeof value === 'string' && pattern.test(value);
}

function isEqual(value: unknown, literal: Literal): boolean {
  if (literal instanceof Date) return order(value, literal) === 0;
  return typeof value === 'string' && typeof literal === 'string' ? value.toLowerCase() === literal.toLowerCase() : value === literal;
}

/** NaN, and so false, where the two can't be compared. */
function order(value: unknown, literal: Literal): number {
  if (literal instanceof Date) return typeof value === 'string' ? Date.parse(value) - literal.getTime() : NaN;
  if (typeof value === 'number' && typeof literal === 'number') return value - literal;
  return typeof value === 'string' && typeof literal === 'string' ? value.localeCompare(literal) : NaN;
}
