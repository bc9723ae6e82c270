import type { ServerResponse } from 'node:http';
import { isLoopbackHost, type TrustAnchors } from '../../services/runtime/trustAnchors.js';

// teams-js fetches its list of trusted hosts from there.
const teamsCdn = 'https://res.cdn.office.net';

/** For every answer; tab pages and assets then replace two of them. No CORS header, no Server header, no X-Frame-Options is ever sent. */
export function setCommonHeaders(response: ServerResponse, { requestId, bindHost }: { readonly requestId: string; readonly bindHost: string }): void {
  response.setHeader('X-Request-Id', requestId);
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
  if (!isLoopbackHost(bindHost)) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}

/** The tab's page: may be framed by Teams, runs its own scripts only. `nonce` allows the style elements that it makes. */
export function tabContentSecurityPolicy({ frameAncestors }: Pick<TrustAnchors, 'frameAncestors'>, nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    `connect-src 'self' ${teamsCdn}`,
    `font-src 'self' ${teamsCdn}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors ${frameAncestors.join(' ')}`,
  ].join('; ');
}
