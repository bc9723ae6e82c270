import type { Lexicon } from '../lookup/lexicon.js';
import type { WordList } from '../lookup/profile.js';
import { isMisspelling } from './isMisspelling.js';

/** How the words of two names cover each other. Masses are sums of word weights (0-1 each). */
export type Alignment = {
  readonly matched: number;
  readonly misspelt: number;
  /** What has no counterpart: in the name proper, in its extras, and names of places (own city left out) wherever they stand. */
  readonly left: { readonly core: number; readonly extra: number; readonly place: number };
  readonly right: { readonly core: number; readonly extra: number; readonly place: number };
  /** The first words agree. */
  readonly isFirstSame: boolean;
  /** The left name holds the right one's city, and the right name does not. */
  readonly hasOwnCity: boolean;
};

/** What `left` and `right` are where no word remains. */
export const nothingLeft: Alignment['left'] = { core: 0, extra: 0, place: 0 };

/** Bounds the work on endless names. */
const mostWords = 30;

/** `left` is a tenant's name, `right` a company's; `cityWords` are the company's. `isCut`: a name that a field cut off may end in half a word. */
export function alignWords(left: WordList, right: WordList, lexicon: Lexicon, cityWords: readonly number[], isCut: boolean): Alignment {
  const leftCount = Math.min(left.ids.length, mostWords);
  const rightCount = Math.min(right.ids.length, mostWords);
  let leftOpen = 2 ** leftCount - 1;
  let rightOpen = 2 ** rightCount - 1;
  let matched = 0;
  for (let at = 0; at < leftCount; at += 1) {
    const id = left.ids[at] ?? -1;
    if (id < 0) continue;
    for (let other = 0; other < rightCount; other += 1) {
      if (right.ids[other] === id && rightOpen & (1 << other)) {
        matched += lexicon.weightOf(id);
        leftOpen &= ~(1 << at);
        rightOpen &= ~(1 << other);
        break;
      }
    }
  }
  const isFirstSame = leftCount > 0 && rightCount > 0 && left.ids[0] === right.ids[0] && (left.ids[0] ?? -1) >= 0;
  let misspelt = 0;
  if (leftOpen !== 0 && rightOpen !== 0) {
    for (let at = 0; at < leftCount; at += 1) {
      if (!(leftOpen & (1 << at))) continue;
      const word = left.words[at] ?? '';
      const id = left.ids[at] ?? -1;
      const isRare = lexicon.countOf(id) < 2;
      for (let other = 0; other < rightCount; other += 1) {
        if (!(rightOpen & (1 << other))) continue;
        const rightWord = right.words[other] ?? '';
        const rightId = right.ids[other] ?? -1;
        const isHalf = isCut && (at === leftCount - 1 || other === rightCount - 1) && (word.startsWith(rightWord) || rightWord.startsWith(word));
        if (isHalf || ((isRare || lexicon.countOf(rightId) < 2) && isMisspelling(word, rightWord))) {
          misspelt += (lexicon.weightOf(id) + lexicon.weightOf(rightId)) / 2;
          leftOpen &= ~(1 << at);
          rightOpen &= ~(1 << other);
          break;
        }
      }
    }
    const joined = (haveNeighbours(rightOpen) ? joinedWords(left, leftOpen, right, rightOpen) : undefined) ?? (haveNeighbours(leftOpen) ? swap(joinedWords(right, rightOpen, left, leftOpen)) : undefined);
    if (joined) {
      for (let at = 0; at < leftCount; at += 1) if (joined.left & (1 << at)) matched += lexicon.weightOf(left.ids[at] ?? -1);
      leftOpen &= ~joined.left;
      rightOpen &= ~joined.right;
    }
  }
  const hasOwnCity = leftOpen !== 0 && cityWords.length > 0 && holdsAny(left, leftOpen, cityWords);
  return { matched, misspelt, left: restOf(left, leftOpen, lexicon, cityWords, true), right: restOf(right, rightOpen, lexicon, cityWords, false), isFirstSame, hasOwnCity };
}

function holdsAny({ ids }: WordList, open: number, cityWords: readonly number[]): boolean {
  for (let at = 0; at < ids.length && at < mostWords; at += 1) if (open & (1 << at) && cityWords.includes(ids[at] ?? -1)) return true;
  return false;
}

/** The open words. A tenant may bear the company's city wherever it stands in the name; in a company's own name it counts unless it is an extra. */
function restOf({ ids, coreCount }: WordList, open: number, lexicon: Lexicon, cityWords: readonly number[], isTenant: boolean): Alignment['left'] {
  if (open === 0) return nothingLeft;
  let core = 0;
  let extra = 0;
  let place = 0;
  for (let at = 0; at < ids.length && at < mostWords; at += 1) {
    if (!(open & (1 << at))) continue;
    const id = ids[at] ?? -1;
    if ((isTenant || at >= coreCount) && cityWords.includes(id)) continue;
    const weight = lexicon.weightOf(id);
    if (lexicon.isPlace(id)) place += weight;
    else if (at < coreCount) core += weight;
    else extra += weight;
  }
  return core + extra + place === 0 ? nothingLeft : { core, extra, place };
}

const haveNeighbours = (open: number) => (open & (open >> 1)) !== 0;

type Joined = { readonly left: number; readonly right: number };

const swap = (joined: Joined | undefined): Joined | undefined => joined && { left: joined.right, right: joined.left };

/** One open word on the left that is two neighbours on the right, written together. */
function joinedWords(left: WordList, leftOpen: number, right: WordList, rightOpen: number): Joined | undefined {
  for (let other = 0; other + 1 < Math.min(right.words.length, mostWords); other += 1) {
    if (!(rightOpen & (1 << other)) || !(rightOpen & (1 << (other + 1)))) continue;
    const first = right.words[other] ?? '';
    const second = right.words[other + 1] ?? '';
    for (let at = 0; at < Math.min(left.words.length, mostWords); at += 1) {
      const word = left.words[at] ?? '';
      if (leftOpen & (1 << at) && word.length === first.length + second.length && word === first + second) return { left: 1 << at, right: (1 << other) | (1 << (other + 1)) };
    }
  }
  return undefined;
}
