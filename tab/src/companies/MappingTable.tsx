import type { MappingView } from '../../../contracts/mappings.js';
import { ActionMenu, type MenuAction } from '../app/ActionMenu.js';
import { CopyButton } from '../app/CopyButton.js';
import { nextStepLink } from '../app/nextStepLink.js';
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

/** A table that turns into cards where the tab is narrow. */
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
    <table className="mappings">
      <caption className="sr-only">{texts.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.tenant}</th>
          <th scope="col">{columns.company}</th>
          <th scope="col">{columns.psa}</th>
          <th scope="col">{columns.how}</th>
          <th scope="col">{columns.who}</th>
          <th scope="col">
            <span className="sr-only">{columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {mappings.map((mapping) => (
          <tr key={`${mapping.tenantId}/${mapping.psaConnectionId}/${mapping.companyId}`}>
            <td className="mapping-tenant">
              <strong>
                <bdi>{mapping.tenantName}</bdi>
              </strong>
              <span className="minor block">
                <bdi>{mapping.domain}</bdi>
              </span>
              <span className="minor block guid">
                <bdi>{mapping.tenantId}</bdi> <CopyButton text={mapping.tenantId} of={mapping.tenantName} />
              </span>
            </td>
            <td className="mapping-company">
              <bdi>{mapping.companyName}</bdi>
              <span className="minor block">
                <bdi>#{mapping.companyId}</bdi>
              </span>
            </td>
            <td className="mapping-psa">
              <bdi>{mapping.psaName}</bdi>
            </td>
            <td className="mapping-how">{texts.origins[mapping.origin]}</td>
            <td className="mapping-who">
              <bdi>{mapping.decidedBy.name}</bdi>
              <span className="minor block">{formatInstant(mapping.decidedAt)}</span>
            </td>
            <td className="mapping-actions">
              <ActionMenu label={texts.rowMenu(mapping.tenantName, mapping.companyName)} actions={actionsOf(mapping)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
