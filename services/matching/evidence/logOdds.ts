import { featuresOf, type Comparison } from './comparePair.js';
import { featureNames, type Features } from './features.js';
import { fittedWeights } from './weights.js';

/** What the PSA or people said rules over anything that is measured: these log-odds stand alone, and nothing else may come near. */
const sameTenantId = 25;
const alias = 12;
const mostBesideTold = 5;
/** A name that looks like the tenant's and is not is a trap; no data to fit this to. */
const lookAlike = -6;
/** All the same a person should see it. */
const leastLookAlike = -1;

/** Natural log-odds that each is the same organisation as the tenant, against "none of them". */
export function logOdds(comparisons: readonly Comparison[], weights: Features = fittedWeights): number[] {
  const told = comparisons.map(toldOdds);
  const ruling = Math.max(0, ...told);
  return comparisons.map((comparison, at) => {
    if (ruling > 0 && told[at] === ruling) return ruling;
    const plain = weigh(featuresOf(comparison), weights);
    const measured = comparison.names.areLookAlikes ? Math.max(plain + lookAlike, leastLookAlike) : plain;
    return ruling > 0 ? Math.min(measured, mostBesideTold) : measured;
  });
}

function toldOdds({ tenant, company, isAlias }: Comparison): number {
  return company.company.tenantIds.includes(tenant.tenant.tenantId) ? sameTenantId : isAlias ? alias : 0;
}

function weigh(features: Features, weights: Features): number {
  let sum = 0;
  for (const name of featureNames) sum += features[name] * weights[name];
  return sum;
}
