import type { CandidateView } from '../../../contracts/autoMap.js';
import type { GridRow } from './gridRow.js';

/** A row that can be accepted with others, and the company that it would get. */
export type Acceptable = { readonly row: GridRow; readonly candidate: CandidateView };

export const defaultThreshold = 0.8;

/**
 * Rows to be reviewed whose best company reaches the threshold (0-1), surest first; what is matched is ready as it is. Where a second company reaches it too the
 * row is ambiguous and stays for people (`unclear`).
 */
export function acceptableRows(rows: readonly GridRow[], threshold: number): { readonly clear: readonly Acceptable[]; readonly unclear: readonly GridRow[] } {
  const clear: Acceptable[] = [];
  const unclear: GridRow[] = [];
  for (const row of rows) {
    const [candidate, second] = row.candidates;
    if (row.state !== 'needs-review' || !candidate || candidate.confidence.score < threshold) continue;
    if (second && second.confidence.score >= threshold) unclear.push(row);
    else clear.push({ row, candidate });
  }
  return { clear: clear.sort((a, b) => b.candidate.confidence.score - a.candidate.confidence.score), unclear };
}
