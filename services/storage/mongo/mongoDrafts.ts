import { emptyDraft, type TenantDraft } from '../../domain/draft.js';
import type { OrgId } from '../../domain/ids.js';
import { AppError } from '../../runtime/errors.js';
import { requireDistinctTenants, requireOrgId } from '../argumentChecks.js';
import type { DraftStore, DraftWrite } from '../ports.js';
import { appendToLog, followLog, tidyLog, type DraftState } from './draftLog.js';
import type { MongoContext } from './mongoContext.js';

const tries = 20;
/** So many writes may lie after the last whole draft. */
const maxLogLength = 100;
/** One document stays far below every server's limit. */
const rowsPerWrite = 1000;

/**
 * A draft is a log of writes, each inserted as version n+1, which only one writer can do (see commitChangeSet): updates in place are not
 * atomic on every server that speaks MongoDB's protocol. This process remembers where it has read to, so a look for news costs one query.
 */
export function mongoDrafts({ models, turns, later }: MongoContext): DraftStore {
  const known = new Map<OrgId, DraftState>();

  async function follow(orgId: OrgId): Promise<DraftState> {
    const state = await followLog(models, orgId, known.get(orgId));
    if (state.version >= (known.get(orgId)?.version ?? 0)) known.set(orgId, state);
    return state;
  }

  async function writeSome(orgId: OrgId, writes: readonly DraftWrite[]): Promise<{ version: number; conflicts: TenantDraft[] }> {
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const state = await follow(orgId);
      const currentOf = ({ row }: DraftWrite) => state.rows.get(row.tenantId) ?? emptyDraft(row.tenantId);
      const isFresh = (write: DraftWrite) => currentOf(write).version === write.baseVersion;
      const fresh = writes.filter(isFresh);
      const conflicts = writes.filter((write) => !isFresh(write)).map(currentOf);
      if (fresh.length === 0) return { version: state.version, conflicts };
      const version = state.version + 1;
      if (!(await appendToLog(models, orgId, version, { json: JSON.stringify(fresh.map(({ row }) => ({ ...row, version }))), sliceCount: 0 }))) continue;
      if (version - state.wholeVersion >= maxLogLength) later(turns.use(`draft\n${orgId}`, undefined, async () => tidyLog(models, orgId, await follow(orgId))));
      return { version, conflicts };
    }
    throw new AppError('storage-unavailable', `the draft moved ${tries} times while writing`, { isRetryable: true });
  }

  return {
    async read(orgId, since) {
      requireOrgId(orgId);
      const { version, rows } = await follow(orgId);
      return { version, rows: [...rows.values()].filter((row) => row.version > since) };
    },
    async write(orgId, writes) {
      requireOrgId(orgId);
      requireDistinctTenants(writes);
      return turns.use(`draft\n${orgId}`, undefined, async () => {
        let answer = { version: (await follow(orgId)).version, conflicts: [] as TenantDraft[] };
        for (let start = 0; start < writes.length; start += rowsPerWrite) {
          const { version, conflicts } = await writeSome(orgId, writes.slice(start, start + rowsPerWrite));
          answer = { version, conflicts: [...answer.conflicts, ...conflicts] };
        }
        return answer;
      });
    },
  };
}
