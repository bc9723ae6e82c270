/**
 * Remembers places under number keys, such as `hashText` gives. Two texts may have one hash, if very seldom: what `get` tells may be the
 * places of another text too, and whoever needs to be sure looks at what lies there.
 */
export type PlaceTable = {
  add(key: number, place: number): void;
  remove(key: number, place: number): void;
  /** In the order in which they were added. */
  get(key: number): readonly number[];
};

/** A 32-bit hash; the same text gives another one for another kind. */
export function hashText(kind: number, text: string): number {
  let hash = Math.imul(kind, 0x9e3779b1) ^ 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** What a slot holds: a place from 0 on, `empty`, or a list: `firstList` for the first one, one less for each further. */
const empty = -1;
const firstList = -2;
const nowhere: readonly number[] = [];

export function createPlaceTable(): PlaceTable {
  let size = 1 << 12;
  let used = 0;
  let keys = new Int32Array(size);
  /** Most keys have one place: those cost no list. */
  let held = new Int32Array(size).fill(empty);
  const lists: number[][] = [];

  /** The slot that has the key, or the empty one where it belongs. */
  function slotOf(key: number): number {
    const mask = size - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> 7 & mask;
    while (held[slot] !== empty && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(): void {
    const [oldKeys, oldHeld] = [keys, held];
    size *= 2;
    keys = new Int32Array(size);
    held = new Int32Array(size).fill(empty);
    for (let old = 0; old < oldKeys.length; old += 1) {
      const value = oldHeld[old] ?? empty;
      if (value === empty) continue;
      const slot = slotOf(oldKeys[old] ?? 0);
      keys[slot] = oldKeys[old] ?? 0;
      held[slot] = value;
    }
  }

  return {
    add(key, place) {
      const at = key | 0;
      const slot = slotOf(at);
      const value = held[slot] ?? empty;
      if (value <= firstList) lists[firstList - value]?.push(place);
      else if (value === empty) {
        keys[slot] = at;
        held[slot] = place;
        used += 1;
        if (used * 2 > size) grow();
      } else held[slot] = firstList - lists.push([value, place]) + 1;
    },
    remove(key, place) {
      const slot = slotOf(key | 0);
      const value = held[slot] ?? empty;
      const list = value <= firstList ? lists[firstList - value] : undefined;
      if (list?.includes(place)) list.splice(list.indexOf(place), 1);
      // The slot stays taken: others may lie behind it.
      if (value === place) held[slot] = firstList - lists.push([]) + 1;
    },
    get(key) {
      const value = held[slotOf(key | 0)] ?? empty;
      return value >= 0 ? [value] : value === empty ? nowhere : (lists[firstList - value] ?? nowhere);
    },
  };
}
