import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { texts } from './texts.js';
import { useTab } from './useTab.js';

type Props = { readonly title: string; readonly hasBack?: boolean; readonly children?: ReactNode; readonly actions?: ReactNode };

/** The page's heading with its buttons, and below it what is to be known about the page. It takes focus when the page opens, so that readers and keyboards start here; never while the person is elsewhere in Teams. */
export function PageHeader({ title, hasBack = false, children, actions }: Props) {
  const { goTo } = useTab();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.hasFocus()) heading.current?.focus();
  }, []);
  return (
    <header className="page-header">
      {hasBack && <Button className="back" appearance="subtle" icon={<ArrowLeftRegular className="turns" />} aria-label={texts.back} title={texts.back} onClick={() => goTo('companies')} />}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
      {children !== undefined && <div className="page-about">{children}</div>}
    </header>
  );
}
