import { Button } from '@fluentui/react-components';
import type { HistoryEntry } from '../../../contracts/history.js';
import { formatInstant } from '../app/wording.js';
import { texts } from './texts.js';

type Props = { readonly entries: readonly HistoryEntry[]; readonly undoneIds: ReadonlySet<string>; readonly onOpen: (entry: HistoryEntry) => void };

/** A table that turns into cards where the tab is narrow. */
export function HistoryTable({ entries, undoneIds, onOpen }: Props) {
  const { columns } = texts;
  const numbers = new Map<string, number>(entries.map(({ changeSetId, orgVersion }) => [changeSetId, orgVersion]));
  return (
    <table className="mappings history">
      <caption className="sr-only">{texts.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.when}</th>
          <th scope="col">{columns.who}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.note}</th>
          <th scope="col">
            <span className="sr-only">{columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const { changeSetId, orgVersion, at, actor, via, reason, undoes } = entry;
          return (
            <tr key={changeSetId}>
              <td className="history-when">
                {formatInstant(at)}
                <span className="minor block">{texts.save(orgVersion)}</span>
              </td>
              <td className="history-who">
                <bdi>{actor.name}</bdi>
                <span className="minor block">{texts.from[via]}</span>
              </td>
              <td className="history-what">
                {texts.counts(entry)} {undoneIds.has(changeSetId) && <span className="chip">{texts.isUndone}</span>}
                {undoes !== null && <span className="minor block">{texts.undoOf(numbers.get(undoes))}</span>}
              </td>
              <td className="history-note">{reason !== '' && <bdi>{reason}</bdi>}</td>
              <td className="history-open">
                <Button size="small" aria-label={texts.open(orgVersion)} onClick={() => onOpen(entry)}>
                  {texts.openShort}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
