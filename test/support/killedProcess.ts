import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What a child printed, line by line with the time in ms since it printed `from`, and how it ended. */
export type ChildRun = { readonly lines: readonly { readonly text: string; readonly atMs: number }[]; readonly signal: string | null; readonly code: number | null };

/** Runs a TypeScript module (given by its address) as a process; kills it (SIGKILL) `killAfterMs` after its line `from`, unless it ended. */
export async function runChild(module: URL, args: readonly string[], { from, killAfterMs }: { readonly from: string; readonly killAfterMs?: number | undefined }): Promise<ChildRun> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(module), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines: { text: string; atMs: number }[] = [];
  let started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  for await (const text of createInterface({ input: child.stdout })) {
    if (text === from) {
      started = performance.now();
      if (killAfterMs !== undefined) timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    }
    lines.push({ text, atMs: performance.now() - started });
  }
  clearTimeout(timer);
  const [code, signal] = (await exited) as [number | null, string | null];
  return { lines, code, signal };
}
