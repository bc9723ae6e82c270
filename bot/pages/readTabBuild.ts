import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A built file as it is served. `gzipped` is absent where it would save nothing. */
export type TabAsset = { readonly contentType: string; readonly bytes: Buffer; readonly gzipped?: Buffer };
/** `html` has the placeholder in place of each nonce. */
export type TabBuild = { readonly html: string; readonly assets: ReadonlyMap<string, TabAsset> };

// Whatever is not of these types is not served, source maps among others.
const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const compressible = new Set(['.js', '.css', '.svg']);
const assetName = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** Reads the whole built tab into memory; undefined when it is not built. */
export async function readTabBuild(folder: string): Promise<TabBuild | undefined> {
  try {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    const names = (await readdir(join(folder, 'assets'))).filter((name) => assetName.test(name) && contentTypes[extname(name)]);
    return { html, assets: new Map(await Promise.all(names.map(async (name) => [name, await readAsset(folder, name)] as const))) };
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
}

async function readAsset(folder: string, name: string): Promise<TabAsset> {
  const extension = extname(name);
  const bytes = await readFile(join(folder, 'assets', name));
  const asset = { contentType: contentTypes[extension] ?? 'application/octet-stream', bytes };
  if (!compressible.has(extension)) return asset;
  const gzipped = await promisify(gzip)(bytes, { level: 9 });
  return gzipped.length < bytes.length ? { ...asset, gzipped } : asset;
}
