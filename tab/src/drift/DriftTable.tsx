import type { LinkDrift } from '../../../contracts/drift.js';
import { ActionMenu, type MenuAction } from '../app/ActionMenu.js';
import { CardTable } from '../app/CardTable.js';
import { NameCell } from '../app/NameCell.js';
import { useTab } from '../app/useTab.js';
import { formatInstant } from '../app/wording.js';
import { texts } from './texts.js';

export type DriftStep = 'change' | 'remove' | 'history';
type Props = { readonly links: readonly LinkDrift[]; readonly onStep: (step: DriftStep, link: LinkDrift) => void };

export function DriftTable({ links, onStep }: Props) {
  const { canMap } = useTab();
  const { columns } = texts;
  const actionsOf = (link: LinkDrift): MenuAction[] => [
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
      keyOf={({ kind, tenantId, psaConnectionId, companyId }) => `${kind}/${tenantId}/${psaConnectionId}/${companyId}`}
      columns={[
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
        { id: 'who', head: columns.who, cell: ({ decidedBy, decidedAt }) => <NameCell name={decidedBy.name} minor={formatInstant(decidedAt)} /> },
        { id: 'actions', head: columns.actions, isHeadHidden: true, cell: (link) => <ActionMenu label={texts.menu(link.tenantName, link.companyName)} actions={actionsOf(link)} /> },
      ]}
    />
  );
}
