import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** Serves the built page: only files that were there at the start, of known types. Throws when it is not built. */
export function openPageFiles(folder: string): (response: ServerResponse, pathname: string) => Promise<boolean> {
  const root = resolve(folder);
  if (!existsSync(join(root, 'index.html'))) throw new Error(`The Teams simulator's page is not built: ${folder} has no index.html. Run "npm run build:tab".`);
  const files = new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && types[extname(entry.name)] !== undefined)
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(root, file).split(sep).join('/')}`, file]),
  );
  return async (response, pathname) => {
    const file = files.get(pathname === '/' ? '/index.html' : pathname);
    if (!file) return false;
    const content = await readFile(file);
    const cacheControl = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
    response.writeHead(200, { ...pageHeaders, 'content-type': types[extname(file)] ?? '', 'cache-control': cacheControl });
    response.end(content);
    return true;
  };
}
