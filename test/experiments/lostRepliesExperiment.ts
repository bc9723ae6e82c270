import mongoose from 'mongoose';
import { pino } from 'pino';
import type { OrgId } from '../../services/domain/ids.js';
import { AppError } from '../../services/runtime/errors.js';
import { openMongoStore } from '../../services/storage/mongo/openMongoStore.js';
import type { MappingStore } from '../../services/storage/ports.js';
import { startFaultyProxy, type FaultyProxy, type ProxyFault } from '../support/faultyProxy.js';
import { change, newOrgId, request } from '../support/storageSamples.js';
import type { Experiment, Trial } from './experiment.js';

const savesPerPlace = 50;
const units = 6;
const faults = ['lost', 'reply', 'reply', 'twice'] as const;

/** The control is a plain compare-and-set that takes "nothing was updated" for a conflict. */
export const experiment: Experiment = {
  about: 'a proxy before the server loses a write, loses the reply to one that was done, or sends one twice; retryable writes on and off in turns',
  adapters: ['mongo'],
  async run(trial) {
    const { isControl, isShort } = trial;
    const places = isShort ? 1 : isControl ? 1 : 20;
    for (let n = 0; n < places; n += 1) await inOnePlace(trial, n % 2 === 0, isShort ? 8 : savesPerPlace);
  },
};

async function inOnePlace({ adapter, random, tally, isControl }: Trial, retryWrites: boolean, saves: number): Promise<void> {
  const place = await adapter.newPlace();
  const url = new URL(place.address);
  const proxy = await startFaultyProxy(url.hostname, Number(url.port || 27017));
  url.host = `127.0.0.1:${proxy.port}`;
  url.searchParams.set('retryWrites', String(retryWrites));
  url.searchParams.set('directConnection', 'true');
  const nextFault = (writes: number): ProxyFault => ({ nth: 1 + random.below(writes), what: faults[random.below(faults.length)] ?? 'reply' });
  try {
    if (isControl) return await comparePlainly(url.href, proxy, saves, tally.add);
    const store = await openMongoStore({ uri: url.href, logger: pino({ level: 'silent' }) });
    try {
      const orgId = newOrgId();
      for (let version = 0; version < saves; version += 1) {
        const fault = nextFault(4);
        tally.add(await saveOnce(store.mappings, proxy, orgId, version, fault).then((flaw) => flaw && `${fault.what} at write ${fault.nth}, retryWrites ${retryWrites}: ${flaw}`));
        tally.count(`${fault.what}: ${proxy.disarm() ? 'happened' : 'did not happen'}`);
      }
      const verdict = await store.mappings.verifyHistory(orgId);
      tally.add(verdict.kind === 'intact' && verdict.changeSetCount === saves ? undefined : `after all: ${JSON.stringify(verdict)}`);
    } finally {
      await store.close();
    }
  } finally {
    await proxy.close();
    await place.remove();
  }
}

/** One save under a fault, sent again under the same key while the database is said not to answer, as the tab does. */
async function saveOnce(mappings: MappingStore, proxy: FaultyProxy, orgId: OrgId, version: number, fault: ProxyFault): Promise<string | undefined> {
  const asked = request(Array.from({ length: units }, (_, n) => change(n, version, `c${version}`)));
  proxy.arm(fault);
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    try {
      const outcome = await mappings.commit(orgId, asked);
      if (outcome.kind !== 'saved') return outcome.kind === 'conflict' ? 'a false conflict' : outcome.kind;
      if (outcome.changeSet.orgVersion !== version + 1) return `doubled: it is number ${outcome.changeSet.orgVersion}`;
      const now = await mappings.readUnits(orgId, asked.changes);
      return now.every((unit) => unit.version === version + 1) ? undefined : 'the units are not those that were saved';
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'storage-unavailable') throw error;
    }
  }
  return 'it could not be saved in five attempts';
}

/** The naive way, on a document of its own. */
async function comparePlainly(uri: string, proxy: FaultyProxy, saves: number, add: (flaw: string | undefined) => void): Promise<void> {
  const connection = await mongoose.createConnection(uri, { serverSelectionTimeoutMS: 5000 }).asPromise();
  const heads = connection.collection<{ _id: string; version: number }>('heads');
  await heads.insertOne({ _id: 'head', version: 0 });
  try {
    for (let version = 0; version < saves; version += 1) {
      proxy.arm({ nth: 1, what: 'reply' });
      const compareAndSet = () => heads.updateOne({ _id: 'head', version }, { $set: { version: version + 1 } });
      const { matchedCount } = await compareAndSet().catch(compareAndSet);
      add(matchedCount === 1 ? undefined : 'a false conflict');
    }
  } finally {
    await connection.close();
  }
}
