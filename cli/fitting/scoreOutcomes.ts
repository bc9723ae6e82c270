import type { MatchOutcome } from '../../services/domain/match.js';

/** Percentages of a run against the truth. */
export type Scores = {
  readonly tenants: number;
  readonly wrong: number;
  /** Of the rows accepted without a person. */
  readonly precision: number;
  readonly recall: number;
  /** Share of the tenants without a company that got one. */
  readonly falseOnNull: number;
  readonly withinFive: number;
  /** Accepted rightly, or put to review with the right company among five. */
  readonly reached: number;
  readonly review: number;
};

/** `truth` by tenant id: a company id, or null for none. Outcomes of tenants that it does not name are left out. */
export function scoreOutcomes(outcomes: readonly MatchOutcome[], truth: ReadonlyMap<string, string | null>): Scores {
  let [right, wrong, linked, wrongOnNull, withinFive, reached, review, tenants] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const outcome of outcomes) {
    const expected = truth.get(outcome.tenantId);
    if (expected === undefined || outcome.kind === 'already-mapped') continue;
    tenants += 1;
    const ids = outcome.candidates.map(({ companyId }) => String(companyId));
    const isAccepted = outcome.kind === 'matched';
    const isRight = isAccepted && expected !== null && ids[0] === expected;
    const isOffered = expected !== null && ids.includes(expected);
    right += isRight ? 1 : 0;
    wrong += isAccepted && !isRight ? 1 : 0;
    linked += expected === null ? 0 : 1;
    wrongOnNull += isAccepted && expected === null ? 1 : 0;
    withinFive += isOffered ? 1 : 0;
    reached += isRight || (outcome.kind === 'needs-review' && isOffered) ? 1 : 0;
    review += outcome.kind === 'needs-review' ? 1 : 0;
  }
  const percent = (part: number, whole: number) => (whole === 0 ? NaN : Math.round((10_000 * part) / whole) / 100);
  return {
    tenants,
    wrong,
    precision: percent(right, right + wrong),
    recall: percent(right, linked),
    falseOnNull: percent(wrongOnNull, tenants - linked),
    withinFive: percent(withinFive, linked),
    reached: percent(reached, linked),
    review: percent(review, tenants),
  };
}
