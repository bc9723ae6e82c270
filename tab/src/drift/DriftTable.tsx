import type { LinkDrift } from '../../../contracts/drift.js';
import { ActionMenu, type MenuAction } from '../app/ActionMenu.js';
import { CardTable } from '../app/CardTable.js';
import { NameCell } from '../app/NameCell.js';
import { useTab } from '../app/useTab.js';
import { formatInstant } from '../app/wording.js';
import { driftColumns, driftKey } from './driftColumns.js';
import { texts } from './texts.js';

export type DriftStep = 'change' | 'remove' | 'history';
type Props = { readonly links: readonly LinkDrift[]; readonly onStep: (step: DriftStep, link: LinkDrift) => void; readonly onFine: (link: LinkDrift) => void };

export function DriftTable({ links, onStep, onFine }: Props) {
  const { canMap } = useTab();
  const { columns } = texts;
  const actionsOf = (link: LinkDrift): MenuAction[] => [
    ...(canMap ? [{ text: texts.fine, onPick: () => onFine(link) }] : []),
    { text: texts.history, onPick: () => onStep('history', link) },
    ...(canMap
      ? [
          { text: texts.changeCompany, onPick: () => onStep('change', link) },
          { text: texts.removeLink, onPick: () => onStep('remove', link) },
        ]
      : []),
  ];
  return (
    <CardTable
      name="drift"
      caption={texts.caption}
      rows={links}
      keyOf={driftKey}
      columns={[
        ...driftColumns(),
        { id: 'who', head: columns.who, cell: ({ decidedBy, decidedAt }) => <NameCell name={decidedBy.name} minor={formatInstant(decidedAt)} /> },
        { id: 'actions', head: columns.actions, isHeadHidden: true, cell: (link) => <ActionMenu label={texts.menu(link.tenantName, link.companyName)} actions={actionsOf(link)} /> },
      ]}
    />
  );
}
