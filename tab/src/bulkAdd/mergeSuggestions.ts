import type { Suggestion } from '../../../contracts/autoMap.js';

type Suggestions = ReadonlyMap<string, Suggestion>;

const worth = { matched: 2, 'needs-review': 1, unmatched: 0, ignored: 0 } as const satisfies Record<Suggestion['kind'], number>;

/** The newest suggestion counts. One that saw a single PSA does not push out a better one that another PSA gave. */
export function mergeSuggestions(known: Suggestions, came: readonly Suggestion[], onlyPsa: string | undefined): Suggestions {
  const merged = new Map(known);
  for (const suggestion of came) {
    const before = known.get(suggestion.tenantId);
    const isOfOther = before?.candidates[0] !== undefined && before.candidates[0].company.psaConnectionId !== onlyPsa;
    const isKept = onlyPsa !== undefined && before !== undefined && isOfOther && worth[before.kind] > worth[suggestion.kind];
    if (!isKept) merged.set(suggestion.tenantId, suggestion);
  }
  return merged;
}
