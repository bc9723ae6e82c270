import { countOf, formatScore } from '../app/wording.js';
import type { Texts } from './texts.js';

const numberText = (numbers: string) => (numbers ? `„${numbers.replace(/ /g, ', ')}“` : 'keine Zahl');

function difference({ tenantOnly = '', companyOnly = '' }: { readonly tenantOnly?: string | undefined; readonly companyOnly?: string | undefined }, words: string): string {
  if (!tenantOnly && !companyOnly) return '';
  if (tenantOnly && companyOnly) return `${words}„${tenantOnly}“ / „${companyOnly}“`;
  return `${words}„${tenantOnly || companyOnly}“, das nur ${tenantOnly ? 'der Mandant' : 'die Firma'} im Namen hat`;
}

export const texts: Texts = {
  errors: {
    network: 'Der Server hat nicht geantwortet. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
    'signed-out': 'Microsoft Teams konnte Sie nicht anmelden. Bitte versuchen Sie es erneut.',
    refused: 'Der Server hat das abgelehnt.',
    'odd-answer': 'Der Server hat eine Antwort gegeben, die diese Seite nicht versteht. Laden Sie die Seite neu; sie ist vielleicht eine ältere Version.',
    'bad-request': 'Die Anfrage konnte nicht verstanden werden.',
    'not-signed-in': 'Bitte melden Sie sich erneut an.',
    'not-allowed': 'Sie haben nicht die Berechtigung dafür. Wenden Sie sich an einen Administrator der App.',
    'not-found': 'Das wurde nicht gefunden.',
    'not-acceptable-media': 'Nur einfaches JSON wird angenommen.',
    'too-large': 'Die Anfrage ist zu groß.',
    'too-many-requests': 'Zu viele Anfragen. Bitte warten Sie einen Moment.',
    'key-reused': 'Das wurde bereits mit anderen Angaben gespeichert. Bitte beginnen Sie von vorn.',
    'nothing-to-undo': 'Das kann nicht mehr rückgängig gemacht werden.',
    'source-unauthorized': 'Das verbundene System lehnt unsere Anmeldedaten ab.',
    'source-forbidden': 'Unser Konto darf das im verbundenen System nicht lesen.',
    'source-throttled': 'Das verbundene System bittet um weniger Anfragen. Bitte versuchen Sie es später erneut.',
    'source-unavailable': 'Das verbundene System antwortet nicht.',
    'source-odd-answer': 'Das verbundene System hat eine Antwort gegeben, die wir nicht verstehen.',
    'source-blocked': 'Das verbundene System hat eine Adresse genannt, der wir nicht vertrauen.',
    'storage-unavailable': 'Die Datenbank antwortet nicht. Nichts ist verloren; bitte versuchen Sie es gleich noch einmal.',
    'storage-in-use': 'Ein anderer Prozess hat die Datenbank geöffnet.',
    'secrets-unavailable': 'Der Schlüssel, der die gespeicherten Geheimnisse schützt, ist nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    'connection-changed': 'Jemand hat diese Verbindung inzwischen geändert. Bitte sehen Sie sie sich erneut an.',
    configuration: 'Die App ist nicht richtig eingerichtet.',
    cancelled: 'Abgebrochen.',
    internal: 'Bei uns ist etwas schiefgegangen.',
  },
  evidence: {
    'same-tenant-id': () => 'Im PSA ist diese Mandanten-ID bereits bei der Firma hinterlegt.',
    alias: ({ name }) => `Ein Mandant namens „${name}“ wurde schon einmal mit dieser Firma verknüpft.`,
    'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Gleiche Domäne ${domain}, die sich ${countOf(companyCount, 'Firma', 'Firmen')} teilen.` : `Gleiche Domäne ${domain}.`),
    'lent-domain': ({ domain }) => `Eine Niederlassung oder ein alter Eintrag der Firma hat die Domäne ${domain}.`,
    'same-domain-label': ({ label }) => `Die Domäne des Mandanten beginnt mit „${label}“, wie Name oder Domäne der Firma.`,
    'different-domain': ({ tenantDomain, companyDomain }) => `Verschiedene Domänen: ${tenantDomain} und ${companyDomain}.`,
    'same-name': (facts) => `Gleicher Name${difference(facts, ' bis auf ')}.`,
    'same-other-name': ({ name }) => `„${name}“ ist ein anderer Name derselben Organisation.`,
    acronym: ({ short }) => `„${short}“ ist eine Abkürzung des anderen Namens.`,
    'similar-name': (facts) => `Die Namen sind zu ${formatScore(facts.similarity)} gleich${difference(facts, '; Unterschied: ')}.`,
    'same-city': ({ city }) => `Der Name des Mandanten enthält den Ort der Firma, ${city}.`,
    'different-legal-form': ({ tenantForm, companyForm }) => `Verschiedene Rechtsformen: ${tenantForm} und ${companyForm}.`,
    'different-number': ({ tenantNumber, companyNumber }) => `Verschiedene Zahlen in den Namen: ${numberText(tenantNumber)} und ${numberText(companyNumber)}.`,
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
