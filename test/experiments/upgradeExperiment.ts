import mongoose from 'mongoose';
import { checkUpgraded } from '../support/checkUpgraded.js';
import { runChild } from '../support/killedProcess.js';
import { runRawSql } from '../support/rawSqlite.js';
import { readVersion1Truth, writeVersion1Mongo, writeVersion1Sqlite } from '../support/version1Data.js';
import type { Experiment, Trial } from './experiment.js';
import type { Place } from './places.js';

const opener = new URL('../support/openStoreProcess.ts', import.meta.url);

/** The control is an upgrade that lost a row. */
export const experiment: Experiment = {
  about: 'data of schema version 1 are opened, and the process is killed in the middle of the upgrade',
  adapters: ['sqlite', 'mongo'],
  async run(trial) {
    const { random, isControl, isShort } = trial;
    const copies = isShort ? 2 : 8;
    const whole = await once(trial, copies, undefined);
    const runs = isControl ? 0 : isShort ? 2 : 20;
    for (let n = 0; n < runs; n += 1) await once(trial, copies, random.next() * whole);
  },
};

/** Gives how long the upgrade took. */
async function once({ adapter, tally, isControl }: Trial, copies: number, killAfterMs: number | undefined): Promise<number> {
  const place = await adapter.newPlace();
  try {
    const orgIds = adapter.name === 'sqlite' ? await writeVersion1Sqlite(place.address, copies) : await onMongo(place, (connection) => writeVersion1Mongo(connection, copies));
    if (isControl) await loseRow(place, adapter.name);
    const run = await runChild(opener, [place.address], { from: 'opening', killAfterMs });
    const opened = run.lines.find(({ text }) => text === 'open');
    tally.count(opened ? 'ended before the kill' : 'killed in the upgrade');
    const store = await place.open();
    try {
      for (const orgId of orgIds) tally.add(await checkUpgraded(store, orgId).then(() => undefined, (error: unknown) => `killed after ${killAfterMs?.toFixed(0) ?? '-'} ms: ${error instanceof Error ? error.message : String(error)}`));
    } finally {
      await store.close();
    }
    return opened?.atMs ?? 0;
  } finally {
    await place.remove();
  }
}

async function onMongo<Value>({ address }: Place, work: (connection: mongoose.Connection) => Promise<Value>): Promise<Value> {
  const connection = await mongoose.createConnection(address).asPromise();
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** As a careless upgrade would: an audit entry, or all of a small save, is gone. */
async function loseRow(place: Place, kind: 'sqlite' | 'mongo'): Promise<void> {
  if (readVersion1Truth().entries.length === 0) throw new Error('there is nothing to lose');
  if (kind === 'sqlite') await runRawSql(place.address, [['DELETE FROM audit_entries WHERE org_version = 3 AND position = 0']]);
  else await onMongo(place, async (connection) => void (await connection.collection('change_sets').deleteMany({ orgVersion: { $gt: 8 } })));
}
