import type { Doubt, Evidence, MatchWording } from '../../../services/domain/match.js';
import { formatNumber, formatPercent } from './formats.js';
import type { Language } from './language.js';

type EvidenceOf<Kind extends Evidence['kind']> = Extract<Evidence, { readonly kind: Kind }>;
type Words = {
  readonly evidence: { readonly [Kind in Evidence['kind']]: (evidence: EvidenceOf<Kind>) => string };
  readonly doubts: Readonly<Record<Doubt, string>>;
};
type NameParts = { readonly tenantOnly?: string; readonly companyOnly?: string };
/** The words that stand in one name only: both, the tenant's, the company's, or none. */
type Difference = { readonly both: (tenant: string, company: string) => string; readonly tenant: (words: string) => string; readonly company: (words: string) => string };

function differing({ tenantOnly = '', companyOnly = '' }: NameParts, { both, tenant, company }: Difference): string {
  if (tenantOnly !== '' && companyOnly !== '') return ` (${both(tenantOnly, companyOnly)})`;
  if (tenantOnly !== '') return ` (${tenant(tenantOnly)})`;
  return companyOnly === '' ? '' : ` (${company(companyOnly)})`;
}

const deDiffering: Difference = { both: (a, b) => `verschieden: „${a}“ / „${b}“`, tenant: (words) => `„${words}“ steht nur beim Mandanten`, company: (words) => `„${words}“ steht nur bei der Firma` };
const frDiffering: Difference = { both: (a, b) => `différence : « ${a} » / « ${b} »`, tenant: (words) => `« ${words} » ne figure que chez le locataire`, company: (words) => `« ${words} » ne figure que chez l’entreprise` };
const nlDiffering: Difference = { both: (a, b) => `verschil: "${a}" / "${b}"`, tenant: (words) => `"${words}" staat alleen bij de tenant`, company: (words) => `"${words}" staat alleen bij het bedrijf` };
const esDiffering: Difference = { both: (a, b) => `diferencia: «${a}» / «${b}»`, tenant: (words) => `«${words}» solo figura en el inquilino`, company: (words) => `«${words}» solo figura en la empresa` };

