import type { Entity } from './records.js';

/** A filter that the API would refuse; `message` is what it says. */
export class FilterError extends Error {
  override readonly name = 'FilterError';
}

type Item = { readonly op?: unknown; readonly field?: unknown; readonly value?: unknown; readonly udf?: unknown; readonly items?: unknown };
const mostConditions = 500;

/** Which rows a `filter` keeps: comparisons by field or user defined field, in groups of `and` and `or`. */
export function parseFilter(filter: unknown): (row: Entity) => boolean {
  if (!Array.isArray(filter) || filter.length === 0) throw new FilterError('Query must contain at least one filter.');
  if (countConditions(filter) > mostConditions) throw new FilterError('The query has too many conditions.');
  const tests = filter.map(parseItem);
  return (row) => tests.every((fits) => fits(row));
}

function countConditions(items: readonly unknown[]): number {
  return items.reduce<number>((sum, item) => sum + (Array.isArray((item as Item).items) ? countConditions((item as { items: unknown[] }).items) : 1), 0);
}

function parseItem(given: unknown): (row: Entity) => boolean {
  const { op, field, value, udf, items } = (typeof given === 'object' && given !== null ? given : {}) as Item;
  const operator = typeof op === 'string' ? op.toLowerCase() : '';
  if (operator === 'and' || operator === 'or') {
    const tests = (Array.isArray(items) ? items : []).map(parseItem);
    return (row) => (operator === 'and' ? tests.every((fits) => fits(row)) : tests.some((fits) => fits(row)));
  }
  if (typeof field !== 'string') throw new FilterError('A filter needs a field.');
  const fits = comparison(operator, value);
  return (row) => fits(udf === true ? udfValue(row, field) : fieldValue(row, field));
}

function fieldValue(row: Entity, field: string): unknown {
  const name = Object.keys(row).find((key) => key.toLowerCase() === field.toLowerCase());
  if (name === undefined) throw new FilterError(`Unable to find ${field} in the entity.`);
  return row[name];
}

function udfValue(row: Entity, name: string): unknown {
  return (row['userDefinedFields'] as { name: string; value: unknown }[] | undefined)?.find((udf) => udf.name === name)?.value;
}

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).toLowerCase() : '');

function comparison(operator: string, wanted: unknown): (value: unknown) => boolean {
  const list = Array.isArray(wanted) ? wanted.map(text) : [];
  switch (operator) {
    case 'eq':
      return (value) => isSame(value, wanted);
    case 'noteq':
      return (value) => !isSame(value, wanted);
    case 'gt':
      return (value) => order(value, wanted) > 0;
    case 'gte':
      return (value) => order(value, wanted) >= 0;
    case 'lt':
      return (value) => order(value, wanted) < 0;
    case 'lte':
      return (value) => order(value, wanted) <= 0;
    case 'beginswith':
      return (value) => text(value).startsWith(text(wanted));
    case 'endswith':
      return (value) => text(value).endsWith(text(wanted));
    case 'contains':
      return (value) => text(value).includes(text(wanted));
    case 'exist':
      return (value) => value !== null && value !== undefined;
    case 'notexist':
      return (value) => value === null || value === undefined;
    case 'in':
      return (value) => list.includes(text(value));
    case 'notin':
      return (value) => !list.includes(text(value));
    default:
      throw new FilterError(`The operator ${operator} is not known.`);
  }
}

/** True, 1 and "1" are one; texts in any letter case. */
function isSame(value: unknown, wanted: unknown): boolean {
  if (typeof value === 'string' || typeof wanted === 'string') return text(value) === text(wanted);
  return Number(value) === Number(wanted);
}

/** NaN, and so false, where the two can't be compared. */
function order(value: unknown, wanted: unknown): number {
  if (typeof value === 'number') return value - Number(wanted);
  return typeof value === 'string' && typeof wanted === 'string' ? Date.parse(value) - Date.parse(wanted) : Number.NaN;
}
