import type { LinkDrift } from '../../../contracts/drift.js';
import type { Column } from '../app/CardTable.js';
import { NameCell } from '../app/NameCell.js';
import { texts } from './texts.js';

/** Which link, and what has changed. */
export function driftColumns(): readonly Column<LinkDrift>[] {
  const { columns } = texts;
  return [
    {
      id: 'tenant',
      head: columns.tenant,
      cell: ({ tenantName }) => (
        <strong>
          <bdi>{tenantName}</bdi>
        </strong>
      ),
    },
    {
      id: 'company',
      head: columns.company,
      cell: ({ companyName, psaName, companyId }) => (
        <NameCell
          name={companyName}
          minor={
            <>
              <bdi>{psaName}</bdi> <bdi>#{companyId}</bdi>
            </>
          }
        />
      ),
    },
    { id: 'what', head: columns.what, cell: ({ kind, nameThen, now }) => texts.what[kind](nameThen, now) },
  ];
}

/** One row for each change of a link. */
export function driftKey({ kind, tenantId, psaConnectionId, companyId }: LinkDrift): string {
  return `${kind}/${tenantId}/${psaConnectionId}/${companyId}`;
}
