import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { z } from 'zod';
import { readConfig, startApp, type App } from '../../bot/composition.js';
import type { Logger } from '../../services/runtime/logger.js';
import type { SettingsFile, settingsFileSchema } from '../../services/runtime/settingsFile.js';
import type { Msp } from '../../simulators/seed/msp.js';
import { startSimulators, type Simulators } from '../../simulators/startSimulators.js';
import { writeKeyFile } from './writeKeyFile.js';

export type TestApp = {
  readonly url: string;
  readonly simulators: Simulators;
  /** Where its database, key and settings lie. */
  readonly folder: string;
  /** A request as the first person of that role; a body makes it a POST. */
  readonly ask: (path: string, body?: unknown, role?: 'admin' | 'mapper' | 'viewer') => Promise<Response>;
  /** As `ask`; the answer's JSON. Throws unless the status is 200. */
  readonly read: <Answer>(path: string, body?: unknown, role?: 'admin' | 'mapper' | 'viewer') => Promise<Answer>;
  /** A file as a request's body. */
  readonly send: (path: string, file: string | Uint8Array, contentType: string, role?: 'admin' | 'mapper' | 'viewer') => Promise<Response>;
  /** Every line of a streamed answer. */
  readonly stream: (path: string, body: unknown) => Promise<Record<string, unknown>[]>;
  /** Stops the app and starts it again on the same data. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Options = {
  /** Other settings than the simulators name. */
  readonly settings?: (whole: SettingsFile) => z.input<typeof settingsFileSchema>;
  readonly logger?: Logger;
  /** Registered for the apps of the partner accounts. */
  readonly certificates?: readonly string[];
};

/** The composed app in this process, set up by files and variables as in production, against simulators of the whole MSP. `env` adds variables. */
export async function startTestApp(msp: Msp, env: Readonly<Record<string, string>> = {}, { settings = (whole) => whole, logger = pino({ level: 'silent' }), certificates = [] }: Options = {}): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-mapper-app-'));
  const simulators = await startSimulators({ msp, certificates });
  const fileOf = (name: string, content: object) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  const config = readConfig({
    ...simulators.env,
    ...env,
    PORT: '0',
    DATA_DIR: join(folder, 'database'),
    SECRETS_KEY_FILE: writeKeyFile(folder),
    SETTINGS_FILE: fileOf('settings.json', settings(simulators.settings)),
    TRUST_ANCHORS_FILE: fileOf('anchors.json', simulators.anchors),
  });
  const start = () => startApp({ config, logger, tabFolder: join(folder, 'no-tab') });
  let app: App = await start();

  const tokenOf = (role: string) => {
    const person = msp.people.find((one) => one.role === role);
    return simulators.entra.issueSsoToken({ orgId: msp.orgId, userId: person?.userId ?? '', name: person?.name ?? '', username: 'demo@msp.example', audience: config.tabClientId });
  };
  const ask: TestApp['ask'] = async (path, body, role = 'mapper') => {
    const token = await tokenOf(role);
    const isPost = body !== undefined;
    return fetch(`${app.url}${path}`, {
      method: isPost ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...(isPost ? { 'content-type': 'application/json' } : {}) },
      ...(isPost ? { body: JSON.stringify(body) } : {}),
    });
  };
  return {
    get url() {
      return app.url;
    },
    simulators,
    folder,
    ask,
    async read<Answer>(path: string, body?: unknown, role?: 'admin' | 'mapper' | 'viewer') {
      const response = await ask(path, body, role);
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`);
      return JSON.parse(text) as Answer;
    },
    async send(path, file, contentType, role = 'mapper') {
      return fetch(`${app.url}${path}`, { method: 'POST', headers: { authorization: `Bearer ${await tokenOf(role)}`, 'content-type': contentType }, body: typeof file === 'string' ? file : Buffer.from(file) });
    },
    async stream(path, body) {
      const response = await ask(path, body);
      const text = await response.text();
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
      return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    async restart() {
      await app.close();
      app = await start();
    },
    async close() {
      await app.close();
      await simulators.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
