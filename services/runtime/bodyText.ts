import { isUtf8 } from 'node:buffer';
import { AppError } from './errors.js';

/** `isFaithful`: the bytes were valid in their charset. */
export type BodyText = { readonly text: string; readonly isFaithful: boolean; readonly byteLength: number };

/** For people and logs: never throws; what can't be decoded becomes U+FFFD. A byte order mark is dropped. */
export function decodeBody(bytes: Uint8Array, contentType: string | null): BodyText {
  const { byteLength } = bytes;
  const strict = decoder(contentType, true);
  // As a strict decoder does, and several times as fast for long UTF-8.
  if (strict.encoding === 'utf-8' && isUtf8(bytes)) return { text: Buffer.from(bytes.buffer, bytes.byteOffset, byteLength).toString('utf8').replace(/^\uFEFF/, ''), isFaithful: true, byteLength };
  try {
    return { text: strict.decode(bytes), isFaithful: true, byteLength };
  } catch {
    return { text: decoder(contentType, false).decode(bytes), isFaithful: false, byteLength };
  }
}

/** Throws AppError `source-odd-answer` when the bytes were not valid in their charset or are no JSON. */
export function parseJson({ text, isFaithful, byteLength }: BodyText, contentType: string | null, host: string): unknown {
  try {
    if (isFaithful) return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which may hold anything.
  }
  throw new AppError('source-odd-answer', `${host} gave ${byteLength} bytes (${contentType ?? 'no content type'}) that are no JSON`, { sentence: `${host} gave an answer that we do not understand.`, facts: [{ code: 'answer-odd', system: host }] });
}

function decoder(contentType: string | null, fatal: boolean): InstanceType<typeof TextDecoder> {
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal });
  } catch {
    return new TextDecoder('utf-8', { fatal });
  }
}
