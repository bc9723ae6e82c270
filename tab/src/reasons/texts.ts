import type { EvidenceView } from '../../../contracts/evidence.js';
import { inEveryLanguage, type Words } from '../app/words.js';
import { countOf, formatScore } from '../app/wording.js';

type Facts<Kind extends EvidenceView['kind']> = Extract<EvidenceView, { readonly kind: Kind }>;

const numberText = (numbers: string) => (numbers ? `“${numbers.replace(/ /g, ', ')}”` : 'no number');

/** What stands in one of the two names only. */
function difference({ tenantOnly = '', companyOnly = '' }: { readonly tenantOnly?: string | undefined; readonly companyOnly?: string | undefined }, words: string): string {
  if (!tenantOnly && !companyOnly) return '';
  if (tenantOnly && companyOnly) return `${words}“${tenantOnly}” / “${companyOnly}”`;
  return `${words}“${tenantOnly || companyOnly}”, which only the ${tenantOnly ? "tenant's" : "company's"} has`;
}

const english = {
  evidence: {
    'same-tenant-id': () => 'The PSA already holds this tenant id for the company.',
    alias: ({ name }: Facts<'alias'>) => `A tenant called “${name}” was linked to this company before.`,
    'same-domain': ({ domain, companyCount }: Facts<'same-domain'>) => (companyCount > 1 ? `Same domain ${domain}, which ${countOf(companyCount, 'company', 'companies')} share.` : `Same domain ${domain}.`),
    'lent-domain': ({ domain }: Facts<'lent-domain'>) => `A branch or an old record of the company has the domain ${domain}.`,
    'same-domain-label': ({ label }: Facts<'same-domain-label'>) => `The tenant's domain begins with “${label}”, as the company's name or domain does.`,
    'different-domain': ({ tenantDomain, companyDomain }: Facts<'different-domain'>) => `Domains differ: ${tenantDomain} and ${companyDomain}.`,
    'same-name': (facts: Facts<'same-name'>) => `Same name${difference(facts, ' but for ')}.`,
    'same-other-name': ({ name }: Facts<'same-other-name'>) => `“${name}” is another name of the same organisation.`,
    acronym: ({ short }: Facts<'acronym'>) => `“${short}” is short for the other name.`,
    'similar-name': (facts: Facts<'similar-name'>) => `Names are ${formatScore(facts.similarity)} alike${difference(facts, '; they differ by ')}.`,
    'same-city': ({ city }: Facts<'same-city'>) => `The tenant's name holds the company's city, ${city}.`,
    'different-legal-form': ({ tenantForm, companyForm }: Facts<'different-legal-form'>) => `Legal forms differ: ${tenantForm} and ${companyForm}.`,
    'different-number': ({ tenantNumber, companyNumber }: Facts<'different-number'>) => `Numbers in the names differ: ${numberText(tenantNumber)} and ${numberText(companyNumber)}.`,
    'inactive-company': ({ status }: Facts<'inactive-company'>) => (status ? `The company is not active in the PSA (${status}).` : 'The company is marked as old in the PSA.'),
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

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
