import { remark, type Remark } from '../domain/remark.js';
import type { SyncRun } from '../domain/sync.js';

const saneRows = 20;
const saneShare = 0.2;
/** A list that is suddenly empty is odd from so many rows on. */
const saneEmpty = 5;
/** A second look sooner than this could meet the same bad moment of the source. */
const confirmAfterMs = 10 * 60_000;

type Look = {
  /** Rows that were there before, and how many of them this list lacks. */
  readonly known: number;
  readonly missing: number;
  readonly received: number;
  /** The source's latest recorded run. */
  readonly latest: SyncRun | undefined;
  readonly nowMs: number;
  /** How many missing rows a person has said are right. */
  readonly confirmedMissing: number | undefined;
};

/**
 * Does a list that came whole lack too many known rows to be believed at once? Undefined: it may be taken over. It is believed when a
 * second whole list, at least ten minutes after the first, lacks no more than that one did, or when a person has said so.
 */
export function suspectShrink({ known, missing, received, latest, nowMs, confirmedMissing }: Look): SyncRun['shrink'] {
  const isOdd = (missing > saneRows && missing > known * saneShare) || (received === 0 && known >= saneEmpty);
  if (!isOdd || (confirmedMissing !== undefined && missing <= confirmedMissing)) return undefined;
  const before = latest?.shrink;
  if (!before || missing > before.missing) return { missing, since: new Date(nowMs).toISOString() };
  return nowMs - Date.parse(before.since) >= confirmAfterMs ? undefined : { missing, since: before.since };
}

export function shrinkRemark({ missing }: NonNullable<SyncRun['shrink']>, known: number): Remark {
  const count = (value: number) => value.toLocaleString('en-US');
  return remark(`The list came whole, but ${count(missing)} of ${count(known)} known rows are suddenly not in it. They are kept until the next reading says the same or somebody confirms it.`, { code: 'rows-vanished', missing, known });
}
