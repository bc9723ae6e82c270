import { pino } from 'pino';
import { openMongoStore } from '../../services/storage/mongo/openMongoStore.js';
import { toStore } from '../../services/storage/sqlite/openSqliteStore.js';
import { connectWorker } from '../../services/storage/sqlite/workerClient.js';
import { startWorker } from '../../services/runtime/startWorker.js';
import { bigOrgId, makeBigSave } from './bigSave.js';
import { endAtMongoPoint } from './endAtMongoPoint.js';

// A process that does one big save. Arguments: place, scale, fail-point ('' for none), 'whole', 'sliced' (the naive way: 20 saves of a
// twentieth) or 'cut' (likewise, and killed after half of them).
const [place = '', scale = '1', point = '', way = 'whole'] = process.argv.slice(2);
const logger = pino({ level: 'silent' });
const isMongo = place.startsWith('mongodb');
const store = isMongo ? await openMongoStore({ uri: place, logger }) : toStore(await connectWorker(startWorker(import.meta.url, 'faultyStorageWorker', { workerData: { folder: place, point } }), logger));
if (isMongo) endAtMongoPoint(point);

const { save } = makeBigSave(Number(scale));
const perSlice = Math.ceil(save.changes.length / 20);
const requests = way === 'whole' ? [save] : Array.from({ length: 20 }, (_, n) => ({ ...save, idempotencyKey: `slice ${n}`, changes: save.changes.slice(n * perSlice, (n + 1) * perSlice) }));
process.stdout.write('saving\n');
for (const [n, request] of requests.entries()) {
  if (way === 'cut' && n === requests.length / 2) process.kill(process.pid, 'SIGKILL');
  const outcome = await store.mappings.commit(bigOrgId, request);
  if (outcome.kind !== 'saved') throw new Error(outcome.kind);
}
process.stdout.write('saved\n');
await store.close();
