import './ignored.css';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { FindInput } from '../app/FindInput.js';
import { Notice } from '../app/Notice.js';
import { PageHeader } from '../app/PageHeader.js';
import { Spinner } from '../app/Spinner.js';
import { texts as appTexts } from '../app/texts.js';
import { useTab } from '../app/useTab.js';
import { findIgnored } from './ignoredRows.js';
import { IgnoredTable } from './IgnoredTable.js';
import { texts } from './texts.js';
import { useIgnored } from './useIgnored.js';

const pageSize = 200;

/** The tenants that need no company: why, who said so, until when; and the way back. */
export function IgnoredPage() {
  const { canMap, goTo } = useTab();
  const { data, error, reload, step, takeBack, ignoreAgain, dismiss } = useIgnored();
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(pageSize);
  const found = findIgnored(data ?? [], query);
  const undo = step.kind === 'done' && step.undo;
  return (
    <div className="page">
      <PageHeader title={texts.title} hasBack />
      <main className="page-main">
        {!canMap && <Notice kind="info">{appTexts.readOnly}</Notice>}
        {step.kind === 'failed' && <ErrorNotice error={step.error} onDismiss={dismiss} />}
        {step.kind === 'lost' && (
          <Notice kind="warning" takesFocus onDismiss={dismiss}>
            {step.text}
          </Notice>
        )}
        {step.kind === 'done' && (
          <Notice
            key={step.text}
            kind="success"
            takesFocus
            onDismiss={dismiss}
            actions={
              undo && (
                <Button size="small" onClick={() => ignoreAgain(undo.row, undo.baseVersion)}>
                  {appTexts.undo}
                </Button>
              )
            }
          >
            {step.text}
          </Notice>
        )}
        {error && <ErrorNotice error={error} onRetry={reload} />}
        {!data && !error && <Spinner label={texts.loading} className="page-spinner" />}
        {data?.length === 0 && (
          <section className="empty">
            <h2>{texts.emptyTitle}</h2>
            <p>{texts.emptyText}</p>
            <Button onClick={() => goTo('bulk')}>{texts.openBulk}</Button>
          </section>
        )}
        {data && data.length > 0 && (
          <>
            <div className="find-line">
              <FindInput label={texts.find} placeholder={texts.findPlaceholder} value={query} onChange={setQuery} />
              <span role="status" className="minor">
                {texts.shown(found.length, data.length)}
              </span>
            </div>
            {found.length === 0 ? (
              <section className="empty">
                <p>{texts.nothingFound(query)}</p>
                <Button onClick={() => setQuery('')}>{texts.clear}</Button>
              </section>
            ) : (
              <IgnoredTable rows={found.slice(0, limit)} busyTenantId={step.kind === 'running' ? step.tenantId : undefined} onTakeBack={takeBack} />
            )}
            {found.length > limit && <Button onClick={() => setLimit(limit + pageSize)}>{texts.more(Math.min(pageSize, found.length - limit))}</Button>}
          </>
        )}
      </main>
    </div>
  );
}
