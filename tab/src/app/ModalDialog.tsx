import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { texts } from './texts.js';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly actions?: ReactNode;
  readonly className?: string;
  /** Where to put it, in pixels of the window; else in the middle. */
  readonly place?: { readonly left: number; readonly top: number; readonly width: number; readonly height: number } | undefined;
};

/** The browser's own modal: it traps focus, closes on Escape and gives focus back to where it was. What is marked `data-first-focus` has focus first. */
export function ModalDialog({ title, onClose, children, actions, className = '', place }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closed before it leaves the page (a layout effect's cleanup), else the browser cannot give focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) {
      dialog.showModal();
      // The browser would take the close button, which comes first.
      dialog.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    }
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={`dialog ${place ? 'dialog-placed' : ''} ${className}`}
      aria-labelledby={titleId}
      style={place && { left: place.left, top: place.top, width: place.width, height: place.height }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className="dialog-body">
        <div className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <Button appearance="transparent" icon={<DismissRegular />} aria-label={texts.close} onClick={onClose} />
        </div>
        <div className="dialog-content">{children}</div>
        {actions !== undefined && <div className="dialog-actions">{actions}</div>}
      </div>
    </dialog>
  );
}
