import './tenantIds.css';
import { Button, ProgressBar } from '@fluentui/react-components';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { useTab } from '../app/useTab.js';
import { listOf } from '../app/wording.js';
import { remarkText } from '../remarks/remarkText.js';
import { texts } from './texts.js';
import { useStoreTenantIds } from './useStoreTenantIds.js';

type Props = { readonly changeSetId: string; /** Of the rows that were saved. */ readonly psaConnectionIds: readonly string[] };

const mostShown = 5;

/** After a save: offers to write its tenant ids into the PSAs that have a field for them. Give it the change set's id as key. */
export function StoreTenantIds({ changeSetId, psaConnectionIds }: Props) {
  const { psaSkills } = useTab();
  const { state, start, stop } = useStoreTenantIds(changeSetId);
  const able = psaSkills.filter((psa) => psa.canStoreTenantId && psaConnectionIds.includes(psa.psaConnectionId));
  if (able.length === 0) return null;
  if (state.kind === 'idle') {
    return (
      <div className="store-ids">
        <Button size="small" onClick={() => void start()}>
          {texts.offer(listOf(able.map(({ name }) => name)))}
        </Button>
      </div>
    );
  }
  const { stored, alreadyThere, refused, done, total } = state.run;
  const counts = texts.counts({ stored, alreadyThere, refused: refused.length });
  return (
    <div className="store-ids">
      {state.kind === 'failed' && <ErrorNotice error={state.error} />}
      {state.kind === 'running' ? (
        <>
          <span>{texts.running(done, total)}</span>
          <ProgressBar className="store-bar" aria-label={texts.running(done, total)} max={Math.max(1, total)} value={done} />
          <Button size="small" onClick={stop}>
            {texts.stop}
          </Button>
        </>
      ) : (
        <>
          <span role="status">{state.kind === 'done' ? texts.done(counts) : texts.stopped(counts)}</span>
          {(state.kind !== 'done' || refused.length > 0) && (
            <Button size="small" onClick={() => void start()}>
              {state.kind === 'stopped' ? texts.goOn : texts.again}
            </Button>
          )}
        </>
      )}
      {refused.length > 0 && (
        <ul className="store-refused">
          {refused.slice(0, mostShown).map(({ tenantId, companyId, tenantName, companyName, ...why }) => (
            <li key={`${tenantId}/${companyId}`}>{texts.refused(tenantName, companyName, remarkText(why))}</li>
          ))}
          {refused.length > mostShown && <li>{texts.more(refused.length - mostShown)}</li>}
        </ul>
      )}
    </div>
  );
}
