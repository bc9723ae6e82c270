import type { Company } from '../domain/company.js';
import { createToldCompanies, type ToldCompanies } from './toldCompanies.js';

/** What one matcher of the thread knows, as this side remembers it. */
export type KeptMatcher = {
  readonly name: string;
  /** Where its companies came from: the same array again needs no comparison. */
  list: readonly Company[];
  readonly told: ToldCompanies;
  /** Runs that look at its companies: these must not change meanwhile. */
  readonly running: Set<Promise<void>>;
};

export type KeptLimits = { /** An idle matcher is dropped after so long. */ readonly idleMs: number; /** With more companies than this the longest idle go sooner. */ readonly companies: number };

export type KeptMatchers = {
  /** Keeps it until `letGo` was called as often. */
  readonly use: (name: string) => KeptMatcher;
  readonly letGo: (matcher: KeptMatcher) => void;
  readonly clear: () => void;
};

type Entry = { readonly matcher: KeptMatcher; users: number; idle: NodeJS.Timeout | undefined };

/** `onDrop` gets each matcher that is forgotten, and how many are left. */
export function createKeptMatchers(limits: KeptLimits, onDrop: (name: string, left: number) => void): KeptMatchers {
  // The one used last stands last.
  const entries = new Map<string, Entry>();

  const drop = (entry: Entry) => {
    clearTimeout(entry.idle);
    if (entries.get(entry.matcher.name) !== entry) return;
    entries.delete(entry.matcher.name);
    onDrop(entry.matcher.name, entries.size);
  };
  const countCompanies = () => [...entries.values()].reduce((sum, { matcher }) => sum + matcher.told.size, 0);

  return {
    use(name) {
      const entry = entries.get(name) ?? { matcher: { name, list: [], told: createToldCompanies(), running: new Set() }, users: 0, idle: undefined };
      clearTimeout(entry.idle);
      entry.users += 1;
      entries.delete(name);
      entries.set(name, entry);
      return entry.matcher;
    },
    letGo(matcher) {
      const entry = entries.get(matcher.name);
      if (entry?.matcher !== matcher) return;
      entry.users -= 1;
      if (entry.users > 0) return;
      entry.idle = setTimeout(() => drop(entry), limits.idleMs).unref();
      for (const other of [...entries.values()]) if (other.users === 0 && countCompanies() > limits.companies) drop(other);
    },
    clear() {
      for (const { idle } of entries.values()) clearTimeout(idle);
      entries.clear();
    },
  };
}
