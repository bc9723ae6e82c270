import { createHash } from 'node:crypto';
import type { AuditEntry, ChangeSetHead, CompanyLink, UnitKey } from '../domain/mapping.js';

/** Where a ChangeSet stands. */
export type ChainPlace = { readonly orgId: string; readonly orgVersion: number; readonly changeSetId: string };

/**
 * Seals a ChangeSet and, through `previous` ('' for the first), all before it: SHA-256 (hex) over lines of JSON in UTF-8, each ended by
 * a line break: the previous seal, the place, the head, then one line per audit entry in their order. The same on every store.
 */
export function startChainHash(previous: string, { orgId, orgVersion, changeSetId }: ChainPlace, head: string) {
  const hash = createHash('sha256').update(`${JSON.stringify([previous, orgId, orgVersion, changeSetId])}\n${head}\n`);
  return {
    add(entry: string): void {
      hash.update(`${entry}\n`);
    },
    end: (): string => hash.digest('hex'),
  };
}

/** A head as it is sealed (SQLite stores this text). */
export function headText(head: ChangeSetHead): string {
  return JSON.stringify(plainHead(head));
}

/** Without whatever else the caller's objects hold; in the order in which it is sealed. */
export function plainHead({ idempotencyKey, requestHash, actor: { userId, name }, via, requestId, at, undoes, reason, skipped }: ChangeSetHead): ChangeSetHead {
  return { idempotencyKey, requestHash, actor: { userId, name }, via, requestId, at, undoes, reason, skipped: skipped.map(plainKey) };
}

/** An audit entry as it is sealed; the links come as JSON text. */
export function entryText({ tenantId, psaConnectionId }: UnitKey, versionBefore: number, linksBefore: string, versionAfter: number, linksAfter: string): string {
  return `[${JSON.stringify(tenantId)},${JSON.stringify(psaConnectionId)},${versionBefore},${linksBefore},${versionAfter},${linksAfter}]`;
}

/** The same of an entry that was read already. */
export function textOfEntry({ before, after, ...key }: AuditEntry): string {
  return entryText(key, before.version, linksText(before.links), after.version, linksText(after.links));
}

export function linksText(links: readonly CompanyLink[]): string {
  return JSON.stringify(links);
}

function plainKey({ tenantId, psaConnectionId }: UnitKey): UnitKey {
  return { tenantId, psaConnectionId };
}
