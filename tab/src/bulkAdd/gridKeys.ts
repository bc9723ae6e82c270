/** What can have focus in a row, left to right. */
export const gridStops = ['check', 'tenant', 'copy', 'account', 'state', 'act', 'company', 'company2', 'company3', 'company4', 'why'] as const;
export type GridStop = (typeof gridStops)[number];
export type GridPlace = { readonly row: number; readonly stop: GridStop };

type Key = { readonly key: string; readonly isCtrl: boolean };

/** Where an arrow, Home, End or Page key leads; undefined for other keys. `stops` are those on the page now. */
export function moveInGrid({ row, stop }: GridPlace, { key, isCtrl }: Key, rowCount: number, pageRows: number, stops: readonly GridStop[] = gridStops): GridPlace | undefined {
  const clampRow = (to: number) => ({ row: Math.min(Math.max(0, to), Math.max(0, rowCount - 1)), stop });
  const clampStop = (by: number) => {
    const at = Math.max(0, stops.indexOf(stop));
    return { row, stop: stops[Math.min(Math.max(0, at + by), stops.length - 1)] ?? stop };
  };
  switch (key) {
    case 'ArrowDown':
      return clampRow(row + 1);
    case 'ArrowUp':
      return clampRow(row - 1);
    case 'PageDown':
      return clampRow(row + pageRows);
    case 'PageUp':
      return clampRow(row - pageRows);
    case 'ArrowRight':
      return clampStop(1);
    case 'ArrowLeft':
      return clampStop(-1);
    case 'Home':
      return isCtrl ? clampRow(0) : clampStop(-stops.length);
    case 'End':
      return isCtrl ? clampRow(rowCount - 1) : clampStop(stops.length);
    default:
      return undefined;
  }
}
