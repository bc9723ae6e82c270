import { AppError } from '../../services/runtime/errors.js';

const maxDepth = 32;
const maxValues = 200_000;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Refuses what no honest client sends: more than 32 levels, more than 200,000 values (10,000 rows have 80,000), or keys that reach for
 * an object's prototype. AppError `bad-request`. A schema would look at every one of a million empty rows before it says that they are too many.
 */
export function assertPlainJson(value: unknown): void {
  let level: unknown[] = [value];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) throw new AppError('bad-request', 'the JSON is too deep', { sentence: `The request is nested more than ${maxDepth} levels deep.` });
    const next: unknown[] = [];
    for (const parent of level) {
      const children = childrenOf(parent);
      seen += children.length;
      if (seen > maxValues) throw new AppError('bad-request', 'the JSON has too many values', { sentence: `The request has more than ${maxValues} values.` });
      for (const child of children) if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
}

function childrenOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [];
  const forbidden = Object.keys(value).find((key) => forbiddenKeys.has(key));
  if (forbidden) throw new AppError('bad-request', `the JSON has the key ${forbidden}`, { sentence: `The request must not have a field called "${forbidden}".` });
  return Object.values(value);
}
