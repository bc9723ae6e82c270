import { Button } from '@fluentui/react-components';
import type { Dispatch } from 'react';
import type { BulkAction } from './bulkState.js';
import { noFilter } from './gridModel.js';
import { texts } from './texts.js';

type Props = { readonly tenantCount: number; readonly isFiltered: boolean; readonly dispatch: Dispatch<BulkAction> };

/** Why no row is shown, and the way to see some. */
export function EmptyGrid({ tenantCount, isFiltered, dispatch }: Props) {
  if (tenantCount === 0) {
    return (
      <section className="empty">
        <h2>{texts.emptyTitle}</h2>
        <p>{texts.emptyText}</p>
      </section>
    );
  }
  if (!isFiltered) {
    return (
      <section className="empty">
        <h2>{texts.allAddedTitle}</h2>
        <p>{texts.allAddedText}</p>
      </section>
    );
  }
  return (
    <section className="empty">
      <p>{texts.nothingFits}</p>
      <Button onClick={() => dispatch({ kind: 'filter-set', filter: { ...noFilter } })}>{texts.clearFilter}</Button>
    </section>
  );
}
