import type { Company } from '../domain/company.js';
import type { Tenant } from '../domain/tenant.js';
import type { Known } from '../matching/known.js';
import { yieldTurn } from '../runtime/yieldTurn.js';
import type { KeptMatcher } from './keptMatchers.js';
import type { LiveMatcher, LiveRun } from './liveMatcher.js';
import { rowsPerMessage, type RunPart } from './matcherProtocol.js';
import type { CompanyChanges } from './toldCompanies.js';

/** Tells the thread which companies are new, other or gone since it was last told. One at a time for a matcher; afterwards `run` looks at them. */
export async function sendCompanies({ post }: LiveMatcher, matcher: KeptMatcher, run: LiveRun, companies: readonly Company[]): Promise<void> {
  if (matcher.list !== companies) {
    const { changed, removed } = await matcher.told.compare(companies);
    // Other runs look at these companies, which must not change under them.
    if (changed.length + removed.length > 0) await Promise.race([run.ended, Promise.allSettled(matcher.running)]);
    const tell = (change: CompanyChanges) => {
      run.assertGoing();
      post({ kind: 'companies', matcher: matcher.name, ...change });
      matcher.told.note(change);
    };
    await eachSlice(removed, (slice) => tell({ changed: [], removed: slice.map(({ psaConnectionId, companyId }) => ({ psaConnectionId, companyId })) }));
    await eachSlice(changed, (slice) => tell({ changed: slice, removed: [] }));
    matcher.list = companies;
  }
  run.assertGoing();
  matcher.running.add(run.ended);
}

/** Sends what the run is about. */
export async function sendParts({ post }: LiveMatcher, run: LiveRun, tenants: readonly Tenant[], known: Known): Promise<void> {
  const tell = (part: RunPart) => {
    run.assertGoing();
    post({ kind: 'part', id: run.id, part });
  };
  await eachSlice(tenants, (slice) => tell({ tenants: slice }));
  await eachSlice(known.mappings, (slice) => tell({ mappings: slice }));
  await eachSlice(known.aliases, (slice) => tell({ aliases: slice }));
  await eachSlice(known.rejected, (slice) => tell({ rejected: slice }));
}

/** Gives way to other work after each full slice. */
async function eachSlice<Row>(rows: readonly Row[], send: (slice: readonly Row[]) => void): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerMessage) {
    send(rows.slice(start, start + rowsPerMessage));
    if (start + rowsPerMessage < rows.length) await yieldTurn();
  }
}
