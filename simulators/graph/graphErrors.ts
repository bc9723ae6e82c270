import { randomUUID } from 'node:crypto';
import type { Answer } from '../router.js';

export function graphError(status: number, code: string, message: string, headers: Record<string, string> = {}): Answer {
  const id = randomUUID();
  return { status, headers, body: { error: { code, message, innerError: { date: new Date(0).toISOString().slice(0, 19), 'request-id': id, 'client-request-id': id } } } };
}
