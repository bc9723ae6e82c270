/** Counts what an experiment tried, and keeps the first few reasons why something did not hold. */
export type Tally = {
  /** One thing that was tried: `flaw` says what did not hold, undefined when all did. */
  readonly add: (flaw: string | undefined) => void;
  /** The greatest of what was measured under that name. */
  readonly note: (name: string, value: number) => void;
  /** Counts under that name. */
  readonly count: (name: string) => void;
  readonly tried: number;
  readonly failed: number;
  readonly flaws: readonly string[];
  readonly facts: Readonly<Record<string, number>>;
};

const keptFlaws = 5;

/** `onTried` hears of each thing that was tried. */
export function createTally(onTried: (tried: number, failed: number) => void = () => {}): Tally {
  const flaws: string[] = [];
  const facts: Record<string, number> = {};
  let [tried, failed] = [0, 0];
  return {
    add(flaw) {
      tried += 1;
      if (flaw !== undefined) {
        failed += 1;
        if (flaws.length < keptFlaws) flaws.push(flaw);
      }
      onTried(tried, failed);
    },
    note(name, value) {
      facts[name] = Math.max(facts[name] ?? value, value);
    },
    count(name) {
      facts[name] = (facts[name] ?? 0) + 1;
    },
    get tried() {
      return tried;
    },
    get failed() {
      return failed;
    },
    flaws,
    facts,
  };
}
