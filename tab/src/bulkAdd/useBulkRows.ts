import { useMemo, useState } from 'react';
import { companiesUsedTwice, countTabs, filterRows, isReady, needsPerson, type GridTab } from './gridModel.js';
import { createGridRows, type GridRow } from './gridRow.js';
import type { BulkState } from './bulkState.js';

/** What the page draws of its state; each part is worked out anew only when what it rests on has changed. */
export type BulkRows = {
  readonly rows: readonly GridRow[];
  /** Those that pass the filter. */
  readonly shown: readonly GridRow[];
  /** Those of the chosen PSA and the find box, in every tab. */
  readonly inView: readonly GridRow[];
  readonly counts: Readonly<Record<GridTab, number>>;
  readonly ready: number;
  /** Rows that wait for a person. */
  readonly need: number;
  readonly untried: number;
  /** Companies that several tenants would get. */
  readonly usedTwice: number;
  readonly nameOf: (tenantId: string) => string;
};

const nobody: ReadonlySet<string> = new Set();

export function useBulkRows({ me, tenants, suggestions, draft, failures, filter, held }: BulkState): BulkRows {
  const [makeRows] = useState(createGridRows);
  const rows = useMemo(() => makeRows({ me, tenants, suggestions, draft, failures }), [makeRows, me, tenants, suggestions, draft, failures]);
  const shown = useMemo(() => filterRows(rows, filter, held), [rows, filter, held]);
  const inView = useMemo(() => filterRows(rows, { ...filter, tab: 'all', usedTwice: false, notSaved: false }, nobody), [rows, filter]);
  const { psaConnectionId, showAdded } = filter;
  const counts = useMemo(() => countTabs(rows, { psaConnectionId, showAdded }), [rows, psaConnectionId, showAdded]);
  const tally = useMemo(() => {
    let [ready, need, untried] = [0, 0, 0];
    for (const row of rows) {
      if (isReady(row)) ready += 1;
      if (needsPerson(row)) need += 1;
      if (row.state === 'not-tried') untried += 1;
    }
    return { ready, need, untried, usedTwice: companiesUsedTwice(rows).size };
  }, [rows]);
  return { rows, shown, inView, counts, ...tally, nameOf: (tenantId) => rows.find(({ tenant }) => tenant.tenantId === tenantId)?.tenant.name ?? tenantId };
}
