import type { Comparison } from './comparePair.js';
import { featureNames, featuresOf, type Features } from './features.js';
import { fittedWeights } from './weights.js';

/** What the PSA or people said rules over anything that is measured: these log-odds stand alone, and nothing else may come near. */
const sameTenantId = 25;
const alias = 12;
const mostBesideTold = 5;
/** A name that looks like the tenant's and is not is a trap; no data to fit this to. */
const lookAlike = -6;
/** All the same a person should see it. */
const leastLookAlike = -1;

/** Weights in the order of `featureNames`. */
export type WeightList = Float64Array;
export const weightList = (weights: Features): WeightList => Float64Array.from(featureNames, (name) => weights[name]);
export const fittedList = weightList(fittedWeights);

/** Natural log-odds that each is the same organisation as the tenant, against "none of them". */
export function logOdds(comparisons: readonly Comparison[], weights: WeightList = fittedList): number[] {
  const told = comparisons.map(toldOdds);
  const ruling = Math.max(0, ...told);
  return comparisons.map((comparison, at) => {
    if (ruling > 0 && told[at] === ruling) return ruling;
    const plain = weigh(comparison, weights);
    const odds = comparison.names.areLookAlikes ? Math.max(plain + lookAlike, leastLookAlike) : plain;
    return ruling > 0 ? Math.min(odds, mostBesideTold) : odds;
  });
}

function toldOdds({ tenant, company, isAlias }: Comparison): number {
  return company.company.tenantIds.includes(tenant.tenant.tenantId) ? sameTenantId : isAlias ? alias : 0;
}

/** Used again for every pair. */
const measured = new Float64Array(featureNames.length);

function weigh(comparison: Comparison, weights: WeightList): number {
  featuresOf(comparison, measured);
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += (measured[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}
