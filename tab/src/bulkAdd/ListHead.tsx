import type { ComponentProps } from 'react';
import type { GridRow } from './gridRow.js';
import { PsaSelect } from './PsaSelect.js';
import { texts } from './texts.js';

type Props = {
  /** Rows that have a company, of those that pass the filter: on the page or not. */
  readonly pickable: readonly GridRow[];
  readonly onInclude: (isIncluded: boolean) => void;
  /** Set where the toolbar has no room for it. */
  readonly psa: ComponentProps<typeof PsaSelect> | undefined;
};

/** Takes all that the filter shows into the next save, or leaves all out. */
export function ListHead({ pickable, onInclude, psa }: Props) {
  const isAll = pickable.length > 0 && pickable.every((row) => row.isIncluded);
  return (
    <div className="list-head">
      {pickable.length > 0 && (
        <label className="select-shown">
          <input
            type="checkbox"
            checked={isAll}
            ref={(input) => {
              if (input) input.indeterminate = !isAll && pickable.some((row) => row.isIncluded);
            }}
            onChange={(event) => onInclude(event.target.checked)}
          />
          {texts.selectShown(pickable.length)}
        </label>
      )}
      {psa && <PsaSelect {...psa} />}
    </div>
  );
}
