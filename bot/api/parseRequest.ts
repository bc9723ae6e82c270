import type { z } from 'zod';
import { AppError } from '../../services/runtime/errors.js';
import { assertPlainJson } from '../gates/plainJson.js';

const maxIssues = 5;
const maxIssueLength = 300;

/** AppError `bad-request` whose sentence names each wrong field and why, at most five. */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  assertPlainJson(value);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const named = issues.slice(0, maxIssues).map(describeIssue);
  const more = issues.length > maxIssues ? [`and ${issues.length - maxIssues} more`] : [];
  throw new AppError('bad-request', `${issues.length} issues in the request`, { sentence: `${[...named, ...more].join('; ')}.` });
}

/** The query string as an object for a schema. AppError `bad-request` when a name comes twice. */
export function readQuery(url: string): Record<string, string> {
  const entries = [...new URLSearchParams(url.split('?').slice(1).join('?'))];
  const twice = entries.find(([name], index) => entries.findIndex(([other]) => other === name) !== index);
  if (twice) throw new AppError('bad-request', 'a query parameter twice', { sentence: `${shorten(twice[0])} is given more than once.` });
  return Object.fromEntries(entries);
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const field = issue.path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text && '.'}${String(part)}`), '');
  if (issue.code === 'unrecognized_keys') return shorten(`${field || 'The request'} has unknown fields: ${issue.keys.join(', ')}`);
  const message = issue.message.replace(/^Invalid input: /, '');
  return shorten(field ? `${field}: ${message}` : `The request: ${message}`);
}

function shorten(text: string): string {
  return text.length > maxIssueLength ? `${text.slice(0, maxIssueLength)}…` : text;
}
