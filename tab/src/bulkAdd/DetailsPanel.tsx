import './details.css';
import { useId, type ComponentProps, type Ref } from 'react';
import { RowDetails } from './RowDetails.js';
import { texts } from './texts.js';

type Props = Omit<ComponentProps<typeof RowDetails>, 'hasKeys'> & { readonly ref: Ref<HTMLHeadingElement>; /** Back to the grid. */ readonly onLeave: () => void; readonly onHelp: () => void };

/** The details of the row that has focus, beside the grid. */
export function DetailsPanel({ ref, onLeave, onHelp, ...details }: Props) {
  const titleId = useId();
  return (
    <aside
      className="details details-panel"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !(event.target as Element).closest('dialog')) onLeave();
      }}
    >
      <h2 id={titleId} ref={ref} tabIndex={-1}>
        <bdi>{details.row.tenant.name}</bdi>
      </h2>
      <RowDetails key={details.row.tenant.tenantId} {...details} hasKeys />
      {details.actions && (
        <p className="key-hints minor">
          <kbd>{texts.keys.enter}</kbd> {texts.hints.accept} · <kbd>1</kbd>–<kbd>3</kbd> {texts.hints.choose} · <kbd>I</kbd> {texts.hints.ignore} · <kbd>{texts.keys.ctrl}</kbd>+<kbd>Z</kbd> {texts.hints.undo} ·{' '}
          <button type="button" className="link-button" onClick={onHelp}>
            {texts.allKeys}
          </button>
        </p>
      )}
    </aside>
  );
}
