import type { TenantId } from '../../services/domain/ids.js';
import { defaultThresholds } from '../../services/matching/confidence.js';
import { compareCandidates } from '../../services/matching/evidence/compareCandidates.js';
import type { Comparison } from '../../services/matching/evidence/comparePair.js';
import { featureNames, featuresOf, type FeatureName, type Features } from '../../services/matching/evidence/features.js';
import { weightList } from '../../services/matching/evidence/logOdds.js';
import { judgeComparisons } from '../../services/matching/judge.js';
import { createCompanyIndex } from '../../services/matching/lookup/companyIndex.js';
import { profileTenant } from '../../services/matching/lookup/profile.js';
import { fitConditionalLogit, type Choice, type SparseRow } from './fitConditionalLogit.js';
import type { LabelledLists } from './readLabelledLists.js';
import { scoreOutcomes, type Scores } from './scoreOutcomes.js';

/** One tenant with its candidates. `choice` is undefined where the right company is not among them: nothing can be learned from that. */
export type Case = { readonly tenantId: TenantId; readonly source: string; readonly comparisons: readonly Comparison[]; readonly choice: Choice | undefined };

const nothingSettled = { aliases: [], isRejected: () => false };

export function compareLists({ tenants, companies, truth, sourceOf }: LabelledLists): Case[] {
  const index = createCompanyIndex();
  for (const company of companies) index.put(company);
  index.settle();
  return tenants.map((tenant): Case => {
    const comparisons = compareCandidates(profileTenant(tenant, index.lexicon), index, nothingSettled);
    const right = truth.get(tenant.tenantId) ?? null;
    const chosen = comparisons.findIndex(({ company }) => company.company.companyId === right);
    const isLearnable = comparisons.length > 0 && (right === null || chosen >= 0);
    return { tenantId: tenant.tenantId, source: sourceOf(tenant.tenantId), comparisons, choice: isLearnable ? { options: comparisons.map(toSparse), chosen } : undefined };
  });
}

function toSparse(comparison: Comparison): SparseRow {
  const features = new Float64Array(featureNames.length);
  featuresOf(comparison, features);
  const places = [...features.keys()].filter((at) => features[at] !== 0);
  return { places, values: places.map((at) => features[at] ?? 0) };
}

export function fitCases(cases: readonly Case[], ridge: number): Features {
  const weights = fitConditionalLogit(cases.flatMap(({ choice }) => choice ?? []), featureNames.length, ridge);
  return Object.fromEntries(featureNames.map((name, at) => [name, Math.round((weights[at] ?? 0) * 1000) / 1000])) as Record<FeatureName, number>;
}

/** The product's own decisions, made with other weights. */
export function scoreCases(cases: readonly Case[], weightsOf: (one: Case) => Features, truth: LabelledLists['truth']): Scores {
  return scoreOutcomes(cases.map((one) => judgeComparisons(one.tenantId, one.comparisons, defaultThresholds, weightList(weightsOf(one)))), truth);
}
