import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPlayground } from './findPlayground.js';
import { freePort } from './freePort.js';
import { startDemo } from './startDemo.js';

const dataRoot = '.data/playground';
const preloads = ['tsx', './cli/exitWithParent.ts', './cli/listenOnLoopback.ts'];

const say = (line: string) => console.log(line);

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** The demo with one more client: Microsoft's Agents Playground, over the bridge that signs for it. */
async function main(): Promise<void> {
  say('Fetching the Microsoft 365 Agents Playground (the first time only) ...');
  const script = await findPlayground();
  const playgroundUrl = `http://127.0.0.1:${await freePort(56150)}`;
  const demo = await startDemo({ appPort: 0, isFresh: false, dataRoot, playgroundUrl, say });
  say('Starting the Agents Playground ...');
  const playground = startPlayground(script, `${demo.bridgeUrl}/api/messages`, playgroundUrl);

  let isEnding = false;
  const end = async (code: number) => {
    isEnding = true;
    playground.kill();
    await demo.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(0));
  const ended = new Promise<string>((settle) => playground.once('exit', (code, signal) => settle(`The Agents Playground ended (${signal ?? `exit code ${code}`}).`)));
  void Promise.race([demo.ended, ended]).then((sentence) => {
    if (isEnding) return;
    console.error(sentence);
    return end(1);
  });
  await answers(playground, playgroundUrl);
  say(`\n${demo.mspName} is ready. What you link is kept for the next time. End with Ctrl+C.\n\n  Open  ${playgroundUrl}  for the Agents Playground\n  Open  ${demo.teamsUrl}  for the tab and the full chat, over the same data\n`);
}

function startPlayground(script: string, endpoint: string, playgroundUrl: string): ChildProcess {
  const logFile = resolve(dataRoot, 'playground.log');
  return fork(script, ['start', '-e', endpoint, '-c', 'msteams', '-p', new URL(playgroundUrl).port, '--disable-telemetry'], {
    execArgv: preloads.flatMap((name) => ['--import', name.startsWith('.') ? pathToFileURL(name).href : name]),
    env: { ...process.env, BROWSER: 'none', TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_LOGFILE: logFile },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** The Playground is another's program: it takes as long as it takes, and its end is told elsewhere. */
async function answers(playground: ChildProcess, url: string): Promise<void> {
  while (playground.exitCode === null && !(await fetch(url).catch(() => undefined))?.ok) await new Promise((next) => setTimeout(next, 100));
}
