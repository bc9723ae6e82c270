import type { RemarkFacts } from '../domain/remarkFacts.js';

/** Everything that can go wrong in a way that people are told of. */
export const errorCodes = [
  'bad-request',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'not-acceptable-media',
  'too-large',
  'too-many-requests',
  'key-reused',
  'nothing-to-undo',
  'source-unauthorized',
  'source-forbidden',
  'source-throttled',
  'source-unavailable',
  'source-odd-answer',
  'source-blocked',
  'storage-unavailable',
  'storage-in-use',
  'secrets-unavailable',
  'connection-changed',
  'configuration',
  'cancelled',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

type ErrorOptions = {
  readonly cause?: unknown;
  /** Would the same call perhaps succeed later? */
  readonly isRetryable?: boolean;
  /** Shown to people in place of the code's general sentence. Must hold nothing secret. */
  readonly sentence?: string;
  /** What `sentence` was made of. */
  readonly facts?: readonly RemarkFacts[] | undefined;
  /** Seconds to wait before trying again, when known. */
  readonly retryAfterSeconds?: number | undefined;
};

/** `message` is for logs; people get `sentence`. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly isRetryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly sentence: string;
  /** Tell what `sentence` tells; empty: nothing but these words does. */
  readonly facts: readonly RemarkFacts[];

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.isRetryable = options.isRetryable ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.sentence = options.sentence ?? errorTable[code].sentence;
    this.facts = options.facts ?? (options.sentence === undefined ? [{ code: 'general', error: code }] : []);
  }
}

/** The one place where a code becomes an HTTP status and a sentence; the compiler keeps it complete. */
export const errorTable = {
  'bad-request': { status: 400, sentence: 'The request could not be understood.' },
  'not-signed-in': { status: 401, sentence: 'Please sign in again.' },
  'not-allowed': { status: 403, sentence: 'You do not have the right to do this. Ask an administrator of the app.' },
  'not-found': { status: 404, sentence: 'This was not found.' },
  'not-acceptable-media': { status: 415, sentence: 'Only plain JSON is accepted.' },
  'too-large': { status: 413, sentence: 'The request is too large.' },
  'too-many-requests': { status: 429, sentence: 'Too many requests. Please wait a moment.' },
  'key-reused': { status: 422, sentence: 'This was saved before with other choices. Please start again.' },
  'nothing-to-undo': { status: 409, sentence: 'This can no longer be undone.' },
  'source-unauthorized': { status: 502, sentence: 'The connected system refused our credentials.' },
  'source-forbidden': { status: 502, sentence: 'Our account has no right to read this in the connected system.' },
  'source-throttled': { status: 503, sentence: 'The connected system asks us to slow down. Please try again later.' },
  'source-unavailable': { status: 503, sentence: 'The connected system does not answer.' },
  'source-odd-answer': { status: 502, sentence: 'The connected system gave an answer that we do not understand.' },
  'source-blocked': { status: 502, sentence: 'The connected system named an address that we do not trust.' },
  'storage-unavailable': { status: 503, sentence: 'The database does not answer. Nothing was lost; please try again in a moment.' },
  'storage-in-use': { status: 503, sentence: 'Another process has the database open.' },
  'secrets-unavailable': { status: 503, sentence: 'The key that protects the stored secrets can\'t be reached. Please try again in a moment.' },
  'connection-changed': { status: 409, sentence: 'Somebody changed this connection meanwhile. Please look at it again.' },
  configuration: { status: 500, sentence: 'The app is not set up correctly.' },
  cancelled: { status: 499, sentence: 'Cancelled.' },
  internal: { status: 500, sentence: 'Something went wrong on our side.' },
} as const satisfies Record<ErrorCode, { readonly status: number; readonly sentence: string }>;

/** Any thrown value as an AppError; a stranger becomes `internal`, an abort `cancelled`. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError') return new AppError('cancelled', thrown.message, { cause: thrown });
  return new AppError('internal', thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}
