import { Button } from '@fluentui/react-components';
import { useCallback } from 'react';
import { Notice } from '../app/Notice.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { driftCounts } from './driftCounts.js';
import { texts } from './texts.js';

/** Says on the start page that there is something to look at; nothing while that is not known. */
export function DriftNotice() {
  const { api, goTo, listsVersion } = useTab();
  const load = useCallback(
    (signal: AbortSignal) => {
      // A refresh may bring changes.
      void listsVersion;
      return api.call('listDrift', { limit: 1 }, { signal });
    },
    [api, listsVersion],
  );
  const { data } = useLoad(load);
  const counts = data && driftCounts(data);
  if (!counts || counts.links + counts.newTenants === 0) return null;
  return (
    <Notice
      kind={counts.links > 0 ? 'warning' : 'info'}
      actions={
        <Button size="small" onClick={() => goTo('drift')}>
          {texts.look}
        </Button>
      }
    >
      {texts.notice(counts)}
    </Notice>
  );
}
