import type { IncomingMessage } from 'node:http';
import { AppError } from '../../services/runtime/errors.js';

export const bodyLimitBytes = 256 * 1024;
/** For the routes that carry a row per tenant. */
export const bulkBodyLimitBytes = 4 * 1024 * 1024;

/** For a file of 100,000 rows. */
export const fileLimitBytes = 48 * 1024 * 1024;

/** For a list of companies. */
export const companyFileLimitBytes = 20 * 1024 * 1024;

const csvType = /^text\/csv(\s*;\s*charset="?utf-8"?)?$/i;
const jsonType = /^application\/json(\s*;\s*charset="?utf-8"?)?$/i;

/**
 * Looks at the request line and headers only, before anything is read or parsed.
 * restify's body parser dies of a bad gzip body, so no encoded body may ever reach it.
 */
export function checkRequestHead({ method = '', url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): void {
  // An absolute or malformed target would be parsed differently by the router than by us.
  if (!url.startsWith('/') || url.startsWith('//') || !isDecodable(url)) throw new AppError('bad-request', 'odd request target');
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') throw new AppError('not-acceptable-media', `content encoding ${encoding.slice(0, 40)}`);
  // restify does not know this word for "not encoded".
  delete headers['content-encoding'];
  // It is no use to us, and restify would answer in its own words when it does not fit.
  delete headers['content-md5'];
  const takesFile = /^\/api\/(import(\/preview)?|connections\/file)(\?|$)/.test(url);
  const type = headers['content-type'] ?? '';
  if (hasBody(headers) && !jsonType.test(type) && !(takesFile && csvType.test(type))) throw new AppError('not-acceptable-media', `content type ${headers['content-type']?.slice(0, 80) ?? 'missing'}`);
  if (hasBody(headers) && (method === 'GET' || method === 'HEAD')) throw new AppError('bad-request', `${method} with a body`);
}

/** A page of another site may not call the API, though its calls would lack a token anyway. */
export function checkSameOrigin({ headers }: Pick<IncomingMessage, 'headers'>): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new AppError('not-allowed', `sec-fetch-site ${String(site).slice(0, 40)}`);
}

/** Refuses by the announced length; what comes in chunks is counted by the body parser. */
export function checkBodyLength({ headers }: Pick<IncomingMessage, 'headers'>, limitBytes: number): void {
  if (Number(headers['content-length'] ?? 0) > limitBytes) throw new AppError('too-large', `content length ${headers['content-length']}`);
}

function hasBody(headers: IncomingMessage['headers']): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
