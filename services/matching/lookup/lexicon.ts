import { splitWords } from '../names/splitWords.js';
import { commonWords } from './commonWords.js';

/** Counts in how many companies' names each word occurs. Words are numbers from 0; a word never seen in a company is `unknownWord`. */
export type Lexicon = {
  /** The number of a word; gives it one where it has none. */
  intern(word: string): number;
  find(word: string): number;
  wordOf(id: number): string;
  /** One more (or one fewer) company has this word. */
  count(id: number, companies: 1 | -1): void;
  countOf(id: number): number;
  /** 0-1: how much a word tells. 1 for one that nobody else has. */
  weightOf(id: number): number;
  /** The words of a city's name, which are known as such from now on. */
  placeWords(city: string): readonly number[];
  isPlace(id: number): boolean;
  /** Weights follow the counts from now on. Until then they stay as they were, so that one run judges all tenants alike. */
  settle(companyCount: number): void;
};

export const unknownWord = -1;

/** Short lists tell little about which words are common; this many made-up companies stand beside every list. */
const backgroundCompanies = 1000;
const compass = ['north', 'south', 'east', 'west', 'nord', 'sud', 'ost', 'est', 'central', 'downtown'];

export function createLexicon(): Lexicon {
  const ids = new Map<string, number>();
  const words: string[] = [];
  const counts: number[] = [];
  const isPlace: boolean[] = [];
  const wordsOfCity = new Map<string, readonly number[]>([['', []]]);
  let weights = new Float64Array(0);
  let unknownWeight = 1;
  let total = backgroundCompanies;

  const intern = (word: string) => {
    let id = ids.get(word);
    if (id === undefined) {
      id = words.push(word) - 1;
      ids.set(word, id);
      counts.push(0);
      isPlace.push(false);
    }
    return id;
  };
  const weigh = (count: number, word: string) => Math.log(1 + total / (1 + count + backgroundCompanies * (commonWords.get(word) ?? 0))) / Math.log(1 + total);
  for (const word of compass) isPlace[intern(word)] = true;

  return {
    intern,
    find: (word) => ids.get(word) ?? unknownWord,
    wordOf: (id) => words[id] ?? '',
    count(id, companies) {
      counts[id] = (counts[id] ?? 0) + companies;
    },
    countOf: (id) => (id < 0 ? 0 : (counts[id] ?? 0)),
    weightOf: (id) => (id < 0 ? unknownWeight : (weights[id] ?? unknownWeight)),
    placeWords(city) {
      let known = wordsOfCity.get(city);
      if (known === undefined) {
        known = splitWords(city).map(intern);
        for (const id of known) isPlace[id] = true;
        wordsOfCity.set(city, known);
      }
      return known;
    },
    isPlace: (id) => id >= 0 && isPlace[id] === true,
    settle(companyCount) {
      total = companyCount + backgroundCompanies;
      weights = new Float64Array(words.length);
      for (const [id, word] of words.entries()) weights[id] = weigh(counts[id] ?? 0, word);
      unknownWeight = weigh(0, '');
    },
  };
}
