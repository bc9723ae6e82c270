import type { Decided } from '../domain/draft.js';
import type { Caller } from '../domain/organization.js';
import { listHistory } from './history/listHistory.js';
import type { MappingPorts } from './mappingPorts.js';

const perPage = 50;

/** How many tenants people decided since midnight, UTC: linked (and not undone), ignored or rejected a company for. */
export function countDecisions(ports: Pick<MappingPorts, 'store' | 'drafts' | 'clock'>) {
  const history = listHistory(ports);

  async function countLinked(caller: Pick<Caller, 'orgId'>, day: string): Promise<number> {
    let count = 0;
    let beforeVersion: number | undefined;
    for (;;) {
      const { entries, hasMore } = await history(caller, { limit: perPage, beforeVersion });
      for (const { at, undoes, added, changed, removed } of entries) {
        if (!at.startsWith(day)) return Math.max(0, count);
        count += undoes === null ? added + changed : -(removed + changed);
      }
      beforeVersion = entries.at(-1)?.orgVersion;
      if (!hasMore || beforeVersion === undefined) return Math.max(0, count);
    }
  }

  return async (caller: Pick<Caller, 'orgId'>): Promise<number> => {
    const day = ports.clock.now().toISOString().slice(0, 10);
    const isOfDay = (decided: Decided | null) => decided !== null && decided.decidedAt.startsWith(day);
    const [{ rows }, linked] = await Promise.all([ports.drafts.read(caller.orgId), countLinked(caller, day)]);
    return linked + [...rows.values()].filter(({ ignored, rejected }) => isOfDay(ignored) || rejected.some(isOfDay)).length;
  };
}
