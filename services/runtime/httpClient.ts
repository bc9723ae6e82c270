export type HttpRequest = {
  readonly url: string | URL;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
  readonly signal?: AbortSignal | undefined;
  /** May this be sent again after a failure? Default: only GET. */
  readonly isRepeatable?: boolean;
};

/** `text` has no byte order mark. `json()` throws AppError `source-odd-answer` when the body is no JSON. */
export type HttpResponse = { readonly status: number; readonly headers: Headers; readonly text: string; json(): unknown };

/**
 * All calls to outside systems: time-outs, retries with jitter, Retry-After, concurrency per origin, no redirects.
 * Any status that is not retried away is returned, not thrown; AppError `source-unavailable`, `source-throttled` or `source-blocked` otherwise.
 */
export type HttpClient = { send(request: HttpRequest): Promise<HttpResponse> };
