import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startServer, type ActivityHandler, type AppServer } from '../../bot/server.js';
import type { Services } from '../../services/index.js';
import type { Config } from '../../services/runtime/config.js';
import { systemClock, type Clock } from '../../services/runtime/clock.js';
import { startEntra, type Entra } from '../../simulators/entra/startEntra.js';
import { makeTestConfig, testIds } from './testConfig.js';

export type TestServer = {
  readonly url: string;
  readonly entra: Entra;
  /** Names of the use cases that were called, in order. */
  readonly calls: string[];
  readonly app: AppServer;
  /** Lines that the server logged. */
  readonly logged: string[];
  /** A request with the person's token; a body makes it a POST. */
  readonly ask: (path: string, options?: { readonly as?: string | null; readonly body?: unknown; readonly headers?: Record<string, string>; readonly signal?: AbortSignal }) => Promise<Response>;
  close(): Promise<void>;
};

type Options = { readonly services?: Partial<Services>; readonly chat?: ActivityHandler; readonly config?: Partial<Config>; readonly isTabBuilt?: boolean; readonly clock?: Clock };

/** The real server with its gates, against a simulated Entra. Use cases that the spec does not give answer `undefined`. */
export async function startTestServer({ services = {}, chat, config = {}, isTabBuilt = true, clock = systemClock }: Options = {}): Promise<TestServer> {
  const entra = await startEntra({ apps: [] });
  const calls: string[] = [];
  const logged: string[] = [];
  const spied = new Proxy(services, {
    get: (given, name: keyof Services) => (...args: never[]) => {
      calls.push(name);
      return (given[name] as ((...all: never[]) => unknown) | undefined)?.(...args) ?? Promise.resolve();
    },
  }) as Services;
  const tabFolder = mkdtempSync(join(tmpdir(), 'tenant-mapper-tab-'));
  if (isTabBuilt) fillTabFolder(tabFolder);
  const logger = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const silentChat: ActivityHandler = { handleActivity: (_request, response) => Promise.resolve(void response.end()) };
  const app = await startServer({ config: makeTestConfig(entra.url, config), services: spied, chat: chat ?? silentChat, clock, logger, tabFolder });
  return {
    url: app.url,
    entra,
    calls,
    logged,
    app,
    async ask(path, { as = testIds.admin, body, headers = {}, signal } = {}) {
      const token = as === null ? undefined : await entra.issueSsoToken({ orgId: testIds.orgId, userId: as, name: 'Demo Person', username: 'demo@msp.example', audience: testIds.tabClientId });
      return fetch(`${app.url}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        redirect: 'manual',
        headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      });
    },
    async close() {
      await app.close();
      await entra.close();
      rmSync(tabFolder, { recursive: true });
    },
  };
}

function fillTabFolder(folder: string): void {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><script nonce="__CSP_NONCE__" type="module" src="/tab/assets/main-abc.js"></script>');
  writeFileSync(join(folder, 'assets/main-abc.js'), 'export const page = 1;\n'.repeat(200));
  writeFileSync(join(folder, 'assets/main-abc.js.map'), '{}');
  writeFileSync(join(folder, 'assets/.env'), 'SECRET=1');
  writeFileSync(join(folder, 'assets/style-abc.css'), 'p { color: red }');
}
