import { useEffect, useState } from 'react';
import type { PsaSkills } from '../../../contracts/psaWrites.js';
import type { Connections, Session } from '../../../contracts/session.js';
import type { ApiClient } from '../apiClient.js';

export type PsaSkill = PsaSkills['psas'][number];
const none: readonly PsaSkill[] = [];

/** What this person may write to each PSA; nothing for those who may not, and while it is not known. Asked again when the connections change. */
export function usePsaSkills(api: ApiClient, { role }: Session, { psaConnections }: Connections): readonly PsaSkill[] {
  const [skills, setSkills] = useState(none);
  const mayWrite = role === 'approver' || role === 'admin';
  const connected = psaConnections.map(({ psaConnectionId, health }) => `${psaConnectionId} ${health.completeAt ?? ''}`).join();
  useEffect(() => {
    if (!mayWrite) return undefined;
    const abort = new AbortController();
    api.call('listPsaSkills', {}, { signal: abort.signal }).then(
      ({ psas }) => abort.signal.aborted || setSkills(psas),
      // Without it the pages offer less, and the next look asks again.
      () => undefined,
    );
    return () => abort.abort();
  }, [api, mayWrite, connected]);
  return mayWrite ? skills : none;
}
