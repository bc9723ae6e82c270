import type { z } from 'zod';
import { problem } from '../../contracts/problem.js';
import { routes, type Route, type RouteName } from '../../contracts/routes.js';
import { ApiError, isAbort, makeApiError } from './apiError.js';
import { readJsonLines } from './ndjson.js';

type Routes = typeof routes;
type NamesOf<Answers extends Route['answers']> = { [Name in RouteName]: Routes[Name]['answers'] extends Answers ? Name : never }[RouteName];
type RequestOf<Name extends RouteName> = Routes[Name] extends { readonly request: infer Schema extends z.ZodType } ? z.input<Schema> : Record<string, never>;
/** What a route answers: the body, or one event of its stream. */
export type AnswerOf<Name extends RouteName> = z.output<Routes[Name]['response']>;

export type CallOptions = {
  readonly signal?: AbortSignal;
  /** Values of the path's `:names`. */
  readonly params?: Readonly<Record<string, string>>;
  /** The page may be gone before the answer: sent at once with the latest token, and finished without the page. Browsers do this for small bodies only. */
  readonly isParting?: boolean;
};
/** A file to send as it is. */
export type Upload = { readonly content: Blob; readonly type: 'text/csv' | 'application/json' };
type UploadNames = { [Name in RouteName]: Routes[Name] extends { readonly body: 'file' } ? Name : never }[RouteName];

/** Every method rejects with ApiError, or with the AbortError of `signal`. Answers are checked against the contracts. */
export type ApiClient = {
  call<Name extends Exclude<NamesOf<'json'>, UploadNames>>(name: Name, request: RequestOf<Name> & object, options?: CallOptions): Promise<AnswerOf<Name>>;
  /** `request` goes into the address, the file is the body. */
  upload<Name extends UploadNames>(name: Name, request: RequestOf<Name> & object, file: Upload, options?: CallOptions): Promise<AnswerOf<Name>>;
  download<Name extends NamesOf<'file'>>(name: Name, request: RequestOf<Name> & object, options?: CallOptions): Promise<Blob>;
  stream<Name extends NamesOf<'ndjson'>>(name: Name, request: RequestOf<Name> & object, options?: CallOptions): AsyncIterable<AnswerOf<Name>>;
};

type ApiClientOptions = {
  /** '' in the tab: same origin. */
  readonly origin: string;
  /** Asked before each call; the host caches. */
  readonly getToken: () => Promise<string>;
};

/** The only place of the tab that talks to the server. */
export function createApiClient({ origin, getToken }: ApiClientOptions): ApiClient {
  let latestToken: string | undefined;

  async function newToken(): Promise<string> {
    latestToken = await getToken().catch((cause: unknown) => {
      throw makeApiError('signed-out', cause);
    });
    return latestToken;
  }

  async function send(route: Route, request: object, { signal, params = {}, isParting = false }: CallOptions, file?: Upload): Promise<Response> {
    // A page that is being left gets no turn after an await.
    const token = (isParting && latestToken) || (await newToken());
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const isGet = route.method === 'GET';
    const url = `${origin}${path}${isGet || file ? queryString(request) : ''}`;
    const headers = { authorization: `Bearer ${token}`, ...(isGet ? {} : { 'content-type': file?.type ?? 'application/json' }) };
    const init = { method: route.method, headers, cache: 'no-store' as const, ...(isGet ? {} : { body: file?.content ?? JSON.stringify(request) }), ...(signal ? { signal } : {}), ...(isParting ? { keepalive: true } : {}) };
    const response = await fetch(url, init).catch((cause: unknown) => {
      throw isAbort(cause) ? cause : makeApiError('network', cause);
    });
    if (!response.ok) throw await readProblem(response);
    return response;
  }

  return {
    async call(name, request, options = {}) {
      const response = await send(routes[name], request, options);
      return parse(name, await readJson(response));
    },
    async upload(name, request, file, options = {}) {
      const response = await send(routes[name], request, options, file);
      return parse(name, await readJson(response));
    },
    async download(name, request, options = {}) {
      const response = await send(routes[name], request, options);
      return response.blob().catch((cause: unknown) => {
        throw isAbort(cause) ? cause : makeApiError('network', cause);
      });
    },
    async *stream(name, request, options = {}) {
      const { body } = await send(routes[name], request, options);
      if (!body) throw makeApiError('network');
      try {
        for await (const line of readJsonLines(body)) yield parse(name, line);
      } catch (thrown) {
        if (isAbort(thrown) || thrown instanceof ApiError) throw thrown;
        throw makeApiError(thrown instanceof SyntaxError ? 'odd-answer' : 'network', thrown);
      }
    },
  };
}

function parse<Name extends RouteName>(name: Name, value: unknown): AnswerOf<Name> {
  const parsed = routes[name].response.safeParse(value);
  if (!parsed.success) throw makeApiError('odd-answer', parsed.error);
  return parsed.data as AnswerOf<Name>;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch (thrown) {
    if (isAbort(thrown)) throw thrown;
    throw makeApiError(thrown instanceof SyntaxError ? 'odd-answer' : 'network', thrown);
  }
}

async function readProblem(response: Response): Promise<ApiError> {
  const kind = response.status === 401 ? 'signed-out' : 'refused';
  const parsed = problem.safeParse(await response.json().catch(() => undefined));
  return parsed.success ? new ApiError(kind, parsed.data) : makeApiError(response.status >= 500 ? 'network' : kind);
}

function queryString(request: object): string {
  const given = Object.entries(request).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()}`;
}
