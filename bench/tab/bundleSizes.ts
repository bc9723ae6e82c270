import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Frame } from 'playwright-core';

const assets = 'dist/tab/assets';

/** As the server sends them, in thousands of bytes. */
export function gzippedKb(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file)), { level: 9 }).length, 0) / 1000;
}

export function builtFiles(ending: '.js' | '.css'): string[] {
  return readdirSync(assets).filter((file) => file.endsWith(ending));
}

/** The built files that the page in the frame has asked for so far. */
export async function loadedFiles(frame: Frame, ending: '.js' | '.css'): Promise<string[]> {
  const names = await frame.evaluate<string[]>(`performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)`);
  return [...new Set(names)].flatMap((path) => (path.startsWith('/tab/assets/') && path.endsWith(ending) ? [path.slice('/tab/assets/'.length)] : []));
}
