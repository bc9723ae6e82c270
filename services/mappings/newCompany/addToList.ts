import type { Company } from '../../domain/company.js';
import type { OrgId } from '../../domain/ids.js';
import { fullAtOf, sourceRefText, type SourceRef, type SyncRun } from '../../domain/sync.js';
import { AppError } from '../../runtime/errors.js';
import type { Fence, SourceStore } from '../../storage/ports.js';

/**
 * Puts one company into the stored list, as if the latest pull had read it; the time of that pull stays, since nothing else was read. The
 * fence is that of a pull: one that began before the company was there must not record its list after this.
 */
export async function addToList(sources: SourceStore, orgId: OrgId, company: Company, fence: Fence): Promise<void> {
  const source: SourceRef = { kind: 'psa-connection', psaConnectionId: company.psaConnectionId };
  const runs = (await sources.listRuns(orgId)).filter((run) => sourceRefText(run.source) === sourceRefText(source));
  const latest = runs.sort((a, b) => b.endedAt.localeCompare(a.endedAt))[0];
  if (!latest) throw new AppError('internal', 'a list that was never read can not be added to');
  // Whoever keeps lists in memory looks again when a run differs.
  const run: SyncRun = { ...latest, endedAt: new Date(Date.parse(latest.endedAt) + 1).toISOString(), received: 1, expected: null };
  const fullAt = fullAtOf(latest);
  if (latest.outcome === 'complete' && fullAt !== null) return sources.applyCompanyChanges(orgId, { ...run, expected: 1, fullAt }, { changed: [company], gone: [] }, fence);
  return sources.recordCompanies(orgId, { ...run, outcome: 'partial' }, [company], fence);
}
