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

const listOf = (weights: Features): readonly number[] => featureNames.map((name) => weights[name]);
const fittedList = listOf(fittedWeights);

/** Natural log-odds that each is the same organisation as the tenant, against "none of them". */
export function logOdds(comparisons: readonly Comparison[], weights: Features = fittedWeights): number[] {
  const list = weights === fittedWeights ? fittedList : listOf(weights);
  const told = comparisons.map(toldOdds);
  const ruling = Math.max(0, ...told);
  return comparisons.map((comparison, at) => {
    if (ruling > 0 && told[at] === ruling) return ruling;
    const plain = weigh(featuresOf(comparison), list);
    const measured = comparison.names.areLookAlikes ? Math.max(plain + lookAlike, leastLookAlike) : plain;
    return ruling > 0 ? Math.min(measured, mostBesideTold) : measured;
  });
}

function toldOdds({ tenant, company, isAlias }: Comparison): number {
  return company.company.tenantIds.includes(tenant.tenant.tenantId) ? sameTenantId : isAlias ? alias : 0;
}

/** The order of `featuresOf` is that of `featureNames`. */
function weigh(features: Features, list: readonly number[]): number {
  let sum = 0;
  const values = Object.values(features);
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) * (list[at] ?? 0);
  return sum;
}
