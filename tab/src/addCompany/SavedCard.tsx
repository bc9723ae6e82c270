import { Button } from '@fluentui/react-components';
import { CheckmarkCircle28Filled } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { nextStepLink } from '../app/nextStepLink.js';
import { texts as appTexts } from '../app/texts.js';
import { useTab } from '../app/useTab.js';
import { StoreTenantIds } from '../tenantIds/StoreTenantIds.js';
import { texts as savingTexts } from '../saving/texts.js';
import { texts } from './texts.js';

type Props = {
  readonly tenant: { readonly tenantId: string; readonly name: string };
  readonly company: { readonly psaConnectionId: string; readonly companyId: string; readonly name: string };
  readonly changeSetId: string;
  readonly isRepeat: boolean;
  readonly isUndoing: boolean;
  readonly onUndo: () => void;
  readonly onAnother: () => void;
};

/** The result, and the next step. */
export function SavedCard({ tenant, company, changeSetId, isRepeat, isUndoing, onUndo, onAnother }: Props) {
  const { session, host } = useTab();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const url = nextStepLink(session.nextStepUrl, { tenantId: tenant.tenantId, companyId: company.companyId });
  return (
    <section className="card saved-card">
      <CheckmarkCircle28Filled className="saved-icon" aria-hidden />
      <h2 ref={heading} tabIndex={-1}>
        {texts.savedTitle(tenant.name, company.name)}
      </h2>
      {isRepeat && <p>{savingTexts.repeated}</p>}
      {url === undefined && <p>{texts.nextStepHint}</p>}
      <StoreTenantIds key={changeSetId} changeSetId={changeSetId} psaConnectionIds={[company.psaConnectionId]} />
      <div className="button-row">
        {url !== undefined && (
          <Button appearance="primary" onClick={() => host.openLink(url)}>
            {texts.nextStep}
          </Button>
        )}
        <Button appearance={url === undefined ? 'primary' : 'secondary'} onClick={onAnother}>
          {texts.addAnother}
        </Button>
        <Button disabledFocusable={isUndoing} onClick={onUndo}>
          {appTexts.undo}
        </Button>
      </div>
    </section>
  );
}
