import { phrasesIn, type ReasonWords } from './reasonWords.js';

const { count, percent, numbers, difference } = phrasesIn('fr', {
  quote: (text) => `« ${text} »`,
  noNumber: 'aucun nombre',
  tenantOnly: ', que seul le nom du locataire contient',
  companyOnly: ', que seul le nom de l’entreprise contient',
});

export const texts: ReasonWords = {
  evidence: {
    'same-tenant-id': () => 'Le PSA contient déjà cet ID de locataire pour l’entreprise.',
    alias: ({ name }) => `Un locataire nommé « ${name} » a déjà été lié à cette entreprise.`,
    'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Même domaine ${domain}, que ${count(companyCount)} entreprises partagent.` : `Même domaine ${domain}.`),
    'lent-domain': ({ domain }) => `Une filiale ou une ancienne fiche de l’entreprise a le domaine ${domain}.`,
    'same-domain-label': ({ label }) => `Le domaine du locataire commence par « ${label} », comme le nom ou le domaine de l’entreprise.`,
    'different-domain': ({ tenantDomain, companyDomain }) => `Les domaines diffèrent : ${tenantDomain} et ${companyDomain}.`,
    'same-name': (facts) => `Même nom${difference(facts, ', à part ')}.`,
    'same-other-name': ({ name }) => `« ${name} » est un autre nom de la même organisation.`,
    acronym: ({ short }) => `« ${short} » est l’abréviation de l’autre nom.`,
    'similar-name': (facts) => `Les noms se ressemblent à ${percent(facts.similarity)}${difference(facts, ' ; différence : ')}.`,
    'same-city': ({ city }) => `Le nom du locataire contient la ville de l’entreprise, ${city}.`,
    'different-legal-form': ({ tenantForm, companyForm }) => `Les formes juridiques diffèrent : ${tenantForm} et ${companyForm}.`,
    'different-number': ({ tenantNumber, companyNumber }) => `Les nombres dans les noms diffèrent : ${numbers(tenantNumber)} et ${numbers(companyNumber)}.`,
    'inactive-company': ({ status }) => (status ? `L’entreprise n’est pas active dans le PSA (${status}).` : 'L’entreprise est marquée comme ancienne dans le PSA.'),
  },
  doubts: {
    'several-companies-fit': 'Plusieurs entreprises correspondent.',
    'low-confidence': 'La ressemblance est trop faible pour être sûr.',
    'inactive-company': 'La meilleure correspondance n’est pas une entreprise active.',
    'different-domain': 'Le domaine du locataire n’est pas celui de l’entreprise.',
    'generic-name': 'Le nom du locataire pourrait être celui de n’importe qui.',
    'short-name': 'Le nom est trop court pour être sûr avec lui seul.',
    'acronym-only': 'Seul un sigle plaide en sa faveur.',
    'bracket-only': 'Les noms concordent seulement par ce que l’un d’eux contient entre parenthèses.',
    'typo-only': 'Les noms concordent seulement si l’un d’eux est mal orthographié.',
    'label-only': 'Seule la première partie d’un domaine plaide en sa faveur.',
    'different-number': 'Les noms contiennent des nombres différents.',
    'different-place': 'Ce qui suit les noms, par exemple un lieu, diffère.',
    'different-words': 'Chaque nom contient un mot qui manque à l’autre.',
    'different-legal-form': 'Les noms portent des formes juridiques différentes.',
    'look-alike-characters': 'Les noms se ressemblent, mais sont écrits avec des caractères différents.',
  },
};
