import { Button } from '@fluentui/react-components';
import { CardTable, type Column } from '../app/CardTable.js';
import { DomainName } from '../app/DomainName.js';
import { NameCell } from '../app/NameCell.js';
import { TenantCell } from '../app/TenantCell.js';
import { useTab } from '../app/useTab.js';
import { formatDay, formatInstant } from '../app/wording.js';
import type { IgnoredRow } from './ignoredRows.js';
import { texts } from './texts.js';

type Props = { readonly rows: readonly IgnoredRow[]; readonly busyTenantId: string | undefined; readonly onTakeBack: (row: IgnoredRow) => void };

export function IgnoredTable({ rows, busyTenantId, onTakeBack }: Props) {
  const { canMap } = useTab();
  const { columns } = texts;
  const actions: Column<IgnoredRow> = {
    id: 'actions',
    head: columns.actions,
    isHeadHidden: true,
    cell: (row) => (
      <Button size="small" aria-label={texts.takeBackOf(row.name)} disabledFocusable={busyTenantId !== undefined} onClick={() => onTakeBack(row)}>
        {texts.takeBack}
      </Button>
    ),
  };
  return (
    <CardTable
      name="ignored"
      caption={texts.caption}
      rows={rows}
      keyOf={({ tenantId }) => tenantId}
      columns={[
        { id: 'tenant', head: columns.tenant, cell: ({ name, domain, isListed, tenantId }) => <TenantCell name={name} minor={isListed ? <DomainName domain={domain} /> : texts.notListed} tenantId={tenantId} /> },
        { id: 'reason', head: columns.reason, cell: ({ reason }) => (reason === '' ? <span className="minor">{texts.noReason}</span> : <bdi>{reason}</bdi>) },
        { id: 'who', head: columns.who, cell: ({ decidedBy, decidedAt }) => <NameCell name={decidedBy.name} minor={formatInstant(decidedAt)} /> },
        {
          id: 'until',
          head: columns.until,
          cell: ({ until }) =>
            until === null ? (
              texts.forGood
            ) : (
              <>
                <span className="cell-label minor">{columns.until}</span> {formatDay(until)}
              </>
            ),
        },
        ...(canMap ? [actions] : []),
      ]}
    />
  );
}
