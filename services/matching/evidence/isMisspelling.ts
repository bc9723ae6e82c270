/**
 * May one word be the other with a slip of the finger: one letter more, fewer, other or two swapped (two slips from nine letters on)?
 * Words under four letters and words with digits never are.
 */
export function isMisspelling(left: string, right: string): boolean {
  return left.length <= right.length ? isSlip(left, right) : isSlip(right, left);
}

function isSlip(short: string, long: string): boolean {
  const more = long.length - short.length;
  if (short.length < 4 || more > 2 || long.length > 40) return false;
  const slips = long.length >= 9 ? 2 : 1;
  if (more > slips) return false;
  if (short === long) return true;
  // Somebody who types a name wrong still begins or ends it right. In a short word one other letter makes another word.
  if (short.charCodeAt(0) !== long.charCodeAt(0) && (short.length < 6 || short.charCodeAt(short.length - 1) !== long.charCodeAt(long.length - 1))) return false;
  if (short.length < 5 && !isSwap(short, long)) return false;
  return distance(short, long, slips) <= slips && !digit.test(short) && !digit.test(long);
}

const digit = /\d/;

/** Two neighbours changed places: "fimr" for "firm". */
function isSwap(left: string, right: string): boolean {
  const at = [...left].findIndex((letter, place) => letter !== right[place]);
  return left.length === right.length && at >= 0 && left[at] === right[at + 1] && left[at + 1] === right[at] && left.slice(at + 2) === right.slice(at + 2);
}

/** Optimal string alignment distance; anything above `limit` comes back as `limit + 1`. */
function distance(short: string, long: string, limit: number): number {
  let start = 0;
  while (start < short.length && short.charCodeAt(start) === long.charCodeAt(start)) start += 1;
  let shortEnd = short.length;
  let longEnd = long.length;
  while (shortEnd > start && longEnd > start && short.charCodeAt(shortEnd - 1) === long.charCodeAt(longEnd - 1)) {
    shortEnd -= 1;
    longEnd -= 1;
  }
  const width = longEnd - start;
  if (shortEnd === start) return width;
  if (width > 6) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= shortEnd - start; row += 1) {
    const line = [row];
    for (let at = 1; at <= width; at += 1) {
      const [a, b] = [short.charCodeAt(start + row - 1), long.charCodeAt(start + at - 1)];
      let least = Math.min((above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + (a === b ? 0 : 1));
      if (row > 1 && at > 1 && a === long.charCodeAt(start + at - 2) && b === short.charCodeAt(start + row - 2)) least = Math.min(least, (before[at - 2] ?? 0) + 1);
      line.push(least);
    }
    before = above;
    above = line;
  }
  return above[width] ?? limit + 1;
}
