const mostFaults = 20;

/** A list that can't be used. `sentence` tells people every fault, one a line. */
export class ListError extends Error {
  override readonly name = 'ListError';
  readonly sentence: string;

  constructor(readonly faults: readonly string[]) {
    const more = faults.length - mostFaults;
    const sentence = [...faults.slice(0, mostFaults), ...(more > 0 ? [`... and ${more} more.`] : [])].join('\n');
    super(sentence);
    this.sentence = sentence;
  }
}
