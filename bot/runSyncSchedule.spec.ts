import { expect } from 'chai';
import { pino } from 'pino';
import type { SyncOptions } from '../services/index.js';
import { AppError } from '../services/runtime/errors.js';
import { runSyncSchedule } from './runSyncSchedule.js';

const minuteMs = 60_000;
const startMs = Date.parse('2026-03-01T08:00:00Z');

/** Runs the schedule in a time of its own until it has waited `rounds` times; tells each wait and pull in order. */
async function follow(intervalMinutes: number, rounds: number, given: { readonly fail?: boolean; readonly random?: () => number } = {}) {
  let nowMs = startMs;
  const stop = new AbortController();
  const events: string[] = [];
  const asked: SyncOptions[] = [];
  const logged: string[] = [];
  await runSyncSchedule({
    orgId: '0f000000-0000-4000-8000-000000000001',
    intervalMinutes,
    clock: { now: () => new Date(nowMs) },
    logger: pino({ level: 'error' }, { write: (line: string) => void logged.push(line) }),
    signal: stop.signal,
    random: given.random ?? (() => 0.5),
    services: {
      syncSources(_caller, options = {}) {
        asked.push(options);
        events.push(`older than ${(nowMs - (options.endedBefore?.getTime() ?? 0)) / minuteMs} min`);
        return given.fail ? Promise.reject(new AppError('storage-unavailable', 'away')) : Promise.resolve();
      },
    },
    wait(ms) {
      events.push(`wait ${Math.round((ms / minuteMs) * 10) / 10}`);
      nowMs += ms;
      if (events.filter((event) => event.startsWith('wait')).length >= rounds) stop.abort();
      return Promise.resolve();
    },
  });
  return { events, asked, logged };
}

describe('runSyncSchedule', () => {
  it('reads stale lists at the start, then looks four times per interval for those whose time is over', async () => {
    const { events, asked } = await follow(60, 3);
    expect(events).to.deep.equal(['older than 15 min', 'wait 15', 'older than 60 min', 'wait 15', 'older than 60 min', 'wait 15']);
    expect(asked.every(({ reach }) => reach === 'changes')).to.equal(true);
  });

  it('spreads its looks', async () => {
    expect((await follow(60, 1, { random: () => 0 })).events).to.include('wait 13.5');
    expect((await follow(60, 1, { random: () => 0.999 })).events).to.include('wait 16.5');
  });

  it('reads once only when it is switched off', async () => expect((await follow(0, 1)).events).to.deep.equal(['older than 15 min']));

  it('goes on after a failure, and logs it', async () => {
    const { events, logged } = await follow(60, 2, { fail: true });
    expect(events).to.have.length(4);
    expect(logged.map((line) => (JSON.parse(line) as { code: string }).code)).to.deep.equal(['storage-unavailable', 'storage-unavailable']);
  });
});
