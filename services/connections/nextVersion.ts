import type { ConnectionChange, StoredConnection } from '../domain/connection.js';
import type { Caller } from '../domain/organization.js';
import { sourceRefText } from '../domain/sync.js';
import { AppError } from '../runtime/errors.js';
import type { ConnectionPorts } from './connectionPorts.js';

type What = Pick<ConnectionChange, 'kind'> & { readonly details?: string };
type Ports = Pick<ConnectionPorts, 'store' | 'clock' | 'logger'>;

/** Who does it, and now. */
export function changeBy({ clock }: Pick<Ports, 'clock'>, { person }: Pick<Caller, 'person'>, { kind, details = '' }: What): ConnectionChange {
  return { kind, by: person, at: clock.now().toISOString(), details };
}

/** AppError `connection-changed` unless the person saw the newest version. */
export function requireSeen(existing: StoredConnection, seenVersion: number): void {
  if (existing.version !== seenVersion) throw changed(existing);
}

/** Keeps the next version. AppError `connection-changed` when somebody was quicker. */
export async function appendVersion({ store, logger }: Ports, { orgId, requestId }: Pick<Caller, 'orgId' | 'requestId'>, next: StoredConnection): Promise<StoredConnection> {
  if (!(await store.connections.append(orgId, next))) throw changed(next);
  logger.info({ source: next.source, version: next.version, change: next.change.kind, userId: next.change.by.userId, requestId }, 'a connection was changed');
  return next;
}

function changed({ source, version }: StoredConnection): AppError {
  return new AppError('connection-changed', `${sourceRefText(source)} is no longer at version ${version}`);
}
