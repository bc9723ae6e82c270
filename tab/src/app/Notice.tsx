import { Button } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, DismissRegular, ErrorCircle20Filled, Info20Filled, Warning20Filled } from '@fluentui/react-icons';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { texts } from './texts.js';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

const icons = { info: Info20Filled, success: CheckmarkCircle20Filled, warning: Warning20Filled, error: ErrorCircle20Filled } as const;

type Props = {
  readonly kind: NoticeKind;
  readonly children: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
  /** For a result whose cause is about to leave the page, so that focus has a place to go. */
  readonly takesFocus?: boolean;
};

/** A message in the flow of the page. Errors are read out at once, the others politely. */
export function Notice({ kind, children, actions, onDismiss, takesFocus = false }: Props) {
  const Icon = icons[kind];
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const wasLost = document.hasFocus() && document.activeElement === document.body;
    if (takesFocus || wasLost) ref.current?.focus();
  }, [takesFocus]);
  const dismiss = () => {
    onDismiss?.();
    document.querySelector('h1')?.focus();
  };
  return (
    <div ref={ref} tabIndex={-1} className={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon className="notice-icon" aria-hidden />
      <div className="notice-text">{children}</div>
      {(actions !== undefined || onDismiss) && (
        <div className="notice-actions">
          {actions}
          {onDismiss && <Button size="small" appearance="transparent" icon={<DismissRegular />} aria-label={texts.dismiss} onClick={dismiss} />}
        </div>
      )}
    </div>
  );
}
