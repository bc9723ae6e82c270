import { execFile, execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import type { CompaniesOrder, CompaniesReady } from './companiesServer.js';
import type { Report } from './report.js';

const seed = 20260301;
const member = { companyId: 'demomsp', publicKey: 'public', privateKey: 'private', clientId: 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f04' };
const root = fileURLToPath(new URL('..', import.meta.url));

type Pull = { readonly kind: string; readonly why: string; readonly count: number; readonly elapsedMs: number; readonly cpuMs: number; readonly longestHoldMs: number; readonly peakMb: number; readonly startMb: number };

/** Every company and every contact of ConnectWise, from its simulator in a process of its own, into a process that does nothing else. */
export async function run(report: Report, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { companies: { type: 'string', default: '100000' }, latency: { type: 'string', default: '20' } } });
  const [companies, latencyMs] = [Number(values.companies), Number(values.latency)];
  const server = fork(join(root, 'bench/companiesServer.ts'), { execArgv: ['--import', 'tsx'] });
  const folder = mkdtempSync(join(tmpdir(), 'sources-bench-'));
  try {
    const { url, listed } = await start(server, { companies, seed, latencyMs, member });
    const pull = await pullOnce(folder, url);
    if (pull.kind !== 'complete' || pull.count !== listed) throw new Error(`The pull is wrong: ${pull.kind}, ${pull.count} of ${listed} companies. ${pull.why}`);
    const note = `${listed} companies listed of ${companies}, ${latencyMs} ms a page, seed ${seed}`;
    report.add({ name: 'ConnectWise: whole pull', value: pull.elapsedMs / 1000, unit: 's', note, goal: { atMost: 15 } });
    report.add({ name: 'ConnectWise: processor time of the process that pulls', value: pull.cpuMs / 1000, unit: 's', note });
    report.add({ name: 'ConnectWise: peak memory of the process that pulls', value: pull.peakMb, unit: 'MB', note, goal: { atMost: 250 } });
    report.add({ name: 'ConnectWise: its memory before', value: pull.startMb, unit: 'MB', note });
    report.add({ name: 'ConnectWise: event loop held', value: pull.longestHoldMs, unit: 'ms', note });
  } finally {
    server.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(server: ChildProcess, order: CompaniesOrder): Promise<CompaniesReady> {
  server.send(order);
  const [ready] = (await once(server, 'message')) as [CompaniesReady];
  return ready;
}

/** Compiled, as in production: the compiler that tests run under would be counted too. */
async function pullOnce(folder: string, url: string): Promise<Pull> {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const built = (path: string) => JSON.stringify(pathToFileURL(join(root, 'dist/services', path)));
  const script = join(folder, 'pull.mjs');
  writeFileSync(
    script,
    `import { monitorEventLoopDelay } from 'node:perf_hooks';
    import { connectWise } from ${built('psa/connectWise/index.js')};
    import { systemClock } from ${built('runtime/clock.js')};
    import { createHttpClient } from ${built('runtime/httpClient.js')};
    import { microsoftAnchors } from ${built('runtime/trustAnchors.js')};
    const [url] = process.argv.slice(2);
    const logger = { info() {}, warn() {}, error() {} };
    const anchors = { ...microsoftAnchors, extraUpstreamOrigins: [url] };
    const tools = { logger, clock: systemClock, anchors, http: createHttpClient({ logger, clock: systemClock, anchors }) };
    const { companyId, clientId, publicKey, privateKey } = ${JSON.stringify(member)};
    const adapter = connectWise.connect({ psaConnectionId: 'bench', settings: { site: url, companyId, clientId }, secrets: { publicKey, privateKey } }, tools);
    const rss = () => process.memoryUsage.rss() / 1_000_000;
    const startMb = rss();
    let peakMb = startMb;
    setInterval(() => (peakMb = Math.max(peakMb, rss())), 5).unref();
    const holds = monitorEventLoopDelay({ resolution: 1 });
    holds.enable();
    const cpuBefore = process.cpuUsage();
    const begun = performance.now();
    const list = await adapter.listCompanies({ onProgress: () => (peakMb = Math.max(peakMb, rss())) });
    const elapsedMs = performance.now() - begun;
    const { user, system } = process.cpuUsage(cpuBefore);
    holds.disable();
    console.log(JSON.stringify({ kind: list.kind, why: list.why ?? '', count: list.items.length, elapsedMs, cpuMs: (user + system) / 1000, longestHoldMs: Math.max(0, holds.max / 1e6 - 1), peakMb: Math.max(peakMb, rss()), startMb }));`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, [script, url]);
  return JSON.parse(stdout) as Pull;
}
