import { Input, Switch } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import type { Dispatch } from 'react';
import { useLayout } from '../app/useLayout.js';
import type { BulkAction } from './bulkState.js';
import { gridTabs, type GridFilter, type GridTab } from './gridModel.js';
import { PsaSelect } from './PsaSelect.js';
import { StateTabs } from './StateTabs.js';
import { texts } from './texts.js';

type Props = {
  readonly filter: GridFilter;
  readonly counts: Record<GridTab, number>;
  readonly dispatch: Dispatch<BulkAction>;
};

/** State tabs, find box, PSA and the switch for added tenants. */
export function BulkToolbar({ filter, counts, dispatch }: Props) {
  const layout = useLayout();
  const set = (change: Partial<GridFilter>) => dispatch({ kind: 'filter-set', filter: change });
  const tabs = gridTabs.filter((tab) => (tab !== 'added' || filter.showAdded) && ((tab !== 'not-tried' && tab !== 'ignored') || counts[tab] > 0 || filter.tab === tab));
  return (
    <div className="toolbar">
      <StateTabs tabs={tabs} chosen={filter.tab} counts={counts} isList={layout === 'narrow'} onChoose={(tab) => set({ tab })} />
      <div className="toolbar-right">
        {layout !== 'narrow' && <PsaSelect chosen={filter} onChoose={set} />}
        <Input type="search" className="find" contentBefore={<Search20Regular aria-hidden />} aria-label={texts.find} placeholder={layout === 'narrow' ? texts.find : texts.findPlaceholder} value={filter.find} onChange={(_, { value }) => set({ find: value })} />
        {layout !== 'narrow' && <Switch label={texts.showAdded} checked={filter.showAdded} onChange={(_, { checked }) => set({ showAdded: checked, tab: filter.tab === 'added' && !checked ? 'all' : filter.tab })} />}
      </div>
    </div>
  );
}
