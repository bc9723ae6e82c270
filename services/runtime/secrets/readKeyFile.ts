import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const keyBytes = 32;
const howToMake = 'Make one with: openssl rand -base64 32';
/** Of what people take for a key when they should not: SHA-256 of such words is a "key" that everybody knows. */
const knownWords = ['', 'admin', 'change-me', 'changeme', 'default', 'demo', 'key', 'password', 'secret', 'tenant-mapper', 'test'];
const knownKeys = new Set(knownWords.map((word) => createHash('sha256').update(word).digest('hex')));

export type KeyReading = { readonly kind: 'key'; readonly key: Buffer } | { readonly kind: 'refused'; readonly why: string };

/** The 32 random bytes, written as base64, that a key file holds; or why they are not good enough. Quotes nothing of the file. */
export function readKeyFile(file: string): KeyReading {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    return refused(`${file} can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}). ${howToMake}`);
  }
  return parseKey(text, file);
}

export function parseKey(text: string, where: string): KeyReading {
  if (text === '') return refused(`${where} is empty. ${howToMake}`);
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return refused(`${where} must hold ${keyBytes} random bytes as base64, in one line. ${howToMake}`);
  const key = Buffer.from(text, 'base64');
  if (key.length !== keyBytes) return refused(`${where} holds ${key.length} bytes, but a key has exactly ${keyBytes}. ${howToMake}`);
  if (isGuessable(key)) return refused(`${where} holds a key that is not random: anybody could guess it. ${howToMake}`);
  return { kind: 'key', key };
}

/** Of random keys one in a million million would be refused. */
function isGuessable(key: Buffer): boolean {
  const steps = new Set(key.map((byte, index) => (byte - (key[index - 1] ?? byte)) & 0xff).subarray(1));
  const isText = key.every((byte) => byte >= 0x20 && byte < 0x7f);
  return new Set(key).size < 16 || steps.size < 4 || isText || knownKeys.has(key.toString('hex'));
}

function refused(why: string): KeyReading {
  return { kind: 'refused', why };
}