const matchWords: Readonly<Record<Exclude<Language, 'en'>, Words>> = {
  de: {
    evidence: {
      'same-tenant-id': () => 'Das PSA hat diese Mandanten-ID schon bei der Firma.',
      alias: ({ name }) => `Ein Mandant namens „${name}“ wurde schon mit dieser Firma verknüpft.`,
      'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Gleiche Domäne ${domain}, die ${formatNumber('de', companyCount)} Firmen teilen.` : `Gleiche Domäne ${domain}.`),
      'lent-domain': ({ domain }) => `Eine Niederlassung oder ein alter Datensatz der Firma hat die Domäne ${domain}.`,
      'same-domain-label': ({ label }) => `Die Domäne des Mandanten beginnt mit „${label}“, wie Name oder Domäne der Firma.`,
      'different-domain': ({ tenantDomain, companyDomain }) => `Die Domänen sind verschieden: ${tenantDomain} und ${companyDomain}.`,
      'same-name': (evidence) => `Gleicher Name${differing(evidence, deDiffering)}.`,
      'same-other-name': ({ name }) => `„${name}“ ist ein anderer Name derselben Organisation.`,
      acronym: ({ short }) => `„${short}“ ist die Abkürzung des anderen Namens.`,
      'similar-name': (evidence) => `Die Namen sind zu ${formatPercent('de', evidence.similarity)} gleich${differing(evidence, deDiffering)}.`,
      'same-city': ({ city }) => `Der Name des Mandanten enthält den Ort der Firma, ${city}.`,
      'different-legal-form': ({ tenantForm, companyForm }) => `Die Rechtsformen sind verschieden: ${tenantForm} und ${companyForm}.`,
      'different-number': ({ tenantNumber, companyNumber }) => `Die Nummern in den Namen sind verschieden: „${tenantNumber || '–'}“ und „${companyNumber || '–'}“.`,
      'inactive-company': ({ status }) => (status ? `Die Firma ist im PSA nicht aktiv (${status}).` : 'Die Firma ist im PSA als alt gekennzeichnet.'),
    },
    doubts: {
      'several-companies-fit': 'Mehr als eine Firma passt.',
      'low-confidence': 'Die Ähnlichkeit ist zu gering, um sicher zu sein.',
      'inactive-company': 'Am besten passt eine Firma, die nicht aktiv ist.',
      'different-domain': 'Die Domäne des Mandanten ist nicht die der Firma.',
      'generic-name': 'Der Name des Mandanten könnte jedem gehören.',
      'short-name': 'Der Name ist zu kurz, um allein sicher zu sein.',
      'acronym-only': 'Nur eine Abkürzung spricht dafür.',
      'bracket-only': 'Die Namen stimmen nur in dem überein, was in Klammern steht.',
      'typo-only': 'Die Namen stimmen nur überein, wenn einer falsch geschrieben ist.',
      'label-only': 'Nur der erste Teil einer Domäne spricht dafür.',
      'different-number': 'Die Namen tragen verschiedene Nummern.',
      'different-place': 'Was hinter den Namen steht, etwa ein Ort, ist verschieden.',
      'different-words': 'Jeder Name hat ein Wort, das dem anderen fehlt.',
      'different-legal-form': 'Die Namen tragen verschiedene Rechtsformen.',
      'look-alike-characters': 'Die Namen sehen gleich aus, sind aber mit anderen Zeichen geschrieben.',
    },
  },
  fr: {
    evidence: {
      'same-tenant-id': () => 'Le PSA contient déjà cet ID de locataire pour l’entreprise.',
      alias: ({ name }) => `Un locataire nommé « ${name} » a déjà été lié à cette entreprise.`,
      'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Même domaine ${domain}, partagé par ${formatNumber('fr', companyCount)} entreprises.` : `Même domaine ${domain}.`),
      'lent-domain': ({ domain }) => `Une filiale ou une ancienne fiche de l’entreprise a le domaine ${domain}.`,
      'same-domain-label': ({ label }) => `Le domaine du locataire commence par « ${label} », comme le nom ou le domaine de l’entreprise.`,
      'different-domain': ({ tenantDomain, companyDomain }) => `Les domaines diffèrent : ${tenantDomain} et ${companyDomain}.`,
      'same-name': (evidence) => `Même nom${differing(evidence, frDiffering)}.`,
      'same-other-name': ({ name }) => `« ${name} » est un autre nom de la même organisation.`,
      acronym: ({ short }) => `« ${short} » est l’abréviation de l’autre nom.`,
      'similar-name': (evidence) => `Les noms se ressemblent à ${formatPercent('fr', evidence.similarity)}${differing(evidence, frDiffering)}.`,
      'same-city': ({ city }) => `Le nom du locataire contient la ville de l’entreprise, ${city}.`,
      'different-legal-form': ({ tenantForm, companyForm }) => `Les formes juridiques diffèrent : ${tenantForm} et ${companyForm}.`,
      'different-number': ({ tenantNumber, companyNumber }) => `Les numéros dans les noms diffèrent : « ${tenantNumber || '–'} » et « ${companyNumber || '–'} ».`,
      'inactive-company': ({ status }) => (status ? `L’entreprise n’est pas active dans le PSA (${status}).` : 'L’entreprise est marquée comme ancienne dans le PSA.'),
    },
    doubts: {
      'several-companies-fit': 'Plusieurs entreprises correspondent.',
      'low-confidence': 'La ressemblance est trop faible pour être sûr.',
      'inactive-company': 'La meilleure correspondance n’est pas une entreprise active.',
      'different-domain': 'Le domaine du locataire n’est pas celui de l’entreprise.',
      'generic-name': 'Le nom du locataire pourrait être celui de n’importe qui.',
      'short-name': 'Le nom est trop court pour suffire à lui seul.',
      'acronym-only': 'Seul un sigle plaide pour cette correspondance.',
      'bracket-only': 'Les noms ne concordent que par ce qui est entre parenthèses.',
      'typo-only': 'Les noms ne concordent que si l’un d’eux est mal orthographié.',
      'label-only': 'Seule la première partie d’un domaine plaide pour cette correspondance.',
      'different-number': 'Les noms portent des numéros différents.',
      'different-place': 'Ce qui suit les noms, par exemple un lieu, diffère.',
      'different-words': 'Chaque nom contient un mot qui manque à l’autre.',
      'different-legal-form': 'Les noms portent des formes juridiques différentes.',
      'look-alike-characters': 'Les noms se ressemblent mais sont écrits avec des caractères différents.',
    },
  },
  nl: {
    evidence: {
      'same-tenant-id': () => 'De PSA heeft deze tenant-id al bij het bedrijf staan.',
      alias: ({ name }) => `Een tenant met de naam "${name}" is eerder aan dit bedrijf gekoppeld.`,
      'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Zelfde domein ${domain}, dat ${formatNumber('nl', companyCount)} bedrijven delen.` : `Zelfde domein ${domain}.`),
      'lent-domain': ({ domain }) => `Een vestiging of oud record van het bedrijf heeft het domein ${domain}.`,
      'same-domain-label': ({ label }) => `Het domein van de tenant begint met "${label}", net als de naam of het domein van het bedrijf.`,
      'different-domain': ({ tenantDomain, companyDomain }) => `De domeinen verschillen: ${tenantDomain} en ${companyDomain}.`,
      'same-name': (evidence) => `Zelfde naam${differing(evidence, nlDiffering)}.`,
      'same-other-name': ({ name }) => `"${name}" is een andere naam van dezelfde organisatie.`,
      acronym: ({ short }) => `"${short}" is de afkorting van de andere naam.`,
      'similar-name': (evidence) => `De namen zijn voor ${formatPercent('nl', evidence.similarity)} gelijk${differing(evidence, nlDiffering)}.`,
      'same-city': ({ city }) => `De naam van de tenant bevat de plaats van het bedrijf, ${city}.`,
      'different-legal-form': ({ tenantForm, companyForm }) => `De rechtsvormen verschillen: ${tenantForm} en ${companyForm}.`,
      'different-number': ({ tenantNumber, companyNumber }) => `De nummers in de namen verschillen: "${tenantNumber || '–'}" en "${companyNumber || '–'}".`,
      'inactive-company': ({ status }) => (status ? `Het bedrijf is niet actief in de PSA (${status}).` : 'Het bedrijf is in de PSA als oud gemarkeerd.'),
    },
    doubts: {
      'several-companies-fit': 'Meer dan één bedrijf past.',
      'low-confidence': 'De gelijkenis is te zwak om zeker te zijn.',
      'inactive-company': 'Het best passende bedrijf is niet actief.',
      'different-domain': 'Het domein van de tenant is niet dat van het bedrijf.',
      'generic-name': 'De naam van de tenant kan van iedereen zijn.',
      'short-name': 'De naam is te kort om alleen daarop zeker te zijn.',
      'acronym-only': 'Alleen een afkorting pleit ervoor.',
      'bracket-only': 'De namen komen alleen overeen in wat tussen haakjes staat.',
      'typo-only': 'De namen komen alleen overeen als er een verkeerd gespeld is.',
      'label-only': 'Alleen het eerste deel van een domein pleit ervoor.',
      'different-number': 'De namen dragen verschillende nummers.',
      'different-place': 'Wat achter de namen staat, zoals een plaats, verschilt.',
      'different-words': 'Elke naam heeft een woord dat de andere mist.',
      'different-legal-form': 'De namen dragen verschillende rechtsvormen.',
      'look-alike-characters': 'De namen lijken gelijk, maar zijn met andere tekens geschreven.',
    },
  },
  es: {
    evidence: {
      'same-tenant-id': () => 'El PSA ya tiene este id. de inquilino en la empresa.',
      alias: ({ name }) => `Un inquilino llamado «${name}» ya se vinculó antes a esta empresa.`,
      'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Mismo dominio ${domain}, que comparten ${formatNumber('es', companyCount)} empresas.` : `Mismo dominio ${domain}.`),
      'lent-domain': ({ domain }) => `Una sucursal o un registro antiguo de la empresa tiene el dominio ${domain}.`,
      'same-domain-label': ({ label }) => `El dominio del inquilino empieza por «${label}», como el nombre o el dominio de la empresa.`,
      'different-domain': ({ tenantDomain, companyDomain }) => `Los dominios son distintos: ${tenantDomain} y ${companyDomain}.`,
      'same-name': (evidence) => `Mismo nombre${differing(evidence, esDiffering)}.`,
      'same-other-name': ({ name }) => `«${name}» es otro nombre de la misma organización.`,
      acronym: ({ short }) => `«${short}» es la abreviatura del otro nombre.`,
      'similar-name': (evidence) => `Los nombres coinciden en un ${formatPercent('es', evidence.similarity)}${differing(evidence, esDiffering)}.`,
      'same-city': ({ city }) => `El nombre del inquilino contiene la ciudad de la empresa, ${city}.`,
      'different-legal-form': ({ tenantForm, companyForm }) => `Las formas jurídicas son distintas: ${tenantForm} y ${companyForm}.`,
      'different-number': ({ tenantNumber, companyNumber }) => `Los números de los nombres son distintos: «${tenantNumber || '–'}» y «${companyNumber || '–'}».`,
      'inactive-company': ({ status }) => (status ? `La empresa no está activa en el PSA (${status}).` : 'La empresa está marcada como antigua en el PSA.'),
    },
    doubts: {
      'several-companies-fit': 'Coincide más de una empresa.',
      'low-confidence': 'El parecido es demasiado débil para estar seguros.',
      'inactive-company': 'La mejor coincidencia no es una empresa activa.',
      'different-domain': 'El dominio del inquilino no es el de la empresa.',
      'generic-name': 'El nombre del inquilino podría ser de cualquiera.',
      'short-name': 'El nombre es demasiado corto para bastar por sí solo.',
      'acronym-only': 'Solo habla a favor una sigla.',
      'bracket-only': 'Los nombres solo coinciden en lo que va entre paréntesis.',
      'typo-only': 'Los nombres solo coinciden si uno está mal escrito.',
      'label-only': 'Solo habla a favor la primera parte de un dominio.',
      'different-number': 'Los nombres llevan números distintos.',
      'different-place': 'Lo que sigue a los nombres, como un lugar, es distinto.',
      'different-words': 'Cada nombre tiene una palabra que le falta al otro.',
      'different-legal-form': 'Los nombres llevan formas jurídicas distintas.',
      'look-alike-characters': 'Los nombres parecen iguales, pero están escritos con caracteres distintos.',
    },
  },
};

/** How reasons and doubts are told. Undefined: as the service layer tells them, in English. */
export function wordingOf(language: Language): MatchWording | undefined {
  if (language === 'en') return undefined;
  const { evidence, doubts } = matchWords[language];
  return {
    evidence: (given) => (evidence[given.kind] as (given: Evidence) => string)(given),
    doubt: (doubt) => doubts[doubt],
  };
}
