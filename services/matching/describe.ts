import type { Doubt, Evidence, MatchWording } from '../domain/match.js';

type EvidenceOf<Kind extends Evidence['kind']> = Extract<Evidence, { readonly kind: Kind }>;

const percent = (share: number) => `${Math.floor(share * 100)}%`;
const numberText = (numbers: string) => (numbers ? `“${numbers.replace(/ /g, ', ')}”` : 'no number');

const evidenceSentences: { readonly [Kind in Evidence['kind']]: (evidence: EvidenceOf<Kind>) => string } = {
  'same-tenant-id': () => 'The PSA already holds this tenant id for the company.',
  alias: ({ name }) => `A tenant called “${name}” was linked to this company before.`,
  'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Same domain ${domain}, which ${companyCount} companies share.` : `Same domain ${domain}.`),
  'lent-domain': ({ domain }) => `A branch or an old record of the company has the domain ${domain}.`,
  'same-domain-label': ({ label }) => `The tenant's domain begins with “${label}”, as the company's name or domain does.`,
  'different-domain': ({ tenantDomain, companyDomain }) => `Domains differ: ${tenantDomain} and ${companyDomain}.`,
  'same-name': (evidence) => `Same name${differenceText(evidence, ' but for ')}.`,
  'same-other-name': ({ name }) => `“${name}” is another name of the same organisation.`,
  acronym: ({ short }) => `“${short}” is short for the other name.`,
  'similar-name': (evidence) => `Names are ${percent(evidence.similarity)} alike${differenceText(evidence, '; they differ by ')}.`,
  'same-city': ({ city }) => `The tenant's name holds the company's city, ${city}.`,
  'different-legal-form': ({ tenantForm, companyForm }) => `Legal forms differ: ${tenantForm} and ${companyForm}.`,
  'different-number': ({ tenantNumber, companyNumber }) => `Numbers in the names differ: ${numberText(tenantNumber)} and ${numberText(companyNumber)}.`,
  'inactive-company': ({ status }) => (status ? `The company is not active in the PSA (${status}).` : 'The company is marked as old in the PSA.'),
};

function differenceText({ tenantOnly = '', companyOnly = '' }: { readonly tenantOnly?: string; readonly companyOnly?: string }, words: string): string {
  if (!tenantOnly && !companyOnly) return '';
  if (tenantOnly && companyOnly) return `${words}“${tenantOnly}” / “${companyOnly}”`;
  return `${words}“${tenantOnly || companyOnly}”, which only the ${tenantOnly ? "tenant's" : "company's"} has`;
}

const doubtSentences: { readonly [Kind in Doubt]: string } = {
  'several-companies-fit': 'More than one company fits.',
  'low-confidence': 'The likeness is too weak to be sure.',
  'inactive-company': 'The best fit is not an active company.',
  'different-domain': "The tenant's domain is not the company's.",
  'generic-name': "The tenant's name could be anybody's.",
  'short-name': 'The name is too short to be sure by it alone.',
  'acronym-only': 'Only an acronym speaks for it.',
  'bracket-only': 'The names agree only in what one of them has in brackets.',
  'typo-only': 'The names agree only if one of them is misspelt.',
  'label-only': 'Only the first part of a domain speaks for it.',
  'different-number': 'The names bear different numbers.',
  'different-place': 'What stands behind the names, such as a place, differs.',
  'different-words': 'Each name has a word that the other lacks.',
  'different-legal-form': 'The names bear different legal forms.',
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

/** English, where the host has no words of its own. */
export const ownWording: MatchWording = { evidence: describeEvidence, doubt: describeDoubt };
