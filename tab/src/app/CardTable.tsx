import type { ReactNode } from 'react';

/** `id` is the end of the cells' class. A hidden head is read out all the same. */
export type Column<Row> = { readonly id: string; readonly head: string; readonly isHeadHidden?: boolean; readonly cell: (row: Row) => ReactNode };
/** `name` is the table's class and the beginning of its cells'. */
type Props<Row> = { readonly name: string; readonly caption: string; readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[]; readonly keyOf: (row: Row) => string };

/** A table that turns into cards where the tab is narrow. */
export function CardTable<Row>({ name, caption, columns, rows, keyOf }: Props<Row>) {
  return (
    <table className={`card-table ${name}`}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, head, isHeadHidden }) => (
            <th key={id} scope="col" className={`${name}-${id}`}>
              {isHeadHidden ? <span className="sr-only">{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ id, cell }) => (
              <td key={id} className={`${name}-${id}`}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
