import { useRef, type KeyboardEvent } from 'react';
import { formatNumber } from '../app/wording.js';
import type { GridTab } from './gridModel.js';
import { texts } from './texts.js';

export const gridPanelId = 'tenant-panel';

type Props = {
  readonly tabs: readonly GridTab[];
  readonly chosen: GridTab;
  readonly counts: Record<GridTab, number>;
  /** A drop-down where there is no room for tabs. */
  readonly isList: boolean;
  readonly onChoose: (tab: GridTab) => void;
};

/** Filters by state, each with its count. Arrow keys move between tabs. */
export function StateTabs({ tabs, chosen, counts, isList, onChoose }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  if (isList) {
    return (
      <select className="select state-select" aria-label={texts.tabsLabel} value={chosen} onChange={(event) => onChoose(tabs.find((tab) => tab === event.target.value) ?? 'all')}>
        {tabs.map((tab) => (
          <option key={tab} value={tab}>
            {texts.tabs[tab]} ({formatNumber(counts[tab])})
          </option>
        ))}
      </select>
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = by === undefined ? undefined : tabs[(tabs.indexOf(chosen) + by + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    ref.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <div ref={ref} role="tablist" aria-label={texts.tabsLabel} className="tabs" onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button key={tab} type="button" role="tab" data-tab={tab} aria-selected={tab === chosen} aria-controls={gridPanelId} tabIndex={tab === chosen ? 0 : -1} className="tab" onClick={() => onChoose(tab)}>
          {texts.tabs[tab]} <strong>{formatNumber(counts[tab])}</strong>
        </button>
      ))}
    </div>
  );
}
