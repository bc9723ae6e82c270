import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Problem } from '../../contracts/problem.js';
import { errorTable, toAppError, type AppError } from '../../services/runtime/errors.js';
import { contextOf } from './requestContext.js';

// For a 503 whose cause tells no time.
const defaultRetryAfterSeconds = 2;

export function sendJson(response: ServerResponse, status: number, body: object): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': bytes.length });
  response.end(bytes);
}

/** Any thrown value as an answer: its code, its sentence and what that was made of, never its message. An answer already begun is cut off. */
export function sendProblem(request: IncomingMessage, response: ServerResponse, thrown: unknown): void {
  const error = toAppError(thrown);
  logProblem(request, error);
  if (response.headersSent || response.destroyed) return void response.destroy();
  if (error.code === 'not-signed-in') response.setHeader('WWW-Authenticate', 'Bearer error="invalid_token"');
  const { status } = errorTable[error.code];
  const retryAfterSeconds = error.retryAfterSeconds ?? (status === 503 ? defaultRetryAfterSeconds : undefined);
  if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(Math.ceil(retryAfterSeconds)));
  sendJson(response, status, toProblem(request, error));
}

export function toProblem(request: IncomingMessage, { code, sentence, facts }: AppError): Problem {
  // What the code says by itself needs no facts.
  const told = facts.filter((one) => one.code !== 'general');
  return { code, sentence, ...(told.length > 0 && { facts: told }), requestId: contextOf(request).requestId };
}

export function logProblem(request: IncomingMessage, error: AppError): void {
  const { logger } = contextOf(request);
  if (errorTable[error.code].status >= 500) logger.error({ code: error.code, reason: error.message, err: error.cause ?? error }, 'request failed');
  else logger.info({ code: error.code, reason: error.message.slice(0, 300) }, 'request refused');
}
