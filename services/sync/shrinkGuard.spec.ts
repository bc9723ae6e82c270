import { expect } from 'chai';
import type { PsaConnectionId } from '../domain/ids.js';
import type { SyncRun } from '../domain/sync.js';
import { suspectShrink } from './shrinkGuard.js';

const at = Date.parse('2026-03-01T12:00:00Z');
const minuteMs = 60_000;
const look = (given: Partial<Parameters<typeof suspectShrink>[0]>) => suspectShrink({ known: 300, missing: 0, received: 100, latest: undefined, nowMs: at, confirmedMissing: undefined, ...given });
const suspected = (missing: number, sinceMs: number): SyncRun => {
  const since = new Date(sinceMs).toISOString();
  return { source: { kind: 'psa-connection', psaConnectionId: 'psa' as PsaConnectionId }, startedAt: since, endedAt: since, outcome: 'partial', received: 1, expected: 1, why: '', shrink: { missing, since } };
};

describe('suspectShrink', () => {
  it('believes what a day brings: few rows, or a small share of many', () => {
    expect(look({ known: 30, missing: 20 })).to.equal(undefined);
    expect(look({ known: 10_000, missing: 2000 })).to.equal(undefined);
    expect(look({ known: 4, missing: 4, received: 0 })).to.equal(undefined);
  });

  it('doubts more than 20 rows that are more than a fifth, and an empty list', () => {
    const since = new Date(at).toISOString();
    expect(look({ known: 100, missing: 21 })).to.deep.equal({ missing: 21, since });
    expect(look({ known: 5, missing: 5, received: 0 })).to.deep.equal({ missing: 5, since });
  });

  it('believes the second list, not sooner than ten minutes after the first, and only if it lacks no more', () => {
    const since = new Date(at - 9 * minuteMs).toISOString();
    expect(look({ missing: 100, latest: suspected(100, at - 9 * minuteMs) })).to.deep.equal({ missing: 100, since });
    expect(look({ missing: 100, latest: suspected(100, at - 10 * minuteMs) })).to.equal(undefined);
    expect(look({ missing: 90, latest: suspected(100, at - 10 * minuteMs) })).to.equal(undefined);
    expect(look({ missing: 101, latest: suspected(100, at - 60 * minuteMs) })).to.deep.equal({ missing: 101, since: new Date(at).toISOString() });
  });

  it('believes a person, for as many rows as the person was told of', () => {
    expect(look({ missing: 100, confirmedMissing: 100 })).to.equal(undefined);
    expect(look({ missing: 120, confirmedMissing: 100 })).to.not.equal(undefined);
  });
});
