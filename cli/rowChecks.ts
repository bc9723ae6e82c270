/** Reads the cells of one row and notes what is wrong with them. */
export type RowChecks = {
  /** '' when absent or null. */
  text(column: string): string;
  /** From a JSON list, or from a text with ';', ',' or spaces between. */
  list(column: string): string[];
  /** Notes a fault of this row. */
  fault(sentence: string): undefined;
  /** Notes a fault and is false when another row had the same key. */
  isFirst(key: string, what: string): boolean;
};

type Row = {
  readonly cells: Readonly<Record<string, unknown>>;
  /** File and line, for sentences. */
  readonly where: string;
  readonly place: string;
  /** Places of the keys of earlier rows. */
  readonly seen: Map<string, string>;
  readonly faults: string[];
};

export function makeRowChecks({ cells, where, place, seen, faults }: Row): RowChecks {
  const fault = (sentence: string) => {
    faults.push(`${where}: ${sentence}`);
    return undefined;
  };
  return {
    text: (column) => textOf(cells[column]),
    list: (column) => {
      const value = cells[column];
      return (Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[;,\s]+/)).map((item) => item.toLowerCase()).filter(Boolean);
    },
    fault,
    isFirst: (key, what) => {
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, place);
      else fault(`${what} stands in ${earlier} already.`);
      return earlier === undefined;
    },
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
