import type { IncomingMessage } from 'node:http';
import { AppError } from '../../services/runtime/errors.js';

const maxTokenLength = 8 * 1024;
const bearer = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

/** The token of the one Authorization header: at most 8 KB, three base64url parts. AppError `not-signed-in` otherwise. */
export function readBearerToken({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): string {
  // Node keeps only the first of several in `headers`, so they are counted in the raw list: name, value, name, value ...
  const values = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization');
  if (values.length !== 1) throw new AppError('not-signed-in', `${values.length} Authorization headers`);
  const token = bearer.exec(values[0] ?? '')?.[1];
  if (!token) throw new AppError('not-signed-in', 'the Authorization header holds no bearer token of three parts');
  if (token.length > maxTokenLength) throw new AppError('not-signed-in', 'the token is longer than 8 KB');
  return token;
}
