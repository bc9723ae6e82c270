import { countOf, formatScore } from '../app/wording.js';
import type { Texts } from './texts.js';

const numberText = (numbers: string) => (numbers ? `« ${numbers.replace(/ /g, ', ')} »` : 'aucun nombre');

function difference({ tenantOnly = '', companyOnly = '' }: { readonly tenantOnly?: string | undefined; readonly companyOnly?: string | undefined }, words: string): string {
  if (!tenantOnly && !companyOnly) return '';
  if (tenantOnly && companyOnly) return `${words}« ${tenantOnly} » / « ${companyOnly} »`;
  return `${words}« ${tenantOnly || companyOnly} », que seul le nom ${tenantOnly ? 'du locataire' : 'de l’entreprise'} contient`;
}

export const texts: Texts = {
  errors: {
    network: 'Le serveur n’a pas répondu. Vérifiez la connexion, puis réessayez.',
    'signed-out': 'Microsoft Teams n’a pas pu vous connecter. Veuillez réessayer.',
    refused: 'Le serveur a refusé cette action.',
    'odd-answer': 'Le serveur a donné une réponse que cette page ne comprend pas. Rechargez la page ; il s’agit peut-être d’une ancienne version.',
    'bad-request': 'La demande n’a pas pu être comprise.',
    'not-signed-in': 'Veuillez vous reconnecter.',
    'not-allowed': 'Vous n’avez pas le droit de faire cela. Adressez-vous à un administrateur de l’application.',
    'not-found': 'Élément introuvable.',
    'not-acceptable-media': 'Seul le JSON simple est accepté.',
    'too-large': 'La demande est trop volumineuse.',
    'too-many-requests': 'Trop de demandes. Veuillez patienter un instant.',
    'key-reused': 'Cela a déjà été enregistré avec d’autres choix. Veuillez recommencer.',
    'nothing-to-undo': 'Cette action ne peut plus être annulée.',
    'source-unauthorized': 'Le système connecté a refusé nos informations d’identification.',
    'source-forbidden': 'Notre compte n’a pas le droit de lire cela dans le système connecté.',
    'source-throttled': 'Le système connecté nous demande de ralentir. Veuillez réessayer plus tard.',
    'source-unavailable': 'Le système connecté ne répond pas.',
    'source-odd-answer': 'Le système connecté a donné une réponse que nous ne comprenons pas.',
    'source-blocked': 'Le système connecté a indiqué une adresse à laquelle nous ne faisons pas confiance.',
    'storage-unavailable': 'La base de données ne répond pas. Rien n’est perdu ; veuillez réessayer dans un instant.',
    'storage-in-use': 'Un autre processus a ouvert la base de données.',
    'secrets-unavailable': 'La clé qui protège les secrets enregistrés est inaccessible. Veuillez réessayer dans un instant.',
    'connection-changed': 'Quelqu’un a modifié cette connexion entre-temps. Veuillez la consulter à nouveau.',
    configuration: 'L’application n’est pas configurée correctement.',
    cancelled: 'Annulé.',
    internal: 'Un problème est survenu de notre côté.',
  },
  evidence: {
    'same-tenant-id': () => 'Le PSA contient déjà cet ID de locataire pour l’entreprise.',
    alias: ({ name }) => `Un locataire nommé « ${name} » a déjà été lié à cette entreprise.`,
    'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Même domaine ${domain}, que ${countOf(companyCount, 'entreprise partage', 'entreprises partagent')}.` : `Même domaine ${domain}.`),
    'lent-domain': ({ domain }) => `Une filiale ou une ancienne fiche de l’entreprise a le domaine ${domain}.`,
    'same-domain-label': ({ label }) => `Le domaine du locataire commence par « ${label} », comme le nom ou le domaine de l’entreprise.`,
    'different-domain': ({ tenantDomain, companyDomain }) => `Les domaines diffèrent : ${tenantDomain} et ${companyDomain}.`,
    'same-name': (facts) => `Même nom${difference(facts, ', à part ')}.`,
    'same-other-name': ({ name }) => `« ${name} » est un autre nom de la même organisation.`,
    acronym: ({ short }) => `« ${short} » est l’abréviation de l’autre nom.`,
    'similar-name': (facts) => `Les noms se ressemblent à ${formatScore(facts.similarity)}${difference(facts, ' ; différence : ')}.`,
    'same-city': ({ city }) => `Le nom du locataire contient la ville de l’entreprise, ${city}.`,
    'different-legal-form': ({ tenantForm, companyForm }) => `Les formes juridiques diffèrent : ${tenantForm} et ${companyForm}.`,
    'different-number': ({ tenantNumber, companyNumber }) => `Les nombres dans les noms diffèrent : ${numberText(tenantNumber)} et ${numberText(companyNumber)}.`,
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
