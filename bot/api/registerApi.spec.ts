import { expect } from 'chai';
import { autoMapEvent } from '../../contracts/autoMap.js';
import { syncEvent } from '../../contracts/session.js';
import type { Services } from '../../services/index.js';
import type { PsaConnectionId } from '../../services/domain/ids.js';
import { AppError } from '../../services/runtime/errors.js';
import { startTestServer, type TestServer } from '../../test/support/startTestServer.js';

const linesOf = async (response: Response) => (await response.text()).trim().split('\n').map((line) => JSON.parse(line) as unknown);

const aSource = { ref: { kind: 'psa-connection', psaConnectionId: 'psa' as PsaConnectionId }, name: 'Source' } as const;

describe('registerApi', () => {
  let server: TestServer | undefined;
  const start = async (services: Partial<Services>) => (server = await startTestServer({ services }));
  afterEach(() => server?.close());

  it('streams progress, suggestions and the end', async () => {
    const { ask } = await start({
      suggestMappings: (_caller, _request, { onProgress, onSuggestions }) => {
        onProgress?.(1, 2);
        onSuggestions([]);
        return Promise.resolve({ matched: 1, needsReview: 2, unmatched: 3, ignored: 0 });
      },
    });
    const response = await ask('/api/auto-map', { body: {} });
    expect(response.headers.get('cache-control')).to.equal('no-store');
    expect((await linesOf(response)).map((line) => autoMapEvent.parse(line))).to.deep.equal([
      { kind: 'progress', done: 1, total: 2 },
      { kind: 'suggestions', suggestions: [] },
      { kind: 'done', matched: 1, needsReview: 2, unmatched: 3, ignored: 0 },
    ]);
  });

  it('answers an early failure as a problem, a later one as the last event', async () => {
    let isLate = false;
    const { ask } = await start({
      suggestMappings: (_caller, _request, { onProgress }) => {
        if (isLate) onProgress?.(1, 2);
        return Promise.reject(new AppError('storage-unavailable', 'secret-in-message'));
      },
    });
    const early = await ask('/api/auto-map', { body: {} });
    expect([early.status, ((await early.json()) as { code: string }).code]).to.deep.equal([503, 'storage-unavailable']);
    isLate = true;
    const late = await ask('/api/auto-map', { body: {} });
    expect(late.status).to.equal(200);
    const [, failed] = (await linesOf(late)).map((line) => autoMapEvent.parse(line));
    expect(failed).to.deep.equal({ kind: 'failed', code: 'storage-unavailable', sentence: 'The database does not answer. Nothing was lost; please try again in a moment.', requestId: late.headers.get('x-request-id') });
  });

  it('ends auto-map when the client has gone, but not a pull that others may share', async () => {
    const endings: Record<string, (isAborted: boolean) => void> = {};
    const ended = (name: string) => new Promise<boolean>((resolve) => (endings[name] = resolve));
    const matching = ended('match');
    let pulling: AbortSignal | undefined;
    let finishPull: () => void = () => undefined;
    const { ask } = await start({
      suggestMappings: (_caller, _request, { signal, onProgress }) => {
        onProgress?.(0, 1);
        return new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            endings['match']?.(signal.aborted);
            reject(new AppError('cancelled', 'gone'));
          });
        });
      },
      syncSources: (_caller, { signal, onProgress } = {}) => {
        pulling = signal;
        onProgress?.(aSource, 0, 0);
        return new Promise((resolve) => (finishPull = resolve));
      },
      listConnections: () => Promise.resolve({ tenantCount: 0, partnerAccounts: [], psaConnections: [] }),
    });
    const leave = async (path: string) => {
      const leaving = new AbortController();
      const response = await ask(path, { body: {}, signal: leaving.signal });
      await response.body?.getReader().read();
      leaving.abort();
    };
    await leave('/api/sync');
    await leave('/api/auto-map');
    expect(await matching).to.equal(true);
    expect(pulling?.aborted).to.equal(false);
    finishPull();
  });

  it('lets a running call end when the server stops, tells pulls to stop, then takes no more', async () => {
    let finish: () => void = () => undefined;
    const started = await start({
      listTenants: () => new Promise((resolve) => (finish = () => resolve([]))),
      syncSources: (_caller, { signal, onProgress } = {}) => {
        onProgress?.(aSource, 0, 0);
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
      },
    });
    const { ask, app, calls, url } = started;
    const listing = ask('/api/tenants');
    const pull = await ask('/api/sync', { body: {} });
    while (!calls.includes('listTenants')) await new Promise((resolve) => setImmediate(resolve));
    let isClosed = false;
    const closing = app.close().then(() => (isClosed = true));
    const lines = (await linesOf(pull)).map((line) => syncEvent.parse(line));
    expect(lines.at(-1)).to.include({ kind: 'failed', code: 'cancelled', sentence: 'The app is being restarted. Please try again in a moment.' });
    expect(isClosed).to.equal(false);
    finish();
    expect((await listing).status).to.equal(200);
    await closing;
    expect(await fetch(`${url}/livez`).catch(() => 'refused')).to.equal('refused');
    server = undefined;
    await started.entra.close();
  });

  it('is not ready while the database is away or does not answer', async () => {
    let check: () => Promise<void> = () => Promise.resolve();
    const { url } = await start({ checkHealth: () => check() });
    const ready = async () => {
      const response = await fetch(`${url}/readyz`);
      return [response.status, ((await response.json()) as { status: string }).status];
    };
    expect(await ready()).to.deep.equal([200, 'ok']);
    check = () => Promise.reject(new AppError('storage-unavailable', 'away'));
    expect(await ready()).to.deep.equal([503, 'storage-unavailable']);
    check = () => new Promise(() => undefined);
    expect(await ready()).to.deep.equal([503, 'storage-unavailable']);
    expect((await fetch(`${url}/livez`)).status).to.equal(200);
  });
});
