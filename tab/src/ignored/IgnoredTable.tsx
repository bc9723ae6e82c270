import { Button } from '@fluentui/react-components';
import { CopyButton } from '../app/CopyButton.js';
import { useTab } from '../app/useTab.js';
import { formatDay, formatInstant } from '../app/wording.js';
import type { IgnoredRow } from './ignoredRows.js';
import { texts } from './texts.js';

type Props = { readonly rows: readonly IgnoredRow[]; readonly busyTenantId: string | undefined; readonly onTakeBack: (row: IgnoredRow) => void };

/** A table that turns into cards where the tab is narrow. */
export function IgnoredTable({ rows, busyTenantId, onTakeBack }: Props) {
  const { canMap } = useTab();
  const { columns } = texts;
  return (
    <table className="mappings ignored">
      <caption className="sr-only">{texts.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.tenant}</th>
          <th scope="col">{columns.reason}</th>
          <th scope="col">{columns.who}</th>
          <th scope="col">{columns.until}</th>
          {canMap && (
            <th scope="col">
              <span className="sr-only">{columns.actions}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.tenantId}>
            <td className="ignored-tenant">
              <strong>
                <bdi>{row.name}</bdi>
              </strong>
              <span className="minor block">{row.isListed ? <bdi>{row.domain}</bdi> : texts.notListed}</span>
              <span className="minor block guid">
                <bdi>{row.tenantId}</bdi> <CopyButton text={row.tenantId} of={row.name} />
              </span>
            </td>
            <td className="ignored-reason">{row.reason === '' ? <span className="minor">{texts.noReason}</span> : <bdi>{row.reason}</bdi>}</td>
            <td className="ignored-who">
              <bdi>{row.decidedBy.name}</bdi>
              <span className="minor block">{formatInstant(row.decidedAt)}</span>
            </td>
            <td className="ignored-until">
              <span className="cell-label minor">{columns.until}</span> {row.until === null ? <span>{texts.forGood}</span> : formatDay(row.until)}
            </td>
            {canMap && (
              <td className="ignored-actions">
                <Button size="small" aria-label={texts.takeBackOf(row.name)} disabledFocusable={busyTenantId !== undefined} onClick={() => onTakeBack(row)}>
                  {texts.takeBack}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
