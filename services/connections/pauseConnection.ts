import type { Caller } from '../domain/organization.js';
import type { SourceRef } from '../domain/sync.js';
import { AppError } from '../runtime/errors.js';
import type { ConnectionPorts } from './connectionPorts.js';
import { appendVersion, changeBy, requireSeen } from './nextVersion.js';
import { findStored } from './readDraft.js';

export type PauseRequest = { readonly source: SourceRef; readonly seenVersion: number; readonly isPaused: boolean };

/** A paused connection keeps its rows and links, and is not pulled until it is resumed. A pull that runs is ended. */
export function pauseConnection(ports: ConnectionPorts) {
  return async (caller: Caller, { source, seenVersion, isPaused }: PauseRequest): Promise<{ version: number }> => {
    const existing = await findStored(ports, caller.orgId, source);
    requireSeen(existing, seenVersion);
    if (existing.isPaused === isPaused) return { version: existing.version };
    const { version } = await appendVersion(ports, caller, { ...existing, version: existing.version + 1, isPaused, change: changeBy(ports, caller, { kind: isPaused ? 'paused' : 'resumed' }) });
    if (isPaused) await ports.syncMonitor.cancel(caller.orgId, source, new AppError('cancelled', 'the connection was paused', { sentence: `${caller.person.name} paused this connection.`, facts: [{ code: 'paused-by', person: caller.person.name }] }));
    return { version };
  };
}
