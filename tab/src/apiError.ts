import type { Problem } from '../../contracts/problem.js';
import { problemText } from './told/problemText.js';

/** `network`: no answer came (or it broke off), so the request may or may not have taken effect. */
export type ApiErrorKind = 'network' | 'signed-out' | 'refused' | 'odd-answer';

/** Any failed call. `problem.sentence` is for people, in their language, and `original` the server's own English words where they say more; `message` is for logs. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  readonly problem: Problem;
  readonly original: string;

  constructor(kind: ApiErrorKind, problem: Problem, cause?: unknown) {
    super(`${kind}: ${problem.code}`, { cause });
    this.kind = kind;
    const { sentence, original } = problemText(problem);
    this.problem = { ...problem, sentence };
    this.original = original;
  }
}

export function makeApiError(kind: ApiErrorKind, cause?: unknown): ApiError {
  return new ApiError(kind, { code: kind, sentence: '', requestId: '' }, cause);
}

/** Any thrown value as an ApiError, so that every page can show a sentence. */
export function toApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : makeApiError('odd-answer', thrown);
}

export function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError';
}
