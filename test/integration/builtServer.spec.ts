import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startSimulators, type Simulators } from '../../simulators/startSimulators.js';
import { smallMsp } from '../support/smallMsp.js';
import { writeKeyFile } from '../support/writeKeyFile.js';

/** What production runs: compiled JavaScript, plain node, a process of its own. */
describe('the built server', function () {
  this.timeout(180_000);
  let folder: string;
  let simulators: Simulators;
  let server: ChildProcess | undefined;
  let output = '';

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenant-mapper-built-'));
    const built = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { encoding: 'utf8' });
    expect(built.status, built.stdout).to.equal(0);
    simulators = await startSimulators({ msp: smallMsp });
    const settingsFile = join(folder, 'settings.json');
    const anchorsFile = join(folder, 'anchors.json');
    writeFileSync(settingsFile, JSON.stringify(simulators.settings));
    writeFileSync(anchorsFile, JSON.stringify(simulators.anchors));
    server = spawn(process.execPath, ['dist/bot/index.js'], {
      env: { ...simulators.env, PATH: process.env['PATH'], PORT: '0', DATA_DIR: join(folder, 'database'), SECRETS_KEY_FILE: writeKeyFile(folder), SETTINGS_FILE: settingsFile, TRUST_ANCHORS_FILE: anchorsFile },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    server.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    server.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  });
  after(async () => {
    server?.kill('SIGKILL');
    await simulators.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has no place where a test could break it: what kills saves in the experiments stays with them', () => {
    const built = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js') && !/^(tab|teams)/.test(file));
    expect(built).to.include(join('services', 'storage', 'mongo', 'commitChangeSet.js'));
    const suspicious = built.filter((file) => /fail-?point|fault=|faultyStorage|faultyProxy|interceptWrites|SIGKILL/i.test(readFileSync(join('dist', file), 'utf8')));
    expect(suspicious).to.deep.equal([]);
    expect(built.filter((file) => /^(test|bench|simulators)/.test(file))).to.deep.equal([]);
  });

  const urlOf = () => /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1];
  const becomesTrue = async (isTrue: () => boolean) => {
    const end = performance.now() + 30_000;
    while (!isTrue() && performance.now() < end) {
      expect(server?.exitCode, output).to.equal(null);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  it('starts, keeps its database, and pulls the sources', async () => {
    await becomesTrue(() => urlOf() !== undefined && (output.match(/source pulled/g)?.length ?? 0) >= 3);
    expect(output).to.not.include('"outcome":"failed"');
    expect((await fetch(`${urlOf()}/livez`)).status).to.equal(200);
    expect((await fetch(`${urlOf()}/readyz`)).status).to.equal(200);
  });

  it('runs auto-map on its thread', async () => {
    const person = smallMsp.people.find(({ role }) => role === 'mapper');
    const token = await simulators.entra.issueSsoToken({ orgId: smallMsp.orgId, userId: person?.userId ?? '', name: person?.name ?? '', username: 'demo@msp.example', audience: simulators.env['TAB_CLIENT_ID'] ?? '' });
    const response = await fetch(`${urlOf()}/api/auto-map`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: '{}' });
    const text = await response.text();
    expect(response.status, text).to.equal(200);
    const done = text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>).find(({ kind }) => kind === 'done');
    expect(Number(done?.['matched']), text.slice(-500)).to.be.above(0);
  });

  it('lets nobody in without a token', async () => {
    expect((await fetch(`${urlOf()}/api/tenants`)).status).to.equal(401);
    expect((await fetch(`${urlOf()}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status).to.be.oneOf([400, 401]);
  });

  it('writes no secret to its log', () => {
    for (const [name, value] of Object.entries(simulators.env)) {
      if (/SECRET|PASSWORD|KEY/.test(name)) expect(output, name).to.not.include(value);
    }
  });

  it('ends in order when it is told to', async () => {
    const exited = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGTERM');
    expect(await exited).to.equal(0);
  });
});
