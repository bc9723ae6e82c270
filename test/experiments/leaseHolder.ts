import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import type { OrgId } from '../../services/domain/ids.js';
import type { SyncRun } from '../../services/domain/sync.js';
import { systemClock } from '../../services/runtime/clock.js';
import { toAppError } from '../../services/runtime/errors.js';
import { openMongoStore } from '../../services/storage/mongo/openMongoStore.js';
import { withLease } from '../../services/sync/withLease.js';
import { aCompany } from '../support/storageSamples.js';

// A process that pulls a source again and again under a lease, and prints what it did. Arguments: place, organization, its own number, rounds, 'fenced' or 'bare' (the naive way).
const [place = '', orgId = '', number = '0', rounds = '1', way = 'fenced'] = process.argv.slice(2);
const logger = pino({ level: 'silent' });
const store = await openMongoStore({ uri: place, logger });
process.stdout.write('ready\n');
const source: SyncRun['source'] = { kind: 'psa-connection', psaConnectionId: 'psa-one' as never };
for (let round = 1; round <= Number(rounds); round += 1) {
  try {
    await withLease({ leases: store.leases, clock: systemClock, logger, times: { lastsMs: 900, askAgainMs: 30 } }, { orgId: orgId as OrgId, lease: 'pull' }, async ({ fence }) => {
      process.stdout.write(`holds ${fence.token}\n`);
      await delay(250);
      const at = new Date().toISOString();
      const run: SyncRun = { source, startedAt: at, endedAt: at, outcome: 'complete', received: 1, expected: 1, why: `${fence.token}` };
      await store.sources.recordCompanies(orgId as OrgId, run, [{ ...aCompany(1), name: `by ${number}, token ${fence.token}` }], way === 'fenced' ? fence : undefined);
      process.stdout.write(`wrote ${fence.token}\n`);
    });
  } catch (thrown) {
    process.stdout.write(`refused ${toAppError(thrown).code}\n`);
  }
}
await store.close();
