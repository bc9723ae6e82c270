import { randomBytes } from 'node:crypto';
import type { OneTimeAction } from '../domain/action.js';
import type { OrgId, UserId } from '../domain/ids.js';
import type { Caller, Role } from '../domain/organization.js';
import type { Clock } from '../runtime/clock.js';
import type { Logger } from '../runtime/logger.js';
import type { ActionStore } from '../storage/ports.js';

export type ActionPorts = { readonly store: { readonly actions: ActionStore }; readonly clock: Clock; readonly logger: Logger };
export type NewAction = { readonly role: Role; readonly userIds: readonly UserId[] | null; readonly task: unknown; /** Given where it must be the same for everybody who draws the card; 32 hex digits. */ readonly actionId?: string };

/** A card may be pressed so long. */
const usableMs = 60 * 60_000;
/** The first result is told so long, whenever the press comes again. */
const keptMs = 7 * 24 * 60 * 60_000;
const clearEveryMs = 60 * 60_000;

/** Keeps what the buttons of a card will do. The id that it answers with is all that the card may carry. */
export function offerAction({ store, clock, logger }: ActionPorts) {
  const clearedAt = new Map<OrgId, number>();

  function clearNowAndThen(orgId: OrgId, now: Date): void {
    if (now.getTime() - (clearedAt.get(orgId) ?? 0) < clearEveryMs) return;
    clearedAt.set(orgId, now.getTime());
    store.actions.removeExpired(orgId, now).catch((error: unknown) => logger.warn({ err: error }, 'old actions could not be removed; the next hour tries again'));
  }

  return async ({ orgId }: Pick<Caller, 'orgId'>, { role, userIds, task, actionId = newActionId() }: NewAction): Promise<string> => {
    const now = clock.now();
    const action: OneTimeAction = { role, userIds, expiresAt: new Date(now.getTime() + usableMs).toISOString(), task, claim: null, result: null };
    await store.actions.add(orgId, { actionId, keptUntil: new Date(now.getTime() + keptMs).toISOString(), state: JSON.stringify(action) });
    clearNowAndThen(orgId, now);
    return actionId;
  };
}

/** 128 bits that nobody guesses. */
export function newActionId(): string {
  return randomBytes(16).toString('hex');
}
