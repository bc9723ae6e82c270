import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { AppError } from './errors.js';
import { isPublicAddress } from './publicAddress.js';
import type { TrustAnchors } from './trustAnchors.js';

/** Every address of a host name. */
export type Lookup = (host: string) => Promise<readonly { readonly address: string }[]>;

/** Which addresses may be called: the anchors' own origins as they are, anything else by https on a public address only. */
export type UpstreamGuard = {
  /** Throws AppError `source-blocked`. */
  checkUrl(url: string | URL): URL;
  /** What the host's name stands for at this moment. Rejects with AppError `source-blocked`, or with the resolver's error. */
  checkAddress(url: URL): Promise<void>;
  /** Is it one of the anchors' own origins? */
  isTrusted(url: URL): boolean;
  /** For the connection itself: gives the addresses that were checked and no others, so that a name can't change between check and call. */
  readonly lookup: LookupFunction;
};

export function createUpstreamGuard(anchors: TrustAnchors, lookup: Lookup = (host) => systemLookup(host, { all: true })): UpstreamGuard {
  const trusted = new Set([anchors.entraAuthority, anchors.partnerCenterOrigin, anchors.graphOrigin, ...anchors.botServiceOrigins, ...anchors.extraUpstreamOrigins]);

  function checkUrl(given: string | URL): URL {
    const text = String(given);
    if (!URL.canParse(text)) throw new AppError('source-blocked', 'the address to call is no URL');
    const url = new URL(text);
    if (url.username || url.password) throw blocked(url.host, 'user-info in the address');
    if (trusted.has(url.origin)) return url;
    if (url.protocol !== 'https:') throw blocked(url.host, 'no https');
    const host = hostOf(url);
    // A connection to an address looks nothing up.
    if (isIP(host) && !isPublicAddress(host)) throw blocked(url.host, 'no public address');
    return url;
  }

  async function publicAddresses(host: string) {
    const addresses = await lookup(host);
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address))) throw blocked(host, 'no public address');
    return addresses.map(({ address }) => ({ address, family: isIP(address) }));
  }

  return {
    checkUrl,
    async checkAddress(given) {
      const url = checkUrl(given);
      if (!trusted.has(url.origin) && !isIP(hostOf(url))) await publicAddresses(url.hostname);
    },
    isTrusted: (url) => trusted.has(url.origin),
    lookup: (host, { all }, callback) => {
      publicAddresses(host).then(
        (addresses) => (all ? callback(null, addresses) : callback(null, addresses[0]?.address ?? '', addresses[0]?.family)),
        (error: unknown) => callback(error as NodeJS.ErrnoException, ''),
      );
    },
  };
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function blocked(host: string, why: string): AppError {
  return new AppError('source-blocked', `${host}: ${why}`, { sentence: `${host || 'This'} is not an address that we may call: it must be a public https address.`, facts: host === '' ? [] : [{ code: 'address-not-public', host }] });
}
