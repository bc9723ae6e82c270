import type { ChunkRows } from './attempt.js';

/** A chunk, if its text is to the letter what the store writes. */
export function readChunk(json: string | undefined, orgVersion: number): ChunkRows | undefined {
  try {
    const rows = JSON.parse(json ?? '') as ChunkRows;
    return chunkText(rows) === json && rows.orgVersion === orgVersion ? rows : undefined;
  } catch {
    // Not JSON, or a part is missing.
    return undefined;
  }
}

function chunkText({ orgVersion, entries, previous, skipped }: ChunkRows): string {
  return JSON.stringify({
    orgVersion,
    entries: entries.map(({ tenantId, psaConnectionId, before, after }) => ({
      tenantId,
      psaConnectionId,
      before: { version: before.version, links: before.links },
      after: { version: after.version, links: after.links },
    })),
    previous,
    skipped: skipped.map(({ tenantId, psaConnectionId }) => ({ tenantId, psaConnectionId })),
  });
}
