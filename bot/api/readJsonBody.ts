import type { Request, RequestHandler, Response } from 'restify';
import { plugins } from '../restify.js';
import { AppError } from '../../services/runtime/errors.js';
import { checkBodyLength } from '../gates/requestLimits.js';

const arrivalMs = 20_000;

/** Reads and parses a request's JSON body; undefined when it has none. AppError `too-large`, `bad-request` or `cancelled`. */
export async function readJsonBody(request: Request, response: Response, limitBytes: number): Promise<unknown> {
  checkBodyLength(request, limitBytes);
  // Node's own limit for the whole request may be noticed up to 30 seconds late.
  const deadline = setTimeout(() => request.destroy(), arrivalMs);
  const options = { maxBodySize: limitBytes, mapParams: false };
  try {
    for (const handler of [plugins.jsonBodyParser(options)].flat()) await run(handler, request, response);
  } finally {
    clearTimeout(deadline);
  }
  if (request.destroyed && !request.complete) throw new AppError('cancelled', 'the client went away');
  return request.body as unknown;
}

function run(handler: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    handler(request, response, (thrown?: unknown) => (thrown ? reject(toBodyError(thrown)) : resolve()));
  });
}

function toBodyError(thrown: unknown): AppError {
  const status = (thrown as { statusCode?: unknown }).statusCode;
  if (status === 413) return new AppError('too-large', 'the body is too large', { cause: thrown });
  if (status === 400) return new AppError('bad-request', 'the body is no JSON', { cause: thrown, sentence: 'The request is not valid JSON.' });
  return new AppError('cancelled', 'the body could not be read', { cause: thrown });
}
