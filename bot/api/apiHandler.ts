import type { z } from 'zod';
import type { RouteName, routes } from '../../contracts/routes.js';
import type { Caller } from '../../services/domain/organization.js';

type Routes = typeof routes;
type RequestOf<Name extends RouteName> = Routes[Name] extends { readonly request: infer Schema extends z.ZodType } ? z.output<Schema> : unknown;
/** What a route answers, as the contract takes it: a use case's result that does not fit is a compile error. */
export type AnswerOf<Name extends RouteName> = z.input<Routes[Name]['response']>;

export type ApiCall<Name extends RouteName> = {
  readonly caller: Caller;
  /** Parsed by the route's schema. */
  readonly request: RequestOf<Name>;
  /** The path's `:name` parts. */
  readonly params: Readonly<Record<string, string>>;
} & (Routes[Name] extends { readonly body: 'file' } ? { /** The body as it comes. */ readonly file: AsyncIterable<Uint8Array> } : unknown);

type JsonHandler<Name extends RouteName> = (call: ApiCall<Name>) => Promise<AnswerOf<Name>>;
type StreamTools<Name extends RouteName> = {
  /** Sends one line. Never blocks; progress lines are left out while the client is slow. */
  readonly emit: (event: AnswerOf<Name>) => void;
  /** Ends when the client has gone or the server stops. */
  readonly signal: AbortSignal;
  /** Ends only when the server stops: for work that others also wait for. */
  readonly stopping: AbortSignal;
};
type StreamHandler<Name extends RouteName> = (call: ApiCall<Name>, tools: StreamTools<Name>) => Promise<void>;

/** `pieces` are taken as fast as the client reads. */
export type FileAnswer = { readonly contentType: string; readonly fileName: string; readonly pieces: Iterable<string> };
type FileHandler<Name extends RouteName> = (call: ApiCall<Name>) => Promise<FileAnswer>;

/** One handler per route of the contracts. */
export type ApiHandlers = { [Name in RouteName]: Routes[Name]['answers'] extends 'json' ? JsonHandler<Name> : Routes[Name]['answers'] extends 'file' ? FileHandler<Name> : StreamHandler<Name> };
