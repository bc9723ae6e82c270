import { AppError, toAppError } from '../runtime/errors.js';
import { isVendorUrl } from '../runtime/trustAnchors.js';
import type { UpstreamGuard } from '../runtime/upstreamGuard.js';

/** Every address that the settings name. */
export function addressesOf(settings: unknown): URL[] {
  if (typeof settings === 'string') return /^https?:\/\//i.test(settings) && URL.canParse(settings) ? [new URL(settings)] : [];
  return typeof settings === 'object' && settings !== null ? Object.values(settings).flatMap(addressesOf) : [];
}

/**
 * Those that are none of the vendor's own, and so need somebody to say that they are right. Rejects with AppError `source-blocked` when one
 * may not be called at all: no https, or on a private network.
 */
export async function findForeignHosts(typeId: string, settings: unknown, guard: UpstreamGuard): Promise<string[]> {
  const foreign: string[] = [];
  for (const address of addressesOf(settings)) {
    const url = guard.checkUrl(address);
    try {
      await guard.checkAddress(url);
    } catch (thrown) {
      if (thrown instanceof AppError) throw thrown;
      throw new AppError('source-blocked', `${url.host}: ${toAppError(thrown).message}`, { cause: thrown, sentence: `There is no server called ${url.hostname}. Check the spelling.`, facts: [{ code: 'host-unknown', host: url.hostname }] });
    }
    if (!guard.isTrusted(url) && !isVendorUrl(typeId, url)) foreign.push(url.host);
  }
  return foreign;
}
