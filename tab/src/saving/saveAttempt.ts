import type { SaveRow } from '../../../contracts/mappings.js';

/** One wish to save. `key` makes sending it again harmless. */
export type SaveAttempt = { readonly key: string; readonly rows: readonly SaveRow[]; /** Why, for the history. */ readonly reason: string };

/** The most rows that one request may hold (contracts: saveRequest). */
export const maxRowsPerSave = 10_000;

/**
 * `unsettled` is the attempt whose answer never came: the same wish keeps its key, so that what was saved
 * already is answered and not done twice. Any other wish gets a key of its own.
 */
export function attemptFor(rows: readonly SaveRow[], reason: string, unsettled: SaveAttempt | undefined, makeKey: () => string): SaveAttempt {
  const sent = rows.slice(0, maxRowsPerSave);
  return unsettled && unsettled.reason === reason && JSON.stringify(unsettled.rows) === JSON.stringify(sent) ? unsettled : { key: makeKey(), rows: sent, reason };
}

type UnitKey = { readonly tenantId: string; readonly psaConnectionId: string };

/** The rows whose unit is not among `refused`: "save the other N". */
export function rowsWithout(rows: readonly SaveRow[], refused: readonly UnitKey[]): SaveRow[] {
  const keys = new Set(refused.map(unitKey));
  return rows.filter((row) => !keys.has(unitKey(row)));
}

function unitKey({ tenantId, psaConnectionId }: UnitKey): string {
  return `${tenantId.toLowerCase()}\n${psaConnectionId}`;
}
