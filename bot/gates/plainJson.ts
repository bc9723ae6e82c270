import { AppError } from '../../services/runtime/errors.js';

const maxDepth = 32;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses what no honest client sends: more than 32 levels, or keys that reach for an object's prototype. AppError `bad-request`. */
export function assertPlainJson(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) throw new AppError('bad-request', 'the JSON is too deep', { sentence: `The request is nested more than ${maxDepth} levels deep.` });
    level = level.flatMap(childrenOf);
  }
}

function childrenOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const forbidden = Array.isArray(value) ? undefined : Object.keys(value).find((key) => forbiddenKeys.has(key));
  if (forbidden) throw new AppError('bad-request', `the JSON has the key ${forbidden}`, { sentence: `The request must not have a field called "${forbidden}".` });
  return Object.values(value).filter((child) => typeof child === 'object' && child !== null);
}
