import { Input, Switch } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import type { Dispatch } from 'react';
import { psaLabel } from '../app/psaLabel.js';
import { useLayout } from '../app/useLayout.js';
import { useTab } from '../app/useTab.js';
import type { BulkAction } from './bulkState.js';
import { gridTabs, type GridFilter, type GridTab } from './gridModel.js';
import { StateTabs } from './StateTabs.js';
import { texts } from './texts.js';

type Props = {
  readonly filter: GridFilter;
  readonly counts: Record<GridTab, number>;
  readonly dispatch: Dispatch<BulkAction>;
};

/** State tabs, find box, PSA and the switch for added tenants. */
export function BulkToolbar({ filter, counts, dispatch }: Props) {
  const { connections } = useTab();
  const layout = useLayout();
  const set = (change: Partial<GridFilter>) => dispatch({ kind: 'filter-set', filter: change });
  const tabs = gridTabs.filter((tab) => (tab !== 'added' || filter.showAdded) && ((tab !== 'not-tried' && tab !== 'ignored') || counts[tab] > 0 || filter.tab === tab));
  const psas = connections.psaConnections;
  return (
    <div className="toolbar">
      <StateTabs tabs={tabs} chosen={filter.tab} counts={counts} isList={layout === 'narrow'} onChoose={(tab) => set({ tab })} />
      <div className="toolbar-right">
        {psas.length > 1 && (
          <select className="select" aria-label={texts.psa} value={filter.psaConnectionId ?? ''} onChange={(event) => set({ psaConnectionId: event.target.value || null })}>
            <option value="">{texts.allPsas}</option>
            {psas.map((psa) => (
              <option key={psa.psaConnectionId} value={psa.psaConnectionId}>
                {psaLabel(psa)}
              </option>
            ))}
          </select>
        )}
        <Input type="search" className="find" contentBefore={<Search20Regular aria-hidden />} aria-label={texts.find} placeholder={texts.findPlaceholder} value={filter.find} onChange={(_, { value }) => set({ find: value })} />
        <Switch label={texts.showAdded} checked={filter.showAdded} onChange={(_, { checked }) => set({ showAdded: checked, tab: filter.tab === 'added' && !checked ? 'all' : filter.tab })} />
      </div>
    </div>
  );
}
