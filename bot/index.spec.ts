import { expect } from 'chai';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startSimulators, type Simulators } from '../simulators/startSimulators.js';
import { smallMsp } from '../test/support/smallMsp.js';
import { writeKeyFile } from '../test/support/writeKeyFile.js';

const root = fileURLToPath(new URL('../', import.meta.url));

const children = new Set<ChildProcess>();

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bot/index.ts'], { cwd: root, env });
  children.add(child);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exited = new Promise<{ code: number | null; stderr: string }>((resolve) => child.once('close', (code) => resolve({ code, stderr })));
  return { child, exited };
}

/** The first log line that tells where the server listens. */
async function urlOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the child has no stdout');
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, msg } = JSON.parse(line) as { url?: string; msg?: string };
    if (url && msg === `listening on ${url}`) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error('the server never listened');
}

describe('index', function () {
  this.timeout(60_000);
  let folder: string;
  let simulators: Simulators;
  let env: Record<string, string>;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenant-mapper-index-'));
    simulators = await startSimulators({ msp: smallMsp });
    const fileOf = (name: string, content: object) => {
      writeFileSync(join(folder, name), JSON.stringify(content));
      return join(folder, name);
    };
    env = { ...simulators.env, PORT: '0', DATA_DIR: join(folder, 'database'), SETTINGS_FILE: fileOf('settings.json', simulators.settings), TRUST_ANCHORS_FILE: fileOf('anchors.json', simulators.anchors), SECRETS_KEY_FILE: writeKeyFile(folder) };
  });
  after(async () => {
    for (const child of children) child.kill('SIGKILL');
    await simulators.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('without settings names every missing one and exits with 78', async () => {
    const { code, stderr } = await start({}).exited;
    expect(code).to.equal(78);
    for (const name of ['TEAMS_APP_ID', 'TAB_CLIENT_ID', 'BOT_ID', 'BOT_TENANT_ID', 'BOT_TYPE', 'BOT_PASSWORD', 'SETTINGS_FILE', 'SECRETS_KEY_FILE']) expect(stderr).to.include(name);
  });

  it('refuses foreign trust anchors where it can be reached from elsewhere', async () => {
    const { code, stderr } = await start({ ...env, HOST: '0.0.0.0' }).exited;
    expect(code).to.equal(78);
    expect(stderr).to.include('TRUST_ANCHORS_FILE names issuers or hosts other than Microsoft\'s');
  });

  it('listens, keeps a second process off its data and its port, and stops in order on SIGTERM', async () => {
    const first = start(env);
    const url = await urlOf(first.child);
    expect((await fetch(`${url}/readyz`)).status).to.equal(200);

    const sameData = await start(env).exited;
    expect(sameData.code).to.equal(1);
    expect(sameData.stderr).to.include('Another process has the data in');
    const samePort = await start({ ...env, PORT: new URL(url).port, DATA_DIR: join(folder, 'other') }).exited;
    expect(samePort.code).to.equal(1);
    expect(samePort.stderr).to.include(`port ${new URL(url).port}: another program uses it`);

    expect((await fetch(`${url}/readyz`)).status).to.equal(200);
    first.child.kill('SIGTERM');
    expect((await first.exited).code).to.equal(0);
  });

  it('is documented in .env.example, variable by variable', () => {
    const known = [...readFileSync(join(root, 'services/runtime/config.ts'), 'utf8').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
    const listed = [...readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(known).to.have.length.above(10);
    expect(listed).to.include.members(known);
  });
});
