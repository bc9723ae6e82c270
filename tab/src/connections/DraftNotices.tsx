import { Button } from '@fluentui/react-components';
import type { ConnectionType } from '../../../contracts/connections.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { Notice } from '../app/Notice.js';
import { remarkText } from '../remarks/remarkText.js';
import { texts } from './texts.js';
import type { Draft } from './useDraft.js';

/** What came of the latest try. */
export function DraftNotices({ draft, type }: { readonly draft: Draft; readonly type: ConnectionType }) {
  const { checked, refusal, error, problems, run } = draft;
  // A problem with a field that this form does not show would be seen nowhere else.
  const shown = new Set(['name', ...(type.takesFile ? ['file'] : []), ...type.fields.map(({ name }) => `settings.${name}`), ...type.secrets.map(({ name }) => `secrets.${name}`)]);
  const elsewhere = [...problems].filter(([field]) => !shown.has(field)).map(([, sentence]) => sentence);
  return (
    <>
      {error && <ErrorNotice error={error} />}
      {checked && (
        <Notice kind={checked.limits.length === 0 ? 'success' : 'warning'} takesFocus>
          <strong>{texts.connected(checked.count, checked.rows)}</strong>
          {checked.limits.length > 0 && (
            <ul>
              {checked.limits.map((limit) => (
                <li key={limit.sentence}>{remarkText(limit)}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {refusal?.kind === 'failed' && (
        <Notice kind="error" takesFocus>
          <strong className="block">{texts.notConnected}</strong>
          {remarkText(refusal)}
        </Notice>
      )}
      {refusal?.kind === 'invalid' && <Notice kind="error">{[texts.invalid, ...elsewhere].join(' ')}</Notice>}
      {refusal?.kind === 'confirm-hosts' && (
        <Notice
          kind="warning"
          takesFocus
          actions={
            <Button size="small" onClick={() => run(refusal.work, refusal.hosts)}>
              {texts.confirmYes}
            </Button>
          }
        >
          {refusal.hosts.map((host) => (
            <span key={host} className="block">
              <strong className="block">{texts.confirmTitle(host)}</strong>
              {texts.confirmText(host, type.name)}
            </span>
          ))}
        </Notice>
      )}
    </>
  );
}
