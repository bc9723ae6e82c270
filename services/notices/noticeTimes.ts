import type { NoticeSettings } from '../domain/notice.js';

/** A day (YYYY-MM-DD) and a time of day (HH:MM) somewhere. */
export type LocalTime = { readonly day: string; readonly time: string };

const formats = new Map<string, Intl.DateTimeFormat>();

/** `timeZone` must be one that `isTimeZone` knows. */
export function localTimeOf(now: Date, timeZone: string): LocalTime {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, time: `${parts['hour']}:${parts['minute']}` };
}

export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/**
 * May something be sent now? Once a day: from that time on, unless that day had its look. At once: outside the quiet hours, whose end is
 * not quiet any more. The chosen time of day counts even in quiet hours.
 */
export function isDue({ dailyAt, quiet }: Pick<NoticeSettings, 'dailyAt' | 'quiet'>, dailyDay: string | null, { day, time }: LocalTime): boolean {
  if (dailyAt !== null) return time >= dailyAt && dailyDay !== day;
  if (quiet === null || quiet.from === quiet.to) return true;
  const isQuiet = quiet.from < quiet.to ? time >= quiet.from && time < quiet.to : time >= quiet.from || time < quiet.to;
  return !isQuiet;
}
