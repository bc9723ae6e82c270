import { texts } from './texts.js';
import { perLocale } from './wording.js';

const relative = perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const minuteMs = 60_000;
const steps = [
  { unit: 'minute', ms: minuteMs, below: 60 * minuteMs },
  { unit: 'hour', ms: 60 * minuteMs, below: 24 * 60 * minuteMs },
  { unit: 'day', ms: 24 * 60 * minuteMs, below: Infinity },
] as const;

/** "just now", "2 minutes ago", "yesterday". A time ahead of the reader's clock counts as now. */
export function formatAgo(instant: string, nowMs: number): string {
  const agoMs = Math.max(0, nowMs - Date.parse(instant));
  if (agoMs < minuteMs) return texts.justNow;
  const step = steps.find(({ below }) => agoMs < below) ?? steps[2];
  return relative().format(-Math.floor(agoMs / step.ms), step.unit);
}
