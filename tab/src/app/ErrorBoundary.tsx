import { Component, type ErrorInfo, type ReactNode } from 'react';
import { StatePage } from './StatePage.js';
import { texts } from './texts.js';

type Props = { readonly children: ReactNode; readonly onCrash: (message: string) => void };

/** The last resort: says what happened instead of an empty page. */
export class ErrorBoundary extends Component<Props, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override componentDidCatch(error: Error, _info: ErrorInfo): void {
    this.props.onCrash(error.message);
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return <StatePage title={texts.crashTitle} text={texts.crashText} actionText={texts.reload} onAction={() => window.location.reload()} />;
  }
}
