import { Button } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, DismissRegular, ErrorCircle20Filled, Info20Filled, Warning20Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { texts } from './texts.js';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

const icons = { info: Info20Filled, success: CheckmarkCircle20Filled, warning: Warning20Filled, error: ErrorCircle20Filled } as const;

type Props = {
  readonly kind: NoticeKind;
  readonly children: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
};

/** A message in the flow of the page. Errors are read out at once, the others politely. */
export function Notice({ kind, children, actions, onDismiss }: Props) {
  const Icon = icons[kind];
  return (
    <div className={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon className="notice-icon" aria-hidden />
      <div className="notice-text">{children}</div>
      {(actions !== undefined || onDismiss) && (
        <div className="notice-actions">
          {actions}
          {onDismiss && <Button size="small" appearance="transparent" icon={<DismissRegular />} aria-label={texts.dismiss} onClick={onDismiss} />}
        </div>
      )}
    </div>
  );
}
