import { Button } from '@fluentui/react-components';
import type { HistoryEntry } from '../../../contracts/history.js';
import { CardTable } from '../app/CardTable.js';
import { NameCell } from '../app/NameCell.js';
import { formatInstant } from '../app/wording.js';
import { texts } from './texts.js';

type Props = { readonly entries: readonly HistoryEntry[]; readonly undoneIds: ReadonlySet<string>; readonly onOpen: (entry: HistoryEntry) => void };

export function HistoryTable({ entries, undoneIds, onOpen }: Props) {
  const { columns } = texts;
  const numbers = new Map<string, number>(entries.map(({ changeSetId, orgVersion }) => [changeSetId, orgVersion]));
  return (
    <CardTable
      name="history"
      caption={texts.caption}
      rows={entries}
      keyOf={({ changeSetId }) => changeSetId}
      columns={[
        { id: 'when', head: columns.when, cell: ({ at, orgVersion }) => <NameCell name={formatInstant(at)} minor={texts.save(orgVersion)} /> },
        { id: 'who', head: columns.who, cell: ({ actor, via }) => <NameCell name={actor.name} minor={texts.from[via]} /> },
        {
          id: 'what',
          head: columns.what,
          cell: (entry) => (
            <>
              {texts.counts(entry)} {undoneIds.has(entry.changeSetId) && <span className="chip">{texts.isUndone}</span>}
              {entry.undoes !== null && <span className="minor block">{texts.undoOf(numbers.get(entry.undoes))}</span>}
            </>
          ),
        },
        { id: 'note', head: columns.note, cell: ({ reason }) => reason !== '' && <bdi>{reason}</bdi> },
        {
          id: 'actions',
          head: columns.actions,
          isHeadHidden: true,
          cell: (entry) => (
            <Button size="small" aria-label={texts.open(entry.orgVersion)} onClick={() => onOpen(entry)}>
              {texts.openShort}
            </Button>
          ),
        },
      ]}
    />
  );
}
