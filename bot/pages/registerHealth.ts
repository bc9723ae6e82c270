import { setTimeout as delay } from 'node:timers/promises';
import type { Request, Response, Server } from 'restify';
import { toAppError } from '../../services/runtime/errors.js';
import { sendJson } from '../gates/sendProblem.js';

type HealthParts = { readonly checkHealth: () => Promise<void>; readonly stopping: AbortSignal };

// A balancer shall know within a second that the database is away.
const patienceMs = 900;

/** `/livez`: the process answers. `/readyz`: it can work; 503 while the database is away or the server is stopping. */
export function registerHealth(server: Server, { checkHealth, stopping }: HealthParts): void {
  server.get('/livez', async (_request: Request, response: Response) => {
    await Promise.resolve(sendJson(response, 200, { status: 'ok' }));
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const trouble = stopping.aborted ? 'stopping' : await findTrouble(checkHealth);
    if (trouble) response.setHeader('Retry-After', '1');
    sendJson(response, trouble ? 503 : 200, { status: trouble ?? 'ok' });
  });
}

async function findTrouble(checkHealth: () => Promise<void>): Promise<string | undefined> {
  const patience = new AbortController();
  const late = delay(patienceMs, 'storage-unavailable', { signal: patience.signal }).catch(() => undefined);
  const check = checkHealth().then(
    () => undefined,
    (thrown: unknown) => toAppError(thrown).code,
  );
  const trouble = await Promise.race([check, late]);
  patience.abort();
  return trouble;
}
