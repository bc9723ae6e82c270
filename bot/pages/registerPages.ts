import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { AppError } from '../../services/runtime/errors.js';
import type { TrustAnchors } from '../../services/runtime/trustAnchors.js';
import { tabContentSecurityPolicy } from '../gates/headers.js';
import { sendProblem } from '../gates/sendProblem.js';
import type { TabAsset, TabBuild } from './readTabBuild.js';

const noncePlaceholder = '__CSP_NONCE__';

/** The tab's page and its hashed files, and nothing else. Without a build the page says how to make one. */
export function registerPages(server: Server, { build, anchors }: { readonly build: TabBuild | undefined; readonly anchors: TrustAnchors }): void {
  server.get('/tab', (request: Request, response: Response, next) => {
    const query = (request.url ?? '').split('?').slice(1).join('?');
    response.writeHead(308, { Location: query ? `/tab/?${query}` : '/tab/', 'Content-Length': 0 });
    response.end();
    next();
  });

  server.get('/tab/', (_request: Request, response: Response, next) => {
    if (build) sendPage(response, build.html, anchors);
    else sendText(response, 503, 'The tab is not built. Run "npm run build:tab" and start the server again.');
    next();
  });

  server.get('/tab/assets/:file', (request: Request, response: Response, next) => {
    const { file } = request.params as { file?: string };
    const asset = build?.assets.get(file ?? '');
    if (asset) sendAsset(response, asset, /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')));
    else sendProblem(request, response, new AppError('not-found', 'no such asset'));
    next();
  });
}

function sendPage(response: Response, html: string, anchors: TrustAnchors): void {
  const nonce = randomBytes(16).toString('base64');
  response.setHeader('Content-Security-Policy', tabContentSecurityPolicy(anchors, nonce));
  sendText(response, 200, html.replaceAll(noncePlaceholder, nonce), 'text/html; charset=utf-8');
}

function sendAsset(response: Response, { contentType, bytes, gzipped }: TabAsset, acceptsGzip: boolean): void {
  const body = acceptsGzip && gzipped ? gzipped : bytes;
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  response.writeHead(200, { 'Content-Type': contentType, 'Content-Length': body.length, ...(gzipped ? { Vary: 'Accept-Encoding' } : {}), ...(body === gzipped ? { 'Content-Encoding': 'gzip' } : {}) });
  response.end(body);
}

function sendText(response: Response, status: number, text: string, contentType = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}
