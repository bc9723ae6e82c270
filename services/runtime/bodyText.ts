import { isUtf8 } from 'node:buffer';
import { AppError } from './errors.js';

/** For people and logs: never throws; what can't be decoded becomes U+FFFD. A byte order mark is dropped. */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  return decoder(contentType, false).decode(bytes);
}

/** Throws AppError `source-odd-answer` when the bytes are not valid in their charset or are no JSON. */
export function decodeJson(bytes: Uint8Array, contentType: string | null, host: string): unknown {
  try {
    return JSON.parse(decodeStrictly(bytes, contentType));
  } catch {
    // The parser's own message quotes the body, which may hold anything.
    throw new AppError('source-odd-answer', `${host} gave ${bytes.byteLength} bytes (${contentType ?? 'no content type'}) that are no JSON`, { sentence: `${host} gave an answer that we do not understand.` });
  }
}

/** As a strict decoder does, and several times as fast for long UTF-8. */
function decodeStrictly(bytes: Uint8Array, contentType: string | null): string {
  const strict = decoder(contentType, true);
  if (strict.encoding !== 'utf-8' || !isUtf8(bytes)) return strict.decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8').replace(/^\uFEFF/, '');
}

function decoder(contentType: string | null, fatal: boolean): InstanceType<typeof TextDecoder> {
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal });
  } catch {
    return new TextDecoder('utf-8', { fatal });
  }
}
