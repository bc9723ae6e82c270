/** One choice: what is measured of each option as (place of the feature, value) pairs, and which option was right; -1: none of them. */
export type Choice = { readonly options: readonly SparseRow[]; readonly chosen: number };
export type SparseRow = { readonly places: readonly number[]; readonly values: readonly number[] };

/** Newton's method ends in about ten steps; the limit is for data that let weights run away. */
const mostSteps = 60;
const smallStep = 1e-7;
const leastShare = 1e-12;

/**
 * Weights w that make the right choices likeliest when an option is chosen with share exp(w·x) / (1 + sum of exp(w·x)), the 1 standing for
 * "none of them". `ridge` times half the squared weights is added to the mean loss, which keeps them small where the data say little.
 */
export function fitConditionalLogit(choices: readonly Choice[], featureCount: number, ridge: number): Float64Array {
  let weights = new Float64Array(featureCount);
  let loss = lossOf(choices, weights, ridge);
  for (let step = 0; step < mostSteps; step += 1) {
    const direction = newtonDirection(choices, weights, ridge);
    let length = 1;
    let next = weights;
    let nextLoss = Infinity;
    for (; length > 1e-6 && !(nextLoss < loss); length /= 2) {
      const stepLength = length;
      next = weights.map((weight, at) => weight - stepLength * (direction[at] ?? 0));
      nextLoss = lossOf(choices, next, ridge);
    }
    if (!(nextLoss < loss - smallStep)) return nextLoss < loss ? next : weights;
    weights = next;
    loss = nextLoss;
  }
  return weights;
}

/** Shares of the options; what is missing to 1 is "none of them". */
export function sharesOf(options: readonly SparseRow[], weights: Float64Array): number[] {
  const scores = options.map((row) => dot(row, weights));
  const most = scores.reduce((left, right) => Math.max(left, right), 0);
  const odds = scores.map((score) => Math.exp(score - most));
  const total = odds.reduce((sum, value) => sum + value, Math.exp(-most));
  return odds.map((value) => value / total);
}

function dot({ places, values }: SparseRow, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) sum += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

function lossOf(choices: readonly Choice[], weights: Float64Array, ridge: number): number {
  let loss = 0;
  for (const { options, chosen } of choices) {
    const shares = sharesOf(options, weights);
    const share = chosen < 0 ? 1 - shares.reduce((sum, value) => sum + value, 0) : (shares[chosen] ?? 0);
    loss -= Math.log(Math.max(share, leastShare));
  }
  return loss / choices.length + (ridge / 2) * weights.reduce((sum, weight) => sum + weight * weight, 0);
}

/** The gradient divided by the curvature. */
function newtonDirection(choices: readonly Choice[], weights: Float64Array, ridge: number): Float64Array {
  const count = weights.length;
  const gradient = new Float64Array(count);
  const curvature = Array.from({ length: count }, () => new Float64Array(count));
  const mean = new Float64Array(count);
  for (const { options, chosen } of choices) {
    const shares = sharesOf(options, weights);
    const touched = new Set<number>();
    for (const [at, row] of options.entries()) {
      const share = shares[at] ?? 0;
      const pull = share - (at === chosen ? 1 : 0);
      if (Math.abs(pull) < leastShare) continue;
      for (const [left, place] of row.places.entries()) {
        const value = row.values[left] ?? 0;
        gradient[place] = (gradient[place] ?? 0) + pull * value;
        mean[place] = (mean[place] ?? 0) + share * value;
        touched.add(place);
        const line = curvature[place];
        if (line) for (const [right, other] of row.places.entries()) line[other] = (line[other] ?? 0) + share * value * (row.values[right] ?? 0);
      }
    }
    for (const place of touched) {
      const line = curvature[place];
      if (line) for (const other of touched) line[other] = (line[other] ?? 0) - (mean[place] ?? 0) * (mean[other] ?? 0);
    }
    for (const place of touched) mean[place] = 0;
  }
  for (const [place, line] of curvature.entries()) {
    for (const [other, value] of line.entries()) line[other] = value / choices.length + (other === place ? ridge : 0);
    gradient[place] = (gradient[place] ?? 0) / choices.length + ridge * (weights[place] ?? 0);
  }
  return solve(curvature, gradient);
}

/** Gauss' elimination of a symmetric positive definite system; both arguments are used up. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const count = right.length;
  for (let pivot = 0; pivot < count; pivot += 1) {
    const line = matrix[pivot] ?? new Float64Array(count);
    for (let row = pivot + 1; row < count; row += 1) {
      const other = matrix[row] ?? new Float64Array(count);
      const factor = (other[pivot] ?? 0) / (line[pivot] ?? 1);
      if (factor === 0) continue;
      for (let at = pivot; at < count; at += 1) other[at] = (other[at] ?? 0) - factor * (line[at] ?? 0);
      right[row] = (right[row] ?? 0) - factor * (right[pivot] ?? 0);
    }
  }
  for (let row = count - 1; row >= 0; row -= 1) {
    const line = matrix[row] ?? new Float64Array(count);
    let value = right[row] ?? 0;
    for (let at = row + 1; at < count; at += 1) value -= (line[at] ?? 0) * (right[at] ?? 0);
    right[row] = value / (line[row] ?? 1);
  }
  return right;
}
