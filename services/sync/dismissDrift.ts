import { emptyDraft, type TenantDraft } from '../domain/draft.js';
import type { LinkDrift } from '../domain/drift.js';
import type { Caller } from '../domain/organization.js';
import { AppError } from '../runtime/errors.js';
import { isSameChange, listDrift } from './listDrift.js';

/** `change`: as the person saw it. `isFine` false takes it back. */
export type DismissDriftRequest = { readonly change: Pick<LinkDrift, 'kind' | 'tenantId' | 'psaConnectionId' | 'companyId' | 'now'>; readonly isFine: boolean };
/** `outdated`: the change is not there any more, or is another one by now. */
export type DismissDriftResult = { kind: 'done' | 'outdated' };

const tries = 5;

/**
 * Calls a change at a source fine, so that it is off the list until it is another one. It lies in the tenant's row of the draft and stands
 * for itself there: whatever others decide of the tenant meanwhile stays as it is. Repeating it changes nothing.
 */
export function dismissDrift(ports: Parameters<typeof listDrift>[0]) {
  const { clock, store } = ports;
  const list = listDrift(ports);
  return async ({ orgId, person }: Pick<Caller, 'orgId' | 'person'>, { change, isFine }: DismissDriftRequest): Promise<DismissDriftResult> => {
    const { tenantId, ...which } = change;
    const isAsked = (each: LinkDrift) => each.tenantId === tenantId && isSameChange(each, change);
    const { links, dismissed } = await list({ orgId }, { limit: Number.MAX_SAFE_INTEGER });
    if ((isFine ? dismissed : links).some(isAsked)) return { kind: 'done' };
    if (!(isFine ? links : dismissed).some(isAsked)) return { kind: 'outdated' };

    const dismissal = { ...which, decidedBy: person, decidedAt: clock.now().toISOString() };
    const decide = ({ dismissed: before = [], ...rest }: TenantDraft): TenantDraft => {
      const after = [...before.filter((each) => !isSameChange(each, change)), ...(isFine ? [dismissal] : [])];
      return after.length === 0 ? rest : { ...rest, dismissed: after };
    };
    let current = (await store.drafts.read(orgId, 0)).rows.find((row) => row.tenantId === tenantId) ?? emptyDraft(tenantId);
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const { version: baseVersion, ...row } = decide(current);
      const { conflicts } = await store.drafts.write(orgId, [{ baseVersion, row }]);
      const [moved] = conflicts;
      if (!moved) return { kind: 'done' };
      current = moved;
    }
    throw new AppError('storage-unavailable', `the draft of one tenant moved ${tries} times while a change was dismissed`, { isRetryable: true });
  };
}
