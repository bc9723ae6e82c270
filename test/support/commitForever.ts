import { pino } from 'pino';
import type { OrgId } from '../../services/domain/ids.js';
import { openSqliteStore } from '../../services/storage/sqlite/openSqliteStore.js';
import { manyChanges, request } from './storageSamples.js';

// Saves the same units again and again and prints each acknowledged version, until it is killed. Arguments: folder, organization, rows.
const [folder = '', orgId = '', rows = '0'] = process.argv.slice(2);
const { mappings } = await openSqliteStore({ folder, logger: pino({ level: 'silent' }) });
let version = (await mappings.listUnits(orgId as OrgId))[0]?.version ?? 0;
for (;;) {
  const outcome = await mappings.commit(orgId as OrgId, request(manyChanges(Number(rows), 0, version)));
  if (outcome.kind !== 'saved') throw new Error(`unexpected: ${outcome.kind}`);
  version += 1;
  process.stdout.write(`${outcome.changeSet.orgVersion}\n`);
}
