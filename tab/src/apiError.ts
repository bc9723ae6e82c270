import type { Problem } from '../../contracts/problem.js';

/** `network`: no answer came (or it broke off), so the request may or may not have taken effect. */
export type ApiErrorKind = 'network' | 'signed-out' | 'refused' | 'odd-answer';

/** Any failed call. `problem.sentence` is for people; `message` for logs. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  readonly problem: Problem;

  constructor(kind: ApiErrorKind, problem: Problem, cause?: unknown) {
    super(`${kind}: ${problem.code}`, { cause });
    this.kind = kind;
    this.problem = problem;
  }
}

const sentences = {
  network: 'The server did not answer. Check the connection and try again.',
  'signed-out': 'Microsoft Teams could not sign you in. Please try again.',
  refused: 'The server refused this.',
  'odd-answer': 'The server gave an answer that this page does not understand. Reload the page; it may be an older version.',
} as const satisfies Record<ApiErrorKind, string>;

export function makeApiError(kind: ApiErrorKind, cause?: unknown): ApiError {
  return new ApiError(kind, { code: kind, sentence: sentences[kind], requestId: '' }, cause);
}

/** Any thrown value as an ApiError, so that every page can show a sentence. */
export function toApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : makeApiError('odd-answer', thrown);
}

export function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError';
}
