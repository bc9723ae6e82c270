export type HttpRequest = {
  readonly url: string | URL;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
  readonly signal?: AbortSignal | undefined;
  /** May this be sent again after a failure? Default: only GET. */
  readonly isRepeatable?: boolean;
  /** Is this answer not worth a repetition, although its status is? Some systems refuse with a 500. */
  readonly isFinal?: (response: HttpResponse) => boolean;
};

/** `text` has no byte order mark. `json()` throws AppError `source-odd-answer` when the body is no JSON. */
export type HttpResponse = { readonly status: number; readonly headers: Headers; readonly text: string; json(): unknown };
