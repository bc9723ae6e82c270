import { randomUUID } from 'node:crypto';
import type { ActionClaim, OneTimeAction } from '../domain/action.js';
import { hasRole, type Caller, type Role } from '../domain/organization.js';
import { AppError } from '../runtime/errors.js';
import type { ActionPorts } from './offerAction.js';

/** What a press came to. `done` once and for all; `open`: nothing was changed, and the card may be used again. */
export type ActionEffect<Result> = { readonly kind: 'done'; readonly result: Result } | { readonly kind: 'open'; readonly why: string };

export type ActionRequest<Result> = {
  readonly actionId: string;
  readonly choice: unknown;
  /** Is this what the button does? An action of another kind is as good as none. */
  readonly accepts: (task: unknown) => boolean;
  /**
   * Does what the choice says, as the person whose press counts; `caller` is that person. Must have one effect however often it is run for
   * one action and choice, and must find the same answer: after a crash, and for two deliveries at once, it is run again.
   */
  readonly run: (caller: Caller, task: unknown, choice: unknown) => Promise<ActionEffect<Result>>;
  /** May another choice take the place of one that failed without an answer? Only where both can't come true. */
  readonly isReplaceable: (choice: unknown) => boolean;
};

export type ActionUse<Result> =
  /** Never made, made for another organization, or long past. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'expired'; readonly task: unknown }
  | { readonly kind: 'not-allowed'; readonly role: Role }
  | { readonly kind: 'not-yours' }
  /** `isFirst`: this very press did it. */
  | { readonly kind: 'done'; readonly result: Result; readonly task: unknown; readonly claim: ActionClaim; readonly isFirst: boolean }
  | { readonly kind: 'open'; readonly why: string; readonly task: unknown };

const attempts = 8;

/** Uses a card's action: the first press counts, every other is told its result. */
export function useAction({ store, clock }: ActionPorts) {
  return async <Result>(caller: Caller, { actionId, choice, accepts, run, isReplaceable }: ActionRequest<Result>): Promise<ActionUse<Result>> => {
    const { orgId, person, role } = caller;
    const claimId = randomUUID();
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const stored = await store.actions.read(orgId, actionId);
      if (!stored) return { kind: 'unknown' };
      // Written by this file and offerAction.ts.
      const action = JSON.parse(stored.state) as OneTimeAction;
      const { task } = action;
      if (!accepts(task)) return { kind: 'unknown' };
      if (!hasRole(caller, action.role)) return { kind: 'not-allowed', role: action.role };
      if (action.userIds && !action.userIds.includes(person.userId)) return { kind: 'not-yours' };
      if (action.claim && action.result !== null) return { kind: 'done', result: action.result as Result, task, claim: action.claim, isFirst: action.claim.claimId === claimId };

      const replace = (version: number, next: Partial<OneTimeAction>) => store.actions.replace(orgId, { ...stored, version, state: JSON.stringify({ ...action, ...next }) });
      let { version } = stored;
      let claim = action.claim;
      if (!claim) {
        if (clock.now().toISOString() > action.expiresAt) return { kind: 'expired', task };
        claim = { claimId, person, role, at: clock.now().toISOString(), choice };
        version += 1;
        if (!(await replace(version, { claim }))) continue;
      }
      const release = () => replace(version + 1, { claim: null });
      const effect = await run({ ...caller, person: claim.person, role: claim.role }, task, claim.choice).catch(async (error: unknown) => {
        // That it can't be released either is the smaller trouble.
        if (isReplaceable(claim.choice)) await release().catch(() => false);
        throw error;
      });
      if (effect.kind === 'open') {
        await release();
        if (claim.claimId === claimId) return { kind: 'open', why: effect.why, task };
      } else if (await replace(version + 1, { claim, result: effect.result })) {
        return { kind: 'done', result: effect.result, task, claim, isFirst: claim.claimId === claimId };
      }
    }
    throw new AppError('too-many-requests', 'an action was pressed by too many at once', { isRetryable: true });
  };
}

/** The action as it is, for drawing its card anew. Undefined where it is not there. */
export function readAction({ store }: Pick<ActionPorts, 'store'>) {
  return async ({ orgId }: Pick<Caller, 'orgId'>, actionId: string): Promise<OneTimeAction | undefined> => {
    const stored = await store.actions.read(orgId, actionId);
    return stored && (JSON.parse(stored.state) as OneTimeAction);
  };
}
