import { parseOrgId } from '../services/domain/ids.js';
import type { Services } from '../services/index.js';
import type { Clock } from '../services/runtime/clock.js';
import { toAppError } from '../services/runtime/errors.js';
import type { Logger } from '../services/runtime/logger.js';

const freshMs = 15 * 60_000;

type SyncParts = { readonly orgId: string; readonly services: Pick<Services, 'listConnections' | 'syncSources'>; readonly clock: Clock; readonly logger: Logger; readonly signal: AbortSignal };

/** Pulls all sources once when any was never pulled as a whole, or not for 15 minutes. Never rejects: what fails is logged, and the lists say so. */
export async function syncWhenStale({ orgId, services, clock, logger, signal }: SyncParts): Promise<void> {
  const organization = parseOrgId(orgId);
  if (!organization || signal.aborted) return;
  try {
    const { partnerAccounts, psaConnections } = await services.listConnections({ orgId: organization });
    const freshSince = clock.now().getTime() - freshMs;
    const isStale = [...partnerAccounts, ...psaConnections].some(({ health }) => health.completeAt === null || Date.parse(health.completeAt) < freshSince);
    if (isStale) await services.syncSources({ orgId: organization }, { signal });
  } catch (thrown) {
    if (signal.aborted) return;
    const error = toAppError(thrown);
    logger.error({ code: error.code, err: error }, 'sync at start failed');
  }
}
