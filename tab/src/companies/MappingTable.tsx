import type { MappingView } from '../../../contracts/mappings.js';
import { ActionMenu, type MenuAction } from '../app/ActionMenu.js';
import { CardTable } from '../app/CardTable.js';
import { DomainName } from '../app/DomainName.js';
import { NameCell } from '../app/NameCell.js';
import { nextStepLink } from '../app/nextStepLink.js';
import { TenantCell } from '../app/TenantCell.js';
import { useTab } from '../app/useTab.js';
import { formatInstant } from '../app/wording.js';
import { texts } from './texts.js';

type Props = {
  readonly mappings: readonly MappingView[];
  readonly onHistory: (mapping: MappingView) => void;
  readonly onWhy: (mapping: MappingView) => void;
  readonly onChange: (mapping: MappingView) => void;
  readonly onRemove: (mapping: MappingView) => void;
};

export function MappingTable({ mappings, onHistory, onWhy, onChange, onRemove }: Props) {
  const { canMap, host, session } = useTab();
  const { columns } = texts;
  const actionsOf = (mapping: MappingView): MenuAction[] => {
    const url = nextStepLink(session.nextStepUrl, mapping);
    return [
      { text: texts.showWhy, onPick: () => onWhy(mapping) },
      { text: texts.history, onPick: () => onHistory(mapping) },
      ...(url === undefined ? [] : [{ text: texts.nextStep, onPick: () => host.openLink(url) }]),
      ...(canMap
        ? [
            { text: texts.changeCompany, onPick: () => onChange(mapping) },
            { text: texts.removeLink, onPick: () => onRemove(mapping) },
          ]
        : []),
    ];
  };
  return (
    <CardTable
      name="mapping"
      caption={texts.caption}
      rows={mappings}
      keyOf={({ tenantId, psaConnectionId, companyId }) => `${tenantId}/${psaConnectionId}/${companyId}`}
      columns={[
        { id: 'tenant', head: columns.tenant, cell: ({ tenantName, domain, tenantId }) => <TenantCell name={tenantName} minor={<DomainName domain={domain} />} tenantId={tenantId} /> },
        { id: 'company', head: columns.company, cell: ({ companyName, companyId }) => <NameCell name={companyName} minor={<bdi>#{companyId}</bdi>} /> },
        { id: 'psa', head: columns.psa, cell: ({ psaName }) => <bdi>{psaName}</bdi> },
        { id: 'how', head: columns.how, cell: ({ origin }) => texts.origins[origin] },
        { id: 'who', head: columns.who, cell: ({ decidedBy, decidedAt }) => <NameCell name={decidedBy.name} minor={formatInstant(decidedAt)} /> },
        { id: 'actions', head: columns.actions, isHeadHidden: true, cell: (mapping) => <ActionMenu label={texts.rowMenu(mapping.tenantName, mapping.companyName)} actions={actionsOf(mapping)} /> },
      ]}
    />
  );
}
