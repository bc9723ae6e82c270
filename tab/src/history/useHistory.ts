import { useCallback, useState } from 'react';
import type { HistoryEntry } from '../../../contracts/history.js';
import { useLoad, type Loaded } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';

const pageSize = 20;

export type History = Loaded<{ readonly entries: readonly HistoryEntry[]; readonly hasMore: boolean }> & { readonly showMore: () => void };

/** The saves, newest first, as many as were asked for. */
export function useHistory(): History {
  const { api } = useTab();
  const [wanted, setWanted] = useState(pageSize);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const entries: HistoryEntry[] = [];
      let hasMore = true;
      while (hasMore && entries.length < wanted) {
        const page = await api.call('listHistory', { limit: pageSize, beforeVersion: entries.at(-1)?.orgVersion }, { signal });
        entries.push(...page.entries);
        ({ hasMore } = page);
      }
      return { entries, hasMore };
    },
    [api, wanted],
  );
  return { ...useLoad(load), showMore: useCallback(() => setWanted((before) => before + pageSize), []) };
}
