import type { LinkDrift } from '../../../contracts/drift.js';
import { ActionMenu, type MenuAction } from '../app/ActionMenu.js';
import { useTab } from '../app/useTab.js';
import { formatInstant } from '../app/wording.js';
import { texts } from './texts.js';

export type DriftStep = 'change' | 'remove' | 'history';
type Props = { readonly links: readonly LinkDrift[]; readonly onStep: (step: DriftStep, link: LinkDrift) => void };

/** A table that turns into cards where the tab is narrow. */
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
    <table className="mappings drift">
      <caption className="sr-only">{texts.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.tenant}</th>
          <th scope="col">{columns.company}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.who}</th>
          <th scope="col">
            <span className="sr-only">{columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={`${link.kind}/${link.tenantId}/${link.psaConnectionId}/${link.companyId}`}>
            <td className="drift-tenant">
              <strong>
                <bdi>{link.tenantName}</bdi>
              </strong>
            </td>
            <td className="drift-company">
              <bdi>{link.companyName}</bdi>
              <span className="minor block">
                <bdi>{link.psaName}</bdi> <bdi>#{link.companyId}</bdi>
              </span>
            </td>
            <td className="drift-what">{texts.what[link.kind](link.nameThen, link.now)}</td>
            <td className="drift-who">
              <bdi>{link.decidedBy.name}</bdi>
              <span className="minor block">{formatInstant(link.decidedAt)}</span>
            </td>
            <td className="drift-actions">
              <ActionMenu label={texts.menu(link.tenantName, link.companyName)} actions={actionsOf(link)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
