const number = new Intl.NumberFormat('en');
const dateTime = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

export function formatNumber(value: number): string {
  return number.format(value);
}

/** "1 tenant", "1,200 tenants". */
export function countOf(value: number, one: string, many = `${one}s`): string {
  return `${number.format(value)} ${value === 1 ? one : many}`;
}

/** In the reader's own time zone. */
export function formatInstant(instant: string): string {
  return dateTime.format(new Date(instant));
}

/** A day such as 2026-03-01, the same everywhere. */
export function formatDay(isoDate: string): string {
  return day.format(new Date(`${isoDate}T00:00:00Z`));
}

/** "Anna", "Anna and Ben", "Anna, Ben and Cleo". */
export function listOf(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const minuteMs = 60_000;
const steps = [
  { unit: 'minute', ms: minuteMs, below: 60 * minuteMs },
  { unit: 'hour', ms: 60 * minuteMs, below: 24 * 60 * minuteMs },
  { unit: 'day', ms: 24 * 60 * minuteMs, below: Infinity },
] as const;

/** "just now", "2 minutes ago", "yesterday". A time ahead of the reader's clock counts as now. */
export function formatAgo(instant: string, nowMs: number): string {
  const agoMs = Math.max(0, nowMs - Date.parse(instant));
  if (agoMs < minuteMs) return 'just now';
  const step = steps.find(({ below }) => agoMs < below) ?? steps[2];
  return relative.format(-Math.floor(agoMs / step.ms), step.unit);
}

/** 0-1 as whole per cent, never rounded up to a certainty it has not. */
export function formatScore(score: number): string {
  return `${Math.floor(score * 100 + 1e-9)}%`;
}
