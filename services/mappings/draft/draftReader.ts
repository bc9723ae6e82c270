import type { TenantDraft } from '../../domain/draft.js';
import type { OrgId, TenantId } from '../../domain/ids.js';
import type { DraftStore } from '../../storage/ports.js';

/** A whole draft, by tenant. Immutable: news give a new object. */
export type DraftRows = { readonly version: number; readonly rows: ReadonlyMap<TenantId, TenantDraft> };

export type DraftReader = { read(orgId: OrgId): Promise<DraftRows> };

/** Asks the store for what is new only: with thousands of rows decided, a look at the draft costs what changed since the last one. */
export function createDraftReader(drafts: DraftStore): DraftReader {
  const known = new Map<OrgId, DraftRows>();
  return {
    async read(orgId) {
      const before = known.get(orgId) ?? { version: 0, rows: new Map() };
      const { version, rows } = await drafts.read(orgId, before.version);
      if (version === before.version) return before;
      const now = { version, rows: new Map([...before.rows, ...rows.map((row) => [row.tenantId, row] as const)]) };
      // Of two that read at once, the one that saw more is remembered.
      if (version > (known.get(orgId)?.version ?? 0)) known.set(orgId, now);
      return now;
    },
  };
}
