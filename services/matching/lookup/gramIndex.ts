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
/** Weights of pieces are whole numbers, so that their sum does not depend on the order. */
const scale = 1000;
/** Of a longer key only the beginning counts. */
const longestKey = 300;
/** So many entries beside the built lists, and a tenth of these, are worth a new build. */
const mostLate = 20_000;

export function createGramIndex(): GramIndex {
  const keys: string[] = [];
  /** By place, as are the scores: small, since they are read all over the place. 0 for a place without a key. */
  let lengths = new Uint16Array(0);
  let scores = new Int32Array(0);
  let touched = new Int32Array(0);
  let touchedCount = 0;
  /** Of each touched place. */
  let rated = new Float64Array(0);
  const top = new Float64Array(32);
  /** The places of piece `code` stand in `places` from `starts[code]` up to `starts[code + 1]`. */
  let starts = new Int32Array(0);
  let places = new Int32Array(0);
  /** Entries that came after the last build. */
  let late = new Map<number, number[]>();
  let lateCount = 0;
  let isBuilt = false;
  const codes = new Int32Array(longestKey + 2);
  const sizes = new Int32Array(longestKey + 2);

  function build(): void {
    starts = new Int32Array(codeCount + 1);
    for (let place = 0; place < keys.length; place += 1) {
      const count = gramsOf(keys[place] ?? '', codes);
      for (let at = 0; at < count; at += 1) starts[(codes[at] ?? 0) + 1] = (starts[(codes[at] ?? 0) + 1] ?? 0) + 1;
    }
    for (let code = 0; code < codeCount; code += 1) starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
    places = new Int32Array(starts[codeCount] ?? 0);
    const next = starts.slice();
    for (let place = 0; place < keys.length; place += 1) {
      const count = gramsOf(keys[place] ?? '', codes);
      for (let at = 0; at < count; at += 1) {
        const code = codes[at] ?? 0;
        const to = next[code] ?? 0;
        places[to] = place;
        next[code] = to + 1;
      }
    }
    lengths = new Uint16Array(keys.length + 1024);
    for (let place = 0; place < keys.length; place += 1) lengths[place] = lengthOf(keys[place] ?? '');
    scores = new Int32Array(lengths.length);
    touched = new Int32Array(lengths.length);
    rated = new Float64Array(lengths.length);
    late = new Map();
    lateCount = 0;
    isBuilt = true;
  }

  function putLate(place: number, key: string): void {
    if (place >= lengths.length) isBuilt = false;
    lengths[place] = lengthOf(key);
    const count = gramsOf(key, codes);
    for (let at = 0; at < count; at += 1) {
      const code = codes[at] ?? 0;
      const list = late.get(code);
      if (list) list.push(place);
      else late.set(code, [place]);
    }
    lateCount += count;
  }

  /** Sorts the first `count` codes by how many places each has, rarest first. */
  function sortBySize(count: number): void {
    for (let at = 0; at < count; at += 1) {
      const code = codes[at] ?? 0;
      const size = (starts[code + 1] ?? 0) - (starts[code] ?? 0) + (lateCount > 0 ? (late.get(code)?.length ?? 0) : 0);
      let to = at;
      for (; to > 0 && ((sizes[to - 1] ?? 0) > size || ((sizes[to - 1] ?? 0) === size && (codes[to - 1] ?? 0) > code)); to -= 1) {
        sizes[to] = sizes[to - 1] ?? 0;
        codes[to] = codes[to - 1] ?? 0;
      }
      sizes[to] = size;
      codes[to] = code;
    }
  }

  return {
    put(place, key) {
      while (keys.length < place) keys.push('');
      keys[place] = key;
      if (isBuilt) putLate(place, key);
    },

    search(key, most, isBefore) {
      if (!isBuilt || lateCount > mostLate + places.length / 10) build();
      const count = gramsOf(key, codes);
      sortBySize(count);
      touchedCount = 0;
      let seen = 0;
      // Whole lists only: one that is cut in the middle would make the result depend on the order of companies.
      for (let at = 0; at < count; at += 1) {
        const size = sizes[at] ?? 0;
        if (size === 0) continue;
        if (seen > 0 && seen + size > postingBudget) break;
        seen += size;
        const code = codes[at] ?? 0;
        const weight = Math.round(scale * Math.log(1 + keys.length / size));
        touch(places, starts[code] ?? 0, starts[code + 1] ?? 0, weight);
        const added = lateCount > 0 ? late.get(code) : undefined;
        if (added) touch(added, 0, added.length, weight);
      }
      return pickBest(most, isBefore);
    },
  };

  /** Adds the weight to the score of each place in this part of a list. */
  function touch(list: Int32Array | readonly number[], from: number, to: number, weight: number): void {
    const [scored, noted] = [scores, touched];
    let count = touchedCount;
    for (let entry = from; entry < to; entry += 1) {
      const place = list[entry] ?? 0;
      const score = scored[place] ?? 0;
      if (score === 0) {
        noted[count] = place;
        count += 1;
      }
      scored[place] = score + weight;
    }
    touchedCount = count;
  }

  function pickBest(most: number, isBefore: (left: number, right: number) => boolean): readonly number[] {
    const least = rateTouched(most);
    const best: number[] = [];
    for (let entry = 0; entry < touchedCount; entry += 1) if ((rated[entry] ?? 0) >= least) best.push(entry);
    best.sort((left, right) => (rated[right] ?? 0) - (rated[left] ?? 0) || (isBefore(touched[left] ?? 0, touched[right] ?? 0) ? -1 : 1));
    if (best.length > most) best.length = most;
    return best.map((entry) => touched[entry] ?? 0);
  }

  /** Rates every touched place, clears its score, and gives the rating that at least so many places reach; more where some are equal. */
  function rateTouched(most: number): number {
    const [scored, noted, long, rating] = [scores, touched, lengths, rated];
    top.fill(0);
    let least = 0;
    for (let entry = 0; entry < touchedCount; entry += 1) {
      const place = noted[entry] ?? 0;
      const value = (scored[place] ?? 0) * (norms[long[place] ?? 0] ?? 0);
      scored[place] = 0;
      rating[entry] = value;
      if (value <= least) continue;
      let at = most - 1;
      for (; at > 0 && value > (top[at - 1] ?? 0); at -= 1) top[at] = top[at - 1] ?? 0;
      top[at] = value;
      least = top[most - 1] ?? 0;
    }
    return least > 0 ? least : Number.MIN_VALUE;
  }
}

