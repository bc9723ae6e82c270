import type { PsaConnectionId, TenantId } from '../../domain/ids.js';
import { entryText, startChainHash, type ChainPlace } from '../chainHash.js';
import type { EntryRow } from './protocol.js';

/** The seal of a ChangeSet, from its rows as they are stored. */
export function sealRows(previous: string, place: ChainPlace, head: string, entries: readonly EntryRow[]): string {
  const hash = startChainHash(previous, place, head);
  for (const [, tenantId, psaConnectionId, versionBefore, linksBefore, versionAfter, linksAfter] of entries) {
    hash.add(entryText({ tenantId: tenantId as TenantId, psaConnectionId: psaConnectionId as PsaConnectionId }, versionBefore, linksBefore, versionAfter, linksAfter));
  }
  return hash.end();
}
