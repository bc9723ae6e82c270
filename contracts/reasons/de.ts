import { phrasesIn, type ReasonWords } from './reasonWords.js';

const { count, percent, numbers, difference } = phrasesIn('de', {
  quote: (text) => `„${text}“`,
  noNumber: 'keine Zahl',
  tenantOnly: ', das nur der Mandant im Namen hat',
  companyOnly: ', das nur die Firma im Namen hat',
});

export const texts: ReasonWords = {
  evidence: {
    'same-tenant-id': () => 'Im PSA ist diese Mandanten-ID bereits bei der Firma hinterlegt.',
    alias: ({ name }) => `Ein Mandant namens „${name}“ wurde schon einmal mit dieser Firma verknüpft.`,
    'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Gleiche Domäne ${domain}, die sich ${count(companyCount)} Firmen teilen.` : `Gleiche Domäne ${domain}.`),
    'lent-domain': ({ domain }) => `Eine Niederlassung oder ein alter Eintrag der Firma hat die Domäne ${domain}.`,
    'same-domain-label': ({ label }) => `Die Domäne des Mandanten beginnt mit „${label}“, wie Name oder Domäne der Firma.`,
    'different-domain': ({ tenantDomain, companyDomain }) => `Verschiedene Domänen: ${tenantDomain} und ${companyDomain}.`,
    'same-name': (facts) => `Gleicher Name${difference(facts, ' bis auf ')}.`,
    'same-other-name': ({ name }) => `„${name}“ ist ein anderer Name derselben Organisation.`,
    acronym: ({ short }) => `„${short}“ ist eine Abkürzung des anderen Namens.`,
    'similar-name': (facts) => `Die Namen sind zu ${percent(facts.similarity)} gleich${difference(facts, '; Unterschied: ')}.`,
    'same-city': ({ city }) => `Der Name des Mandanten enthält den Ort der Firma, ${city}.`,
    'different-legal-form': ({ tenantForm, companyForm }) => `Verschiedene Rechtsformen: ${tenantForm} und ${companyForm}.`,
    'different-number': ({ tenantNumber, companyNumber }) => `Verschiedene Zahlen in den Namen: ${numbers(tenantNumber)} und ${numbers(companyNumber)}.`,
    'inactive-company': ({ status }) => (status ? `Die Firma ist im PSA nicht aktiv (${status}).` : 'Die Firma ist im PSA als alt gekennzeichnet.'),
  },
  doubts: {
    'several-companies-fit': 'Mehr als eine Firma passt.',
    'low-confidence': 'Die Ähnlichkeit ist zu schwach, um sicher zu sein.',
    'inactive-company': 'Die am besten passende Firma ist nicht aktiv.',
    'different-domain': 'Die Domäne des Mandanten ist nicht die der Firma.',
    'generic-name': 'Den Namen des Mandanten könnten viele tragen.',
    'short-name': 'Der Name ist zu kurz, um allein damit sicher zu sein.',
    'acronym-only': 'Nur eine Abkürzung spricht dafür.',
    'bracket-only': 'Die Namen stimmen nur in dem überein, was bei einem in Klammern steht.',
    'typo-only': 'Die Namen stimmen nur überein, wenn einer falsch geschrieben ist.',
    'label-only': 'Nur der erste Teil einer Domäne spricht dafür.',
    'different-number': 'Die Namen enthalten verschiedene Zahlen.',
    'different-place': 'Was hinter den Namen steht, etwa ein Ort, ist verschieden.',
    'different-words': 'Jeder Name enthält ein Wort, das dem anderen fehlt.',
    'different-legal-form': 'Die Namen tragen verschiedene Rechtsformen.',
    'look-alike-characters': 'Die Namen sehen gleich aus, sind aber mit verschiedenen Zeichen geschrieben.',
  },
};
