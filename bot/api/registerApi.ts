import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { routes, type Route, type RouteName } from '../../contracts/routes.js';
import { hasRole } from '../../services/domain/organization.js';
import { AppError, toAppError } from '../../services/runtime/errors.js';
import { readBearerToken } from '../gates/bearerToken.js';
import type { RateLimit } from '../gates/rateLimit.js';
import { contextOf } from '../gates/requestContext.js';
import { bodyLimitBytes, bulkBodyLimitBytes, checkSameOrigin, companyFileLimitBytes, fileLimitBytes } from '../gates/requestLimits.js';
import { logProblem, sendJson, sendProblem, toProblem } from '../gates/sendProblem.js';
import type { TabTokenGate } from '../gates/tabToken.js';
import type { ApiCall, ApiHandlers, FileAnswer } from './apiHandler.js';
import { openEventStream } from './eventStream.js';
import { parseRequest, readQuery } from './parseRequest.js';
import { readFileBody } from './readFileBody.js';
import { readJsonBody } from './readJsonBody.js';
import { sendFile } from './sendFile.js';

export type ApiParts = {
  readonly handlers: ApiHandlers;
  readonly tabGate: TabTokenGate;
  readonly personLimit: RateLimit;
  /** Ends when the server stops. */
  readonly stopping: AbortSignal;
};
/** A handler as the router sees it: the contract's types are checked where `ApiHandlers` is made. */
type LooseHandler = (call: ApiCall<RouteName>, tools?: { emit(event: { kind: string }): void; signal: AbortSignal; stopping: AbortSignal }) => Promise<object | void>;

const bulkRoutes: readonly string[] = ['saveMappings', 'autoMap', 'decideDraft', 'undoChangeSet'] satisfies RouteName[];
const noFields = z.strictObject({});

/** Registers exactly the routes of the contracts: token, limits, role, schema, one use case, answer. */
export function registerApi(server: Server, parts: ApiParts): void {
  for (const [name, route] of Object.entries(routes)) {
    const answer = async (request: Request, response: Response): Promise<void> => {
      try {
        await answerCall(name as RouteName, route, request, response, parts);
      } catch (thrown) {
        sendProblem(request, response, thrown);
      }
    };
    if (route.method === 'GET') server.get(route.path, answer);
    else server.post(route.path, answer);
  }
}

async function answerCall(name: RouteName, route: Route, request: Request, response: Response, parts: ApiParts): Promise<void> {
  checkSameOrigin(request);
  const caller = await parts.tabGate.admit(readBearerToken(request), contextOf(request).requestId);
  parts.personLimit.take(caller.person.userId);
  if (!hasRole(caller, route.role)) throw new AppError('not-allowed', `${caller.role} asked for ${name}`);
  const isFile = route.body === 'file';
  const sent = route.method === 'GET' || isFile ? readQuery(request.url ?? '') : await readJsonBody(request, response, bulkRoutes.includes(name) ? bulkBodyLimitBytes : bodyLimitBytes);
  const call = { caller, request: parseRequest(route.request ?? noFields, sent), params: request.params as Record<string, string>, ...(isFile ? { file: readFileBody(request, name === 'uploadCompanyFile' ? companyFileLimitBytes : fileLimitBytes) } : {}) };
  const handler = parts.handlers[name] as LooseHandler;
  if (route.answers === 'ndjson') return streamAnswer(request, response, parts.stopping, (tools) => handler(call, tools));
  const answer = await handler(call);
  if (route.answers === 'file') return sendFile(response, answer as FileAnswer);
  if (!response.destroyed) sendJson(response, 200, answer ?? {});
}

async function streamAnswer(request: Request, response: Response, stopping: AbortSignal, run: (tools: Parameters<LooseHandler>[1]) => Promise<unknown>): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const stream = openEventStream(response);
  try {
    await run({ emit: (event) => stream.emit(event), signal: AbortSignal.any([gone.signal, stopping]), stopping });
  } catch (thrown) {
    if (!stream.hasBegun) throw thrown;
    const error = toAppError(thrown);
    logProblem(request, error);
    stream.emit({ kind: 'failed', ...toProblem(request, error) });
  }
  await stream.end();
}
