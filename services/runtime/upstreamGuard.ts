import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { AppError } from './errors.js';
import { isPublicAddress } from './publicAddress.js';
import type { TrustAnchors } from './trustAnchors.js';

/** Every address of a host name. */
export type Lookup = (host: string) => Promise<readonly { readonly address: string }[]>;

/**
 * Which addresses may be called: the anchors' own origins as they are, anything else by https on a public address only.
 * A name that changes its address between check and call still needs a valid certificate for itself there.
 */
export type UpstreamGuard = {
  /** Throws AppError `source-blocked`. */
  checkUrl(url: string | URL): URL;
  /** Rejects with AppError `source-blocked`, or with the resolver's error. */
  checkAddress(url: URL): Promise<void>;
  /** Is it one of the anchors' own origins? */
  isTrusted(url: URL): boolean;
};

export function createUpstreamGuard(anchors: TrustAnchors, lookup: Lookup = (host) => systemLookup(host, { all: true })): UpstreamGuard {
  const trusted = new Set([anchors.entraAuthority, anchors.partnerCenterOrigin, anchors.graphOrigin, ...anchors.botServiceOrigins, ...anchors.extraUpstreamOrigins]);

  function checkUrl(given: string | URL): URL {
    const text = String(given);
    if (!URL.canParse(text)) throw new AppError('source-blocked', 'the address to call is no URL');
    const url = new URL(text);
    if (url.username || url.password) throw blocked(url, 'user-info in the address');
    if (url.protocol !== 'https:' && !trusted.has(url.origin)) throw blocked(url, 'no https');
    return url;
  }

  async function checkAddress(url: URL): Promise<void> {
    if (trusted.has(url.origin)) return;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = isIP(host) ? [{ address: host }] : await lookup(host);
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address))) throw blocked(url, 'no public address');
  }

  return { checkUrl, checkAddress, isTrusted: (url) => trusted.has(url.origin) };
}

function blocked(url: URL, why: string): AppError {
  return new AppError('source-blocked', `${url.host}: ${why}`, { sentence: `${url.host || 'This'} is not an address that we may call: it must be a public https address.` });
}
