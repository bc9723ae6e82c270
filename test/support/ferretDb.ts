import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const sourceFolder = fileURLToPath(new URL('./ferretdb/', import.meta.url));

/** Builds FerretDB 1.24 and gives the binary's path; undefined where there is no `go`. The first build takes about a minute, later ones 2 s. */
export function buildFerretDb(): string | undefined {
  if (spawnSync('go', ['version'], { stdio: 'ignore' }).status !== 0) return undefined;
  const built = spawnSync('go', ['build', '-trimpath', '-buildvcs=false', '-o', 'ferretdb', '.'], { cwd: sourceFolder, stdio: ['ignore', 'inherit', 'inherit'] });
  if (built.status !== 0) throw new Error('go build of test/support/ferretdb failed');
  return join(sourceFolder, 'ferretdb');
}

export type FerretDbServer = {
  /** Ends with '/': append a database's name. */
  readonly uri: string;
  /** SIGKILL; the data folder stays, so that the next start with it must recover. */
  kill(): Promise<void>;
  /** Stops it and removes its data, unless the folder was the caller's. */
  close(): Promise<void>;
};

/** Starts it on a free loopback port. It ends with this process at the latest. */
export async function startFerretDb(binary: string, folder?: string): Promise<FerretDbServer> {
  const dataFolder = folder ?? mkdtempSync(join(tmpdir(), 'ferretdb-'));
  const child = spawn(binary, [dataFolder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const firstLine = once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line));
  const uri = await Promise.race([firstLine, exited.then(([code]) => Promise.reject(new Error(`FerretDB ended with ${String(code)}`)))]);
  return {
    uri,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async close() {
      child.stdin.end();
      await exited;
      if (folder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
