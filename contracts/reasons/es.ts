import { phrasesIn, type ReasonWords } from './reasonWords.js';

const { count, percent, numbers, difference } = phrasesIn('es', {
  quote: (text) => `«${text}»`,
  noNumber: 'ningún número',
  tenantOnly: ', que solo está en el nombre del inquilino',
  companyOnly: ', que solo está en el nombre de la empresa',
});

export const texts: ReasonWords = {
  evidence: {
    'same-tenant-id': () => 'El PSA ya tiene este id. de inquilino en la empresa.',
    alias: ({ name }) => `Un inquilino llamado «${name}» ya se vinculó antes con esta empresa.`,
    'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Mismo dominio ${domain}, que ${count(companyCount)} empresas comparten.` : `Mismo dominio ${domain}.`),
    'lent-domain': ({ domain }) => `Una sucursal o un registro antiguo de la empresa tiene el dominio ${domain}.`,
    'same-domain-label': ({ label }) => `El dominio del inquilino empieza por «${label}», igual que el nombre o el dominio de la empresa.`,
    'different-domain': ({ tenantDomain, companyDomain }) => `Los dominios son distintos: ${tenantDomain} y ${companyDomain}.`,
    'same-name': (facts) => `Mismo nombre${difference(facts, ' salvo ')}.`,
    'same-other-name': ({ name }) => `«${name}» es otro nombre de la misma organización.`,
    acronym: ({ short }) => `«${short}» es la abreviatura del otro nombre.`,
    'similar-name': (facts) => `Los nombres se parecen en un ${percent(facts.similarity)}${difference(facts, '; diferencia: ')}.`,
    'same-city': ({ city }) => `El nombre del inquilino contiene la ciudad de la empresa, ${city}.`,
    'different-legal-form': ({ tenantForm, companyForm }) => `Las formas jurídicas son distintas: ${tenantForm} y ${companyForm}.`,
    'different-number': ({ tenantNumber, companyNumber }) => `Los números de los nombres son distintos: ${numbers(tenantNumber)} y ${numbers(companyNumber)}.`,
    'inactive-company': ({ status }) => (status ? `La empresa no está activa en el PSA (${status}).` : 'La empresa está marcada como antigua en el PSA.'),
  },
  doubts: {
    'several-companies-fit': 'Encaja más de una empresa.',
    'low-confidence': 'El parecido es demasiado débil para estar seguro.',
    'inactive-company': 'La que mejor encaja no es una empresa activa.',
    'different-domain': 'El dominio del inquilino no es el de la empresa.',
    'generic-name': 'El nombre del inquilino podría ser de cualquiera.',
    'short-name': 'El nombre es demasiado corto para estar seguro solo con él.',
    'acronym-only': 'Solo una sigla habla a su favor.',
    'bracket-only': 'Los nombres solo coinciden en lo que uno de ellos lleva entre paréntesis.',
    'typo-only': 'Los nombres solo coinciden si uno de ellos está mal escrito.',
    'label-only': 'Solo la primera parte de un dominio habla a su favor.',
    'different-number': 'Los nombres llevan números distintos.',
    'different-place': 'Lo que sigue a los nombres, por ejemplo un lugar, es distinto.',
    'different-words': 'Cada nombre tiene una palabra que le falta al otro.',
    'different-legal-form': 'Los nombres llevan formas jurídicas distintas.',
    'look-alike-characters': 'Los nombres se parecen, pero están escritos con caracteres distintos.',
  },
};
