import type { Doubt, Evidence } from '../domain/match.js';

type EvidenceOf<Kind extends Evidence['kind']> = Extract<Evidence, { readonly kind: Kind }>;

const percent = (share: number) => `${Math.floor(share * 100)}%`;
const numberText = (numbers: string) => (numbers ? `“${numbers.replace(/ /g, ', ')}”` : 'no number');

const evidenceSentences: { readonly [Kind in Evidence['kind']]: (evidence: EvidenceOf<Kind>) => string } = {
  'same-tenant-id': () => 'The PSA already holds this tenant id for the company.',
  'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Same domain ${domain}, which ${companyCount} companies share.` : `Same domain ${domain}.`),
  'same-domain-label': ({ label }) => `The tenant's domain begins with “${label}”, as the company's name or domain does.`,
  'different-domain': ({ tenantDomain, companyDomain }) => `Domains differ: ${tenantDomain} and ${companyDomain}.`,
  'same-name': () => 'Same name.',
  'similar-name': ({ similarity }) => `Names are ${percent(similarity)} alike.`,
  'different-legal-form': ({ tenantForm, companyForm }) => `Legal forms differ: ${tenantForm} and ${companyForm}.`,
  'different-number': ({ tenantNumber, companyNumber }) => `Numbers in the names differ: ${numberText(tenantNumber)} and ${numberText(companyNumber)}.`,
  'inactive-company': ({ status }) => (status ? `The company is not active in the PSA (${status}).` : 'The company is marked as old in the PSA.'),
};

const doubtSentences: { readonly [Kind in Doubt]: string } = {
  'several-companies-fit': 'More than one company fits.',
  'low-confidence': 'The likeness is too weak to be sure.',
  'inactive-company': 'The best fit is not an active company.',
  'different-domain': "The tenant's domain is not the company's.",
  'generic-name': "The tenant's name could be anybody's.",
  'different-number': 'The names bear different numbers.',
  'look-alike-characters': 'The names look alike but are written with different characters.',
};

/** One whole sentence for people, with the facts. */
export function describeEvidence(evidence: Evidence): string {
  const sentence = evidenceSentences[evidence.kind] as (evidence: Evidence) => string;
  return sentence(evidence);
}

/** One whole sentence for people: why the best candidate is not simply proposed. */
export function describeDoubt(doubt: Doubt): string {
  return doubtSentences[doubt];
}
