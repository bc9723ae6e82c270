import { execFile, execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import type { CompaniesOrder, SourceReady, TenantsOrder } from './sourceServer.js';
import type { Report } from './report.js';

const seed = 20260301;
const member = { companyId: 'demomsp', publicKey: 'public', privateKey: 'private', clientId: 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f04' };
const app = { tenantId: 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f01', clientId: 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f02', clientSecret: 'secret' };
const root = fileURLToPath(new URL('..', import.meta.url));

type Pull = { readonly kind: string; readonly why: string; readonly count: number; readonly elapsedMs: number; readonly cpuMs: number; readonly longestHoldMs: number; readonly peakMb: number; readonly startMb: number };
/** `connect`: JavaScript that makes `pull(onProgress)` out of `tools`, `url` and `load`. */
type Source = { readonly name: string; readonly rows: string; readonly order: CompaniesOrder | TenantsOrder; readonly connect: string };

/** Every company and every contact of ConnectWise, and every customer of Partner Center, each from its simulator in a process of its own, into a process that does nothing else. */
export async function run(report: Report, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { companies: { type: 'string', default: '100000' }, tenants: { type: 'string', default: '100000' }, latency: { type: 'string', default: '20' } } });
  const latencyMs = Number(values.latency);
  // Compiled, as in production: the compiler that tests run under would be counted too.
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const sources: Source[] = [
    {
      name: 'ConnectWise',
      rows: 'companies',
      order: { kind: 'connectWise', count: Number(values.companies), seed, latencyMs, member },
      connect: `const { connectWise } = await load('psa/connectWise/index.js');
      const { companyId, clientId, publicKey, privateKey } = ${JSON.stringify(member)};
      const adapter = connectWise.connect({ psaConnectionId: 'bench', settings: { site: url, companyId, clientId }, secrets: { publicKey, privateKey } }, tools);
      const pull = (onProgress) => adapter.listCompanies({ onProgress });`,
    },
    {
      name: 'Partner Center',
      rows: 'tenants',
      order: { kind: 'partnerCenter', count: Number(values.tenants), seed, latencyMs, app },
      connect: `const { connectPartnerCenter } = await load('partnerCenter/index.js');
      const partnerCenter = connectPartnerCenter({ partnerAccountId: 'bench', name: 'Bench', ...${JSON.stringify(app)} }, tools);
      const pull = (onProgress) => partnerCenter.listTenants({ onProgress });`,
    },
  ];
  for (const source of sources) if (source.order.count > 0) await measure(report, source);
}

async function measure(report: Report, { name, rows, order, connect }: Source): Promise<void> {
  const server = fork(join(root, 'bench/sourceServer.ts'), { execArgv: ['--import', 'tsx'] });
  const folder = mkdtempSync(join(tmpdir(), 'sources-bench-'));
  try {
    const ready = await start(server, order);
    const { listed } = ready;
    const pull = await pullOnce(folder, ready, connect);
    if (pull.kind !== 'complete' || pull.count !== listed) throw new Error(`The pull is wrong: ${pull.kind}, ${pull.count} of ${listed} ${rows}. ${pull.why}`);
    const note = `${listed} ${rows} listed of ${order.count}, ${order.latencyMs} ms a page, seed ${seed}`;
    report.add({ name: `${name}: whole pull`, value: pull.elapsedMs / 1000, unit: 's', note, goal: { atMost: 15 } });
    report.add({ name: `${name}: processor time of the process that pulls`, value: pull.cpuMs / 1000, unit: 's', note });
    report.add({ name: `${name}: peak memory of the process that pulls`, value: pull.peakMb, unit: 'MB', note, goal: { atMost: 250 } });
    report.add({ name: `${name}: its memory before`, value: pull.startMb, unit: 'MB', note });
    report.add({ name: `${name}: event loop held`, value: pull.longestHoldMs, unit: 'ms', note });
  } finally {
    server.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(server: ChildProcess, order: CompaniesOrder | TenantsOrder): Promise<SourceReady> {
  server.send(order);
  const [ready] = (await once(server, 'message')) as [SourceReady];
  return ready;
}

async function pullOnce(folder: string, { url, entraUrl }: SourceReady, connect: string): Promise<Pull> {
  const script = join(folder, 'pull.mjs');
  writeFileSync(
    script,
    `import { monitorEventLoopDelay } from 'node:perf_hooks';
    const load = (path) => import(${JSON.stringify(pathToFileURL(join(root, 'dist/services/')).href)} + path);
    const { systemClock } = await load('runtime/clock.js');
    const { createHttpClient } = await load('runtime/httpClient.js');
    const { microsoftAnchors } = await load('runtime/trustAnchors.js');
    const [url, entraUrl] = process.argv.slice(2);
    const logger = { info() {}, warn() {}, error() {} };
    const anchors = { ...microsoftAnchors, ...(entraUrl && { entraAuthority: entraUrl, partnerCenterOrigin: url }), extraUpstreamOrigins: [url] };
    const tools = { logger, clock: systemClock, anchors, http: createHttpClient({ logger, clock: systemClock, anchors }) };
    ${connect}
    const rss = () => process.memoryUsage.rss() / 1_000_000;
    const startMb = rss();
    let peakMb = startMb;
    setInterval(() => (peakMb = Math.max(peakMb, rss())), 5).unref();
    const holds = monitorEventLoopDelay({ resolution: 1 });
    holds.enable();
    const cpuBefore = process.cpuUsage();
    const begun = performance.now();
    const list = await pull(() => (peakMb = Math.max(peakMb, rss())));
    const elapsedMs = performance.now() - begun;
    const { user, system } = process.cpuUsage(cpuBefore);
    holds.disable();
    console.log(JSON.stringify({ kind: list.kind, why: list.why ?? '', count: list.items.length, elapsedMs, cpuMs: (user + system) / 1000, longestHoldMs: Math.max(0, holds.max / 1e6 - 1), peakMb: Math.max(peakMb, rss()), startMb }));`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, [script, url, entraUrl]);
  return JSON.parse(stdout) as Pull;
}
