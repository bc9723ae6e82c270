import { featuresOf, type Comparison } from './comparePair.js';
import { featureNames, type Features } from './features.js';
import { fittedWeights } from './weights.js';

/** What the PSA or people said rules over anything that is measured: these log-odds stand alone, and nothing else may come near. */
const sameTenantId = 25;
const alias = 20;
const mostBesideTold = 5;

/** Natural log-odds that each is the same organisation as the tenant, against "none of them". */
export function logOdds(comparisons: readonly Comparison[], weights: Features = fittedWeights): number[] {
  const told = comparisons.map(toldOdds);
  const ruling = Math.max(0, ...told);
  return comparisons.map((comparison, at) => {
    if (ruling > 0 && told[at] === ruling) return ruling;
    const measured = weigh(featuresOf(comparison), weights);
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
