import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const pages = [
  { name: 'the tab', config: 'tab/vite.config.ts' },
  { name: 'the Teams simulator', config: 'simulators/teams/page/vite.config.ts' },
];
const sources = ['tab', 'simulators/teams/page', 'contracts', 'package-lock.json'];
const stampFile = 'dist/.built-from';

/** Builds the browser pages into dist/ unless they were built from exactly these sources. Paths are relative to the project. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
  const stamp = hashOf(sources);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  // Loading vite takes a while, and later starts don't need it.
  const { build } = await import('vite');
  for (const { name, config } of pages) {
    say(`Building ${name} ...`);
    await build({ configFile: config, logLevel: 'warn' });
  }
  mkdirSync('dist', { recursive: true });
  writeFileSync(stampFile, stamp);
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesIn).sort()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (path.endsWith('.json')) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}
