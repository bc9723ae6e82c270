import type { ConnectedPsa } from '../../connections/connectionDirectory.js';
import type { OrgId } from '../../domain/ids.js';
import { AppError } from '../../runtime/errors.js';
import type { Fence } from '../../storage/ports.js';
import { leaseOf } from '../../sync/pullSource.js';
import { withLease } from '../../sync/withLease.js';
import type { MappingPorts } from '../mappingPorts.js';

const patienceMs = 20_000;

/** Runs while no process pulls this PSA, so that no list read before comes on top of what is written. AppError `source-unavailable`, retryable, when a pull does not end soon. */
export async function whileNobodyPulls<Result>({ store, clock, logger }: MappingPorts, orgId: OrgId, { psaConnectionId, name }: ConnectedPsa, run: (turn: { readonly fence: Fence; readonly signal: AbortSignal }) => Promise<Result>): Promise<Result> {
  const waiting = new AbortController();
  const busy = new AppError('source-unavailable', `${psaConnectionId} is being pulled`, { isRetryable: true, sentence: `The companies of ${name} are being read at this moment. Nothing was created; please try again when that has ended.`, facts: [{ code: 'psa-being-read', psa: name }] });
  const timer = setTimeout(() => waiting.abort(busy), patienceMs);
  const results: Result[] = [];
  try {
    await withLease({ leases: store.leases, clock, logger }, { orgId, lease: leaseOf({ kind: 'psa-connection', psaConnectionId }), signal: waiting.signal }, async (turn) => {
      clearTimeout(timer);
      results.push(await run(turn));
    });
  } finally {
    clearTimeout(timer);
  }
  const [result] = results;
  if (result === undefined) throw new AppError('internal', 'the lease was given and nothing ran');
  return result;
}
