/** What a Retry-After header asks for (seconds or a date), in ms; undefined when there is none, or none that makes sense. */
export function retryAfterMs(headers: Headers, now: Date): number | undefined {
  const asked = headers.get('retry-after')?.trim();
  if (!asked) return undefined;
  if (/^\d+(\.\d+)?$/.test(asked)) return Number(asked) * 1000;
  const until = Date.parse(asked);
  // A date with a letter, since Date.parse takes '-5' for a year.
  if (Number.isNaN(until) || !/[a-z]/i.test(asked)) return undefined;
  // The server's own Date, when it sends one, makes its clock's error cancel out.
  const serverNow = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(serverNow) ? now.getTime() : serverNow));
}
