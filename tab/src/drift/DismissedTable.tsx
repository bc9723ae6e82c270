import { Button } from '@fluentui/react-components';
import type { DismissedDrift } from '../../../contracts/drift.js';
import { CardTable, type Column } from '../app/CardTable.js';
import { NameCell } from '../app/NameCell.js';
import { useTab } from '../app/useTab.js';
import { formatInstant } from '../app/wording.js';
import { driftColumns, driftKey } from './driftColumns.js';
import { texts } from './texts.js';

type Props = { readonly dismissed: readonly DismissedDrift[]; readonly isBusy: boolean; readonly onTakeBack: (change: DismissedDrift) => void };

/** What was called fine, by whom and when. */
export function DismissedTable({ dismissed, isBusy, onTakeBack }: Props) {
  const { canMap } = useTab();
  const { columns } = texts;
  const actions: Column<DismissedDrift> = {
    id: 'actions',
    head: columns.actions,
    isHeadHidden: true,
    cell: (change) => (
      <Button size="small" aria-label={texts.takeBackOf(change.tenantName, change.companyName)} disabledFocusable={isBusy} onClick={() => onTakeBack(change)}>
        {texts.takeBack}
      </Button>
    ),
  };
  return (
    <CardTable
      name="dismissed"
      caption={texts.fineCaption}
      rows={dismissed}
      keyOf={driftKey}
      columns={[
        ...driftColumns(),
        { id: 'who', head: columns.fineBy, cell: ({ dismissedBy, dismissedAt }) => <NameCell name={dismissedBy.name} minor={formatInstant(dismissedAt)} /> },
        ...(canMap ? [actions] : []),
      ]}
    />
  );
}
