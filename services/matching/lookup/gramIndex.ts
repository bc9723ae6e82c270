/** Finds the keys that share the most telling 3-letter pieces with a text. Places are numbers that the caller gives, from 0. */
export type GramIndex = {
  /** '' takes a place out. */
  put(place: number, key: string): void;
  /** Best first, at most `most`; of equals the one that `isBefore` puts first. Scores compare within one call only. */
  search(key: string, most: number, isBefore: (left: number, right: number) => boolean): readonly number[];
};

/** Rarest pieces are looked up first, until so many entries were seen. */
const postingBudget = 800;
/** a-z, 0-9, and the edge of a word make 37 letters; anything else is hashed behind their pieces. */
const plainCodes = 37 ** 3;
const codeCount = 1 << 17;
const edge = 36;
/** Of a longer key only the beginning counts. */
const longestKey = 300;

export function createGramIndex(): GramIndex {
  const keys: string[] = [];
  let starts = new Int32Array(0);
  let places = new Int32Array(0);
  /** Entries that came after the last build. */
  let late = new Map<number, number[]>();
  let lateCount = 0;
  let isBuilt = false;
  let scores = new Float64Array(0);
  const codes = new Int32Array(longestKey + 2);

  const build = () => {
    starts = new Int32Array(codeCount + 1);
    for (const key of keys) {
      const count = gramsOf(key, codes);
      for (let at = 0; at < count; at += 1) starts[(codes[at] ?? 0) + 1] = (starts[(codes[at] ?? 0) + 1] ?? 0) + 1;
    }
    for (let code = 0; code < codeCount; code += 1) starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
    places = new Int32Array(starts[codeCount] ?? 0);
    const next = starts.slice();
    for (const [place, key] of keys.entries()) {
      const count = gramsOf(key, codes);
      for (let at = 0; at < count; at += 1) {
        const code = codes[at] ?? 0;
        const to = next[code] ?? 0;
        places[to] = place;
        next[code] = to + 1;
      }
    }
    late = new Map();
    lateCount = 0;
    isBuilt = true;
  };

  return {
    put(place, key) {
      while (keys.length < place) keys.push('');
      keys[place] = key;
      if (!isBuilt || key === '') return;
      const count = gramsOf(key, codes);
      for (let at = 0; at < count; at += 1) {
        const code = codes[at] ?? 0;
        const list = late.get(code);
        if (list) list.push(place);
        else late.set(code, [place]);
      }
      lateCount += count;
    },

    search(key, most, isBefore) {
      if (!isBuilt || lateCount > 20_000 + places.length / 10) build();
      if (scores.length < keys.length) scores = new Float64Array(keys.length + 1024);
      const count = gramsOf(key, codes);
      const lists = Array.from(codes.subarray(0, count), (code) => ({ code, size: (starts[code + 1] ?? 0) - (starts[code] ?? 0) + (late.get(code)?.length ?? 0) }));
      lists.sort((left, right) => left.size - right.size || left.code - right.code);
      const touched: number[] = [];
      let seen = 0;
      // Whole lists only: one that is cut in the middle would make the result depend on the order of companies.
      for (const { code, size } of lists) {
        if (size === 0) continue;
        if (seen > 0 && seen + size > postingBudget) break;
        seen += size;
        const weight = Math.log(1 + keys.length / size);
        for (let at = starts[code] ?? 0, end = starts[code + 1] ?? 0; at < end; at += 1) touch(places[at] ?? 0, weight, touched);
        for (const place of late.get(code) ?? []) touch(place, weight, touched);
      }
      return pickBest(touched, most, isBefore);
    },
  };

  function touch(place: number, weight: number, touched: number[]): void {
    const score = scores[place] ?? 0;
    if (score === 0) touched.push(place);
    scores[place] = score + weight;
  }

  function pickBest(touched: readonly number[], most: number, isBefore: (left: number, right: number) => boolean): readonly number[] {
    const best: number[] = [];
    const bestScores: number[] = [];
    for (const place of touched) {
      const key = keys[place] ?? '';
      const score = key === '' ? 0 : (scores[place] ?? 0) / Math.sqrt(6 + key.length);
      scores[place] = 0;
      const least = bestScores[most - 1] ?? -1;
      if (score === 0 || score < least) continue;
      let at = bestScores.length;
      while (at > 0 && (score > (bestScores[at - 1] ?? 0) || (score === bestScores[at - 1] && isBefore(place, best[at - 1] ?? 0)))) at -= 1;
      if (at >= most) continue;
      best.splice(at, 0, place);
      bestScores.splice(at, 0, score);
      if (best.length > most) {
        best.pop();
        bestScores.pop();
      }
    }
    return best;
  }
}

/** Writes the numbers of a key's pieces, each once, and gives how many there are. */
function gramsOf(key: string, into: Int32Array): number {
  if (key === '') return 0;
  let count = 0;
  const end = Math.min(key.length, longestKey);
  let first = edge;
  let second = letterOf(key, 0);
  for (let at = 1; at <= end; at += 1) {
    const third = at < end ? letterOf(key, at) : edge;
    const code = first < 37 && second < 37 && third < 37 ? (first * 37 + second) * 37 + third : plainCodes + (Math.imul(Math.imul(first, 31) + second, 0x9e3779b1) + Math.imul(third, 0x85ebca6b) >>> 0) % (codeCount - plainCodes);
    let isNew = true;
    for (let earlier = 0; earlier < count && isNew; earlier += 1) isNew = into[earlier] !== code;
    if (isNew) {
      into[count] = code;
      count += 1;
    }
    first = second;
    second = third;
  }
  return count;
}

/** 0-25 for a-z, 26-35 for digits, from 37 on for any other letter. */
function letterOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 48 && code <= 57) return code - 22;
  return code + 37;
}
