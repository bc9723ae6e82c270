import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../services/runtime/errors.js';
import type { FileAnswer } from './apiHandler.js';

/** Sends a file piece by piece, no faster than the client reads; a client that goes away ends it. */
export async function sendFile(response: ServerResponse, { contentType, fileName, pieces }: FileAnswer): Promise<void> {
  response.writeHead(200, { 'Content-Type': contentType, 'Content-Disposition': `attachment; filename="${fileName}"` });
  try {
    await pipeline(Readable.from(pieces, { objectMode: true, highWaterMark: 2 }), response);
  } catch (thrown) {
    throw response.destroyed ? new AppError('cancelled', 'the client went away', { cause: thrown }) : thrown;
  }
}
