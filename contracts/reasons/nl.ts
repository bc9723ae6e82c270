import { phrasesIn, type ReasonWords } from './reasonWords.js';

const { count, percent, numbers, difference } = phrasesIn('nl', {
  quote: (text) => `‘${text}’`,
  noNumber: 'geen getal',
  tenantOnly: ', dat alleen in de naam van de tenant staat',
  companyOnly: ', dat alleen in de naam van het bedrijf staat',
});

export const texts: ReasonWords = {
  evidence: {
    'same-tenant-id': () => 'De PSA heeft deze tenant-id al bij het bedrijf staan.',
    alias: ({ name }) => `Een tenant met de naam ‘${name}’ is al eerder aan dit bedrijf gekoppeld.`,
    'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Hetzelfde domein ${domain}, dat ${count(companyCount)} bedrijven delen.` : `Hetzelfde domein ${domain}.`),
    'lent-domain': ({ domain }) => `Een vestiging of een oude record van het bedrijf heeft het domein ${domain}.`,
    'same-domain-label': ({ label }) => `Het domein van de tenant begint met ‘${label}’, net als de naam of het domein van het bedrijf.`,
    'different-domain': ({ tenantDomain, companyDomain }) => `De domeinen verschillen: ${tenantDomain} en ${companyDomain}.`,
    'same-name': (facts) => `Dezelfde naam${difference(facts, ', behalve ')}.`,
    'same-other-name': ({ name }) => `‘${name}’ is een andere naam van dezelfde organisatie.`,
    acronym: ({ short }) => `‘${short}’ is de afkorting van de andere naam.`,
    'similar-name': (facts) => `De namen lijken voor ${percent(facts.similarity)} op elkaar${difference(facts, '; verschil: ')}.`,
    'same-city': ({ city }) => `De naam van de tenant bevat de plaats van het bedrijf, ${city}.`,
    'different-legal-form': ({ tenantForm, companyForm }) => `De rechtsvormen verschillen: ${tenantForm} en ${companyForm}.`,
    'different-number': ({ tenantNumber, companyNumber }) => `De getallen in de namen verschillen: ${numbers(tenantNumber)} en ${numbers(companyNumber)}.`,
    'inactive-company': ({ status }) => (status ? `Het bedrijf is niet actief in de PSA (${status}).` : 'Het bedrijf is in de PSA als oud gemarkeerd.'),
  },
  doubts: {
    'several-companies-fit': 'Er past meer dan één bedrijf.',
    'low-confidence': 'De gelijkenis is te zwak om zeker te zijn.',
    'inactive-company': 'Het best passende bedrijf is niet actief.',
    'different-domain': 'Het domein van de tenant is niet dat van het bedrijf.',
    'generic-name': 'De naam van de tenant kan van iedereen zijn.',
    'short-name': 'De naam is te kort om daarmee alleen zeker te zijn.',
    'acronym-only': 'Alleen een afkorting pleit ervoor.',
    'bracket-only': 'De namen komen alleen overeen in wat bij een ervan tussen haakjes staat.',
    'typo-only': 'De namen komen alleen overeen als een ervan verkeerd is gespeld.',
    'label-only': 'Alleen het eerste deel van een domein pleit ervoor.',
    'different-number': 'De namen bevatten verschillende getallen.',
    'different-place': 'Wat achter de namen staat, zoals een plaats, verschilt.',
    'different-words': 'Elke naam heeft een woord dat in de andere ontbreekt.',
    'different-legal-form': 'De namen hebben verschillende rechtsvormen.',
    'look-alike-characters': 'De namen lijken op elkaar, maar zijn met andere tekens geschreven.',
  },
};
