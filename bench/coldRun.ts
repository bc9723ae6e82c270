import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { nothingKnown } from '../services/matching/known.js';
import { matchTenants } from '../services/matching/matchTenants.js';
import type { MatchLists } from './readFolder.js';

export type ColdRun = { readonly elapsedMs: number; readonly cpuMs: number; /** Peak resident memory above what the lists and the program took. */ readonly growthMb: number; readonly peakMb: number };

const megabyte = 1024 * 1024;

/** One match in a fresh process, index build included; reading the lists is not. */
export async function coldRun(lists: MatchLists): Promise<ColdRun> {
  const folder = mkdtempSync(join(tmpdir(), 'cold-run-'));
  try {
    const file = join(folder, 'lists.json');
    writeFileSync(file, JSON.stringify({ tenants: lists.tenants, companies: lists.companies }));
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', fileURLToPath(import.meta.url), file]);
    return JSON.parse(stdout) as ColdRun;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(file: string): Promise<ColdRun> {
  const lists = JSON.parse(readFileSync(file, 'utf8')) as MatchLists;
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const cpuBefore = process.cpuUsage();
  let peak = before;
  const watch = () => (peak = Math.max(peak, process.memoryUsage.rss()));
  const timer = setInterval(watch, 5);
  const startedAt = performance.now();
  await matchTenants(lists.tenants, lists.companies, nothingKnown, { onProgress: watch });
  const elapsedMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpuBefore);
  watch();
  clearInterval(timer);
  return { elapsedMs, cpuMs: (user + system) / 1000, growthMb: (peak - before) / megabyte, peakMb: peak / megabyte };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await measure(process.argv[2] ?? '')));
