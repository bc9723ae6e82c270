import { Button } from '@fluentui/react-components';
import { useState, type Dispatch, type ReactNode } from 'react';
import { MissingDialog } from '../sources/MissingDialog.js';
import { texts as sourceTexts } from '../sources/texts.js';
import type { BulkAction } from './bulkState.js';
import { noFilter, type GridFilter, type GridTab } from './gridModel.js';
import { texts } from './texts.js';

type Props = {
  readonly tenantCount: number;
  readonly filter: GridFilter;
  readonly counts: Readonly<Record<GridTab, number>>;
  /** Some source has not been read, or could not be. */
  readonly isReading: boolean;
  readonly dispatch: Dispatch<BulkAction>;
};

/** Why no row is shown, and what to do next. */
export function EmptyGrid({ tenantCount, filter, counts, isReading, dispatch }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const show = (tab: GridTab) => dispatch({ kind: 'filter-set', filter: { ...noFilter, showAdded: filter.showAdded, psaConnectionId: filter.psaConnectionId, tab } });
  if (tenantCount === 0) return <Empty title={isReading ? texts.readingTitle : texts.emptyTitle} text={isReading ? texts.readingText : texts.emptyText} />;
  if (counts.all === 0 && filter.psaConnectionId === null) {
    return (
      <Empty title={texts.allAddedTitle} text={texts.allAddedText}>
        <Button onClick={() => dispatch({ kind: 'filter-set', filter: { ...noFilter, showAdded: true } })}>{texts.showThem}</Button>
      </Empty>
    );
  }
  const isNarrowed = filter.usedTwice || filter.notSaved;
  const waiting = (['needs-review', 'unmatched', 'not-tried'] as const).filter((tab) => counts[tab] > 0 && tab !== filter.tab);
  if (filter.find === '' && !isNarrowed && waiting.length > 0) {
    return (
      <Empty title={texts.emptyTab[filter.tab]} text={texts.next(waiting.map((tab) => texts.waiting[tab](counts[tab])).join(', '))}>
        <div className="button-row">
          {waiting.map((tab, index) => (
            <Button key={tab} appearance={index === 0 ? 'primary' : 'secondary'} onClick={() => show(tab)}>
              {texts.showTab(texts.tabs[tab], counts[tab])}
            </Button>
          ))}
        </div>
      </Empty>
    );
  }
  return (
    <Empty text={filter.find === '' && !isNarrowed ? texts.emptyTab[filter.tab] : texts.nothingFits}>
      <div className="button-row">
        <Button onClick={() => dispatch({ kind: 'filter-set', filter: { ...noFilter, showAdded: filter.showAdded } })}>{texts.clearFilter}</Button>
        {filter.find !== '' && (
          <Button aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
            {sourceTexts.missing}
          </Button>
        )}
      </div>
      {isAsking && <MissingDialog query={filter.find} onClose={() => setIsAsking(false)} />}
    </Empty>
  );
}

function Empty({ title, text, children }: { readonly title?: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <section className="empty">
      {title !== undefined && <h2>{title}</h2>}
      <p>{text}</p>
      {children}
    </section>
  );
}