const lengthOf = (key: string) => Math.min(key.length, longestKey);

/** By length of a key: long ones share more pieces by chance. */
const norms = Float64Array.from({ length: longestKey + 1 }, (_, length) => (length === 0 ? 0 : 1 / Math.sqrt(6 + length)));

/** Writes the numbers of a key's pieces, each once, and gives how many there are. */
function gramsOf(key: string, into: Int32Array): number {
  if (key === '') return 0;
  let count = 0;
  const end = Math.min(key.length, longestKey);
  let first = edge;
  let second = letterOf(key, 0);
  for (let at = 1; at <= end; at += 1) {
    const third = at < end ? letterOf(key, at) : edge;
    const code = first < 37 && second < 37 && third < 37 ? (first * 37 + second) * 37 + third : hashed(first, second, third);
    let earlier = 0;
    while (earlier < count && into[earlier] !== code) earlier += 1;
    if (earlier === count) {
      into[count] = code;
      count += 1;
    }
    first = second;
    second = third;
  }
  return count;
}

function hashed(first: number, second: number, third: number): number {
  const mixed = Math.imul(Math.imul(first, 31) + second, 0x9e3779b1) + Math.imul(third, 0x85ebca6b);
  return plainCodes + ((mixed >>> 0) % (codeCount - plainCodes));
}

/** 0-25 for a-z, 26-35 for digits, from 37 on for any other letter. */
function letterOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 48 && code <= 57) return code - 22;
  return code + 37;
}
