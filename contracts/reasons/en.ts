import { phrasesIn, type ReasonWords } from './reasonWords.js';

const { count, percent, numbers, difference } = phrasesIn('en', {
  quote: (text) => `“${text}”`,
  noNumber: 'no number',
  tenantOnly: ", which only the tenant's has",
  companyOnly: ", which only the company's has",
});

export const texts: ReasonWords = {
  evidence: {
    'same-tenant-id': () => 'The PSA already holds this tenant id for the company.',
    alias: ({ name }) => `A tenant called “${name}” was linked to this company before.`,
    'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Same domain ${domain}, which ${count(companyCount)} companies share.` : `Same domain ${domain}.`),
    'lent-domain': ({ domain }) => `A branch or an old record of the company has the domain ${domain}.`,
    'same-domain-label': ({ label }) => `The tenant's domain begins with “${label}”, as the company's name or domain does.`,
    'different-domain': ({ tenantDomain, companyDomain }) => `Domains differ: ${tenantDomain} and ${companyDomain}.`,
    'same-name': (facts) => `Same name${difference(facts, ' but for ')}.`,
    'same-other-name': ({ name }) => `“${name}” is another name of the same organisation.`,
    acronym: ({ short }) => `“${short}” is short for the other name.`,
    'similar-name': (facts) => `Names are ${percent(facts.similarity)} alike${difference(facts, '; they differ by ')}.`,
    'same-city': ({ city }) => `The tenant's name holds the company's city, ${city}.`,
    'different-legal-form': ({ tenantForm, companyForm }) => `Legal forms differ: ${tenantForm} and ${companyForm}.`,
    'different-number': ({ tenantNumber, companyNumber }) => `Numbers in the names differ: ${numbers(tenantNumber)} and ${numbers(companyNumber)}.`,
    'inactive-company': ({ status }) => (status ? `The company is not active in the PSA (${status}).` : 'The company is marked as old in the PSA.'),
  },
  doubts: {
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
  },
};
