import { emptyDraft, type TenantDraft } from '../domain/draft.js';
import type { OrgId, TenantId } from '../domain/ids.js';
import type { DraftStore, DraftWrite } from './ports.js';

/** Makes the target's draft say what the source's says; versions are each store's own. May be cut off anywhere and run again. */
export async function copyDrafts(from: DraftStore, to: DraftStore, orgId: OrgId): Promise<void> {
  const [wanted, present] = [byTenant((await from.read(orgId, 0)).rows), byTenant((await to.read(orgId, 0)).rows)];
  const writes = [...new Set([...wanted.keys(), ...present.keys()])].flatMap((tenantId): DraftWrite[] => {
    const { version: baseVersion } = present.get(tenantId) ?? { version: 0 };
    const row = contentOf(wanted.get(tenantId) ?? emptyDraft(tenantId));
    return JSON.stringify(row) === JSON.stringify(contentOf(present.get(tenantId) ?? emptyDraft(tenantId))) ? [] : [{ baseVersion, row }];
  });
  if (writes.length > 0) await to.write(orgId, writes);
}

/** One line for each row that says something, whatever its version. */
export async function draftLines(drafts: DraftStore, orgId: OrgId): Promise<string[]> {
  const { rows } = await drafts.read(orgId, 0);
  return rows.filter(({ choice, ignored, rejected, note, dismissed }) => choice !== null || ignored !== null || rejected.length > 0 || note || dismissed).map((row) => JSON.stringify(contentOf(row)));
}

function contentOf({ tenantId, choice, ignored, rejected, note, dismissed }: TenantDraft): Omit<TenantDraft, 'version'> {
  return { tenantId, choice, ignored, rejected, ...(note ? { note } : {}), ...(dismissed ? { dismissed } : {}) };
}

function byTenant(rows: readonly TenantDraft[]): Map<TenantId, TenantDraft> {
  return new Map(rows.map((row) => [row.tenantId, row]));
}
