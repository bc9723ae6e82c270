import type { IncomingMessage } from 'node:http';
import { AppError } from '../../services/runtime/errors.js';

/** A request's body as it comes, never more than the limit. AppError `too-large`, or `cancelled` when the client goes away. */
export async function* readFileBody(request: IncomingMessage, limitBytes: number): AsyncGenerator<Uint8Array> {
  const tooLarge = () => new AppError('too-large', 'the file is too large', { sentence: `The file is larger than ${Math.floor(limitBytes / 1024 / 1024)} MB, the most that can be read.`, facts: [{ code: 'file-too-large', most: Math.floor(limitBytes / 1024 / 1024) }] });
  let received = 0;
  try {
    if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge();
    // Destroyed on an early end, the request would take the answer with it.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      received += chunk.length;
      if (received > limitBytes) throw tooLarge();
      yield chunk;
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw new AppError('cancelled', 'the file could not be read', { cause: thrown });
  } finally {
    // What is not wanted any more is read and dropped; a client that never ends meets the server's time limit.
    request.resume();
  }
}
