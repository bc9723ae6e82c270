import type { ConnectionDirectory } from '../connections/connectionDirectory.js';
import type { Caller } from '../domain/organization.js';
import type { SourceRef } from '../domain/sync.js';
import type { Clock } from '../runtime/clock.js';
import { AppError } from '../runtime/errors.js';
import type { Store } from '../storage/ports.js';
import { leaseOf } from './pullSource.js';
import type { SyncMonitor } from './syncMonitor.js';

type Ports = { readonly connections: ConnectionDirectory; readonly store: Store; readonly syncMonitor: SyncMonitor; readonly clock: Clock };

/** Longer than any process holds a lease. */
const dayMs = 24 * 60 * 60_000;

/** Ends every pull of the organization, in this process and in others. Nothing of a cancelled pull is kept; the lists stay as they were. */
export function cancelSync({ connections, store, syncMonitor, clock }: Ports) {
  return async ({ orgId, person }: Pick<Caller, 'orgId' | 'person'>): Promise<void> => {
    const { partnerAccounts, psaConnections } = await connections.connectionsOf(orgId);
    const sources: SourceRef[] = [
      ...partnerAccounts.map(({ partnerAccountId }) => ({ kind: 'partner-account', partnerAccountId }) as const),
      ...psaConnections.map(({ psaConnectionId }) => ({ kind: 'psa-connection', psaConnectionId }) as const),
    ];
    const reason = new AppError('cancelled', 'the pull was cancelled by a person', { sentence: `${person.name} cancelled the reading. The lists stay as they were.`, facts: [{ code: 'reading-cancelled', person: person.name }] });
    await Promise.all(
      sources.map(async (source) => {
        if (await syncMonitor.cancel(orgId, source, reason)) return;
        // Another process may be at it: with the lease taken from it, it ends and can write nothing.
        await store.leases.acquire(orgId, leaseOf(source), { now: new Date(clock.now().getTime() + dayMs), until: new Date(0) });
      }),
    );
  };
}
