import { fork, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mspFromLists } from '../simulators/seed/fromLists.js';
import type { Msp } from '../simulators/seed/msp.js';
import type { SimulatorsOrder, SimulatorsReady } from '../simulators/index.js';
import type { WorldChange } from '../simulators/startSimulators.js';
import { ensureBuilt } from './ensureBuilt.js';
import { freePort, isFree } from './freePort.js';
import { readLists } from './readLists.js';

export type DemoOptions = {
  readonly appPort: number;
  /** Real lists instead of the seed data. */
  readonly lists?: { readonly tenantsFile: string; readonly companiesFile: string } | undefined;
  /** Another made-up MSP than the seed data's; `lists` win. */
  readonly msp?: Msp | undefined;
  readonly isFresh: boolean;
  /** Where databases lie; default .data. */
  readonly dataRoot?: string;
  /** More settings for the app, such as NEXT_STEP_URL. */
  readonly env?: Readonly<Record<string, string>>;
  /** Other content for the settings file than the simulators' own; `env` holds the secrets that it names. */
  readonly prepare?: (settings: unknown, env: Readonly<Record<string, string>>) => unknown;
  /** Where the Agents Playground will listen; adds a bridge to it. */
  readonly playgroundUrl?: string;
  readonly say: (line: string) => void;
};

/** The running demo: the app as its own process, everything it talks to as another. */
export type Demo = {
  readonly appUrl: string;
  readonly teamsUrl: string;
  /** What the Playground calls as the bot; only with `playgroundUrl`. */
  readonly bridgeUrl: string | null;
  readonly mspName: string;
  /** Ends the app alone, as a crash would (SIGKILL) or as a deployment would (SIGTERM), and starts it again on the same data. */
  restartApp(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Another day at the sources: the next pull finds it so. */
  changeWorld(change: WorldChange): Promise<void>;
  /** Settles when a process ended that should not have. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
};

/** Starts simulators and app, and waits until the app is ready. Rejects with a clear sentence when a port is taken. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { lists, say } = options;
  const msp = lists ? mspFromLists(readLists(lists)) : options.msp;
  const appPort = options.appPort || (await freePort(0));
  if (!(await isFree(appPort))) throw new Error(`Port ${appPort} is in use. End the other program or choose another port: PORT=4000 npm run demo`);
  await ensureBuilt(say);
  const folder = prepareFolder(options);
  const mspFile = msp ? join(folder, 'msp.json') : null;
  if (mspFile) writeFileSync(mspFile, JSON.stringify(msp));

  const appUrl = `http://127.0.0.1:${appPort}`;
  say('Starting the simulators (Microsoft Entra, Partner Center, PSAs, Teams) ...');
  const simulators = fork('simulators/index.ts', { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ready = await order(simulators, { teamsPort: await freePort(appPort + 1), appUrl, mspFile, playgroundUrl: options.playgroundUrl ?? null });

  const settingsFile = join(folder, 'settings.json');
  const anchorsFile = join(folder, 'trustAnchors.json');
  writeFileSync(settingsFile, JSON.stringify(options.prepare?.(ready.settings, ready.env) ?? ready.settings, null, 2));
  writeFileSync(anchorsFile, JSON.stringify(ready.anchors, null, 2));
  const appEnv = {
    ...systemEnv(),
    HOST: '127.0.0.1',
    PORT: String(appPort),
    DATA_DIR: join(folder, 'database'),
    SETTINGS_FILE: settingsFile,
    TRUST_ANCHORS_FILE: anchorsFile,
    SECRETS_KEY_FILE: makeKeyFile(join(folder, 'secrets.key')),
    LOG_LEVEL: 'warn',
    ...ready.env,
    ...options.env,
  };

  let failEnded: (sentence: string) => void = () => undefined;
  const ended = new Promise<string>((settle) => (failEnded = settle));
  let isExpected = false;
  const watch = (child: ChildProcess, name: string) => child.once('exit', (code, signal) => isExpected || failEnded(`${name} ended (${signal ?? `exit code ${code}`}).`));
  const startApp = async () => {
    say('Starting the app ...');
    const child = fork('bot/index.ts', { execArgv: ['--import', 'tsx', '--import', './cli/exitWithParent.ts'], env: appEnv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    await becomesReady(child, appUrl);
    watch(child, 'The app');
    return child;
  };
  watch(simulators, 'The simulators');
  let app: ChildProcess;
  try {
    app = await startApp();
  } catch (error) {
    isExpected = true;
    simulators.kill();
    throw error;
  }
  return {
    appUrl,
    teamsUrl: `${ready.teamsUrl}/`,
    bridgeUrl: ready.bridgeUrl,
    mspName: ready.mspName,
    ended,
    async changeWorld(change) {
      const changed = once(simulators, 'message');
      simulators.send(change);
      await changed;
    },
    async restartApp(signal) {
      isExpected = true;
      await end(app, signal);
      app = await startApp();
      isExpected = false;
    },
    async stop() {
      isExpected = true;
      await Promise.all([end(app, 'SIGTERM'), end(simulators, 'SIGTERM')]);
    },
  };
}

/** One folder per set of data: links made with one list must not show in another. */
function prepareFolder({ lists, isFresh, dataRoot = '.data' }: DemoOptions): string {
  const name = lists ? `demo-${createHash('sha256').update(`${resolve(lists.tenantsFile)}\n${resolve(lists.companiesFile)}`).digest('hex').slice(0, 8)}` : 'demo';
  const folder = resolve(dataRoot, name);
  if (isFresh) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Made once: the secrets of connections that were added before open with it. */
function makeKeyFile(file: string): string {
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  return file;
}

/** The app must not inherit settings of a shell that runs another copy of it. */
function systemEnv(): Record<string, string> {
  return Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

function order(child: ChildProcess, message: SimulatorsOrder): Promise<SimulatorsReady> {
  return new Promise((settle, reject) => {
    child.once('message', (ready) => settle(ready as SimulatorsReady));
    child.once('exit', (code) => reject(new Error(`The simulators did not start (exit code ${code}).`)));
    child.send(message);
  });
}

/** A process that a signal ended has no exit code. */
function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function becomesReady(child: ChildProcess, appUrl: string): Promise<void> {
  while (!hasEnded(child)) {
    const answer = await fetch(`${appUrl}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The app did not start (${child.signalCode ?? `exit code ${child.exitCode}`}).`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exited;
}
