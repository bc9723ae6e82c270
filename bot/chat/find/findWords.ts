import type { Localized } from '../language/language.js';

type Counted = { readonly one: string; readonly other: string };
/** `#` stands for the number: see `countText`. */
type FindWords = {
  readonly findTitle: string;
  readonly whyTitle: string;
  readonly name: string;
  readonly nameHint: string;
  readonly search: string;
  readonly hits: (query: string) => string;
  readonly tenants: string;
  readonly companies: string;
  readonly nothing: (query: string) => string;
  readonly more: Counted;
  readonly notLinked: string;
  readonly linkedTo: (companies: string) => string;
  readonly tenantCount: Counted;
  readonly noTenants: string;
  readonly decide: string;
  readonly linkedBy: (company: string, who: string, day: string) => string;
  readonly because: string;
  readonly noReasons: string;
  readonly ignoredBy: (who: string, day: string) => string;
  readonly chosenBy: (who: string, company: string) => string;
  readonly proposed: (company: string, sure: string) => string;
  readonly needsReview: string;
  readonly unmatched: string;
  readonly inactive: string;
  readonly heldBack: string;
  readonly canBeChosen: string;
  readonly listsWithGaps: (names: string) => string;
  readonly notListed: string;
};

export const findWords: Localized<FindWords> = {
  en: {
    findTitle: 'Find',
    whyTitle: 'Why?',
    name: 'Name, domain or id',
    nameHint: 'Of a tenant or a company',
    search: 'Search',
    hits: (query) => `What fits "${query}"`,
    tenants: 'Microsoft tenants',
    companies: 'PSA companies',
    nothing: (query) => `Neither a tenant nor a company fits "${query}".`,
    more: { one: '… and # more', other: '… and # more' },
    notLinked: 'no company yet',
    linkedTo: (companies) => `linked to ${companies}`,
    tenantCount: { one: '# tenant', other: '# tenants' },
    noTenants: 'no tenant yet',
    decide: 'Decide',
    linkedBy: (company, who, day) => `Linked to ${company} by ${who} on ${day}.`,
    because: 'Then known:',
    noReasons: 'A person chose it; the matcher had no reasons of its own.',
    ignoredBy: (who, day) => `${who} ignored it on ${day}, so it is not offered.`,
    chosenBy: (who, company) => `${who} chose ${company} on the bulk page, but did not save it yet.`,
    proposed: (company, sure) => `It has no company yet. I would propose ${company} (${sure}).`,
    needsReview: 'It has no company yet. I propose none by myself:',
    unmatched: 'It has no company yet, and no company in the PSA resembles it.',
    inactive: 'It is inactive in the PSA: it comes last in searches and is not proposed.',
    heldBack: 'The PSA has it, but it takes no part here.',
    canBeChosen: 'It can be chosen for any tenant.',
    listsWithGaps: (names) => `Not complete or not read lately: ${names}. What you look for may be missing there.`,
    notListed: 'All lists came whole, and none of them has it.',
  },
  de: {
    findTitle: 'Suchen',
    whyTitle: 'Warum?',
    name: 'Name, Domäne oder ID',
    nameHint: 'Eines Mandanten oder einer Firma',
    search: 'Suchen',
    hits: (query) => `Das passt zu „${query}“`,
    tenants: 'Microsoft-Mandanten',
    companies: 'PSA-Firmen',
    nothing: (query) => `Weder ein Mandant noch eine Firma passt zu „${query}“.`,
    more: { one: '… und # weitere', other: '… und # weitere' },
    notLinked: 'noch keine Firma',
    linkedTo: (companies) => `verknüpft mit ${companies}`,
    tenantCount: { one: '# Mandant', other: '# Mandanten' },
    noTenants: 'noch kein Mandant',
    decide: 'Entscheiden',
    linkedBy: (company, who, day) => `Am ${day} von ${who} mit ${company} verknüpft.`,
    because: 'Damals bekannt:',
    noReasons: 'Ein Mensch hat sie gewählt; der Abgleich hatte keine eigenen Gründe.',
    ignoredBy: (who, day) => `${who} hat ihn am ${day} ignoriert, daher wird er nicht angeboten.`,
    chosenBy: (who, company) => `${who} hat auf der Seite „Firmen gesammelt hinzufügen“ ${company} gewählt, aber noch nicht gespeichert.`,
    proposed: (company, sure) => `Er hat noch keine Firma. Ich würde ${company} vorschlagen (${sure}).`,
    needsReview: 'Er hat noch keine Firma. Von selbst schlage ich keine vor:',
    unmatched: 'Er hat noch keine Firma, und keine Firma im PSA sieht ihm ähnlich.',
    inactive: 'Sie ist im PSA nicht aktiv: Sie kommt in Suchen zuletzt und wird nicht vorgeschlagen.',
    heldBack: 'Das PSA hat sie, aber sie nimmt hier nicht teil.',
    canBeChosen: 'Sie kann für jeden Mandanten gewählt werden.',
    listsWithGaps: (names) => `Nicht vollständig oder lange nicht gelesen: ${names}. Was Sie suchen, könnte dort fehlen.`,
    notListed: 'Alle Listen kamen vollständig, und keine enthält es.',
  },
  fr: {
    findTitle: 'Trouver',
    whyTitle: 'Pourquoi ?',
    name: 'Nom, domaine ou ID',
    nameHint: 'D’un locataire ou d’une entreprise',
    search: 'Rechercher',
    hits: (query) => `Ce qui correspond à « ${query} »`,
    tenants: 'Locataires Microsoft',
    companies: 'Entreprises du PSA',
    nothing: (query) => `Ni un locataire ni une entreprise ne correspond à « ${query} ».`,
    more: { one: '… et # de plus', other: '… et # de plus' },
    notLinked: 'pas encore d’entreprise',
    linkedTo: (companies) => `lié à ${companies}`,
    tenantCount: { one: '# locataire', other: '# locataires' },
    noTenants: 'pas encore de locataire',
    decide: 'Décider',
    linkedBy: (company, who, day) => `Lié à ${company} par ${who} le ${day}.`,
    because: 'Ce que l’on savait alors :',
    noReasons: 'Une personne l’a choisie ; le rapprochement n’avait pas de raison propre.',
    ignoredBy: (who, day) => `${who} l’a ignoré le ${day}, il n’est donc pas proposé.`,
    chosenBy: (who, company) => `${who} a choisi ${company} sur la page d’ajout groupé, mais ne l’a pas encore enregistré.`,
    proposed: (company, sure) => `Il n’a pas encore d’entreprise. Je proposerais ${company} (${sure}).`,
    needsReview: 'Il n’a pas encore d’entreprise. Je n’en propose aucune de moi-même :',
    unmatched: 'Il n’a pas encore d’entreprise, et aucune entreprise du PSA ne lui ressemble.',
    inactive: 'Elle est inactive dans le PSA : elle vient en dernier dans les recherches et n’est pas proposée.',
    heldBack: 'Elle figure dans le PSA, mais ne participe pas ici.',
    canBeChosen: 'Elle peut être choisie pour n’importe quel locataire.',
    listsWithGaps: (names) => `Listes incomplètes ou anciennes : ${names}. Ce que vous cherchez peut y manquer.`,
    notListed: 'Toutes les listes sont complètes, et aucune ne le contient.',
  },
  nl: {
    findTitle: 'Zoeken',
    whyTitle: 'Waarom?',
    name: 'Naam, domein of id',
    nameHint: 'Van een tenant of een bedrijf',
    search: 'Zoeken',
    hits: (query) => `Wat past bij "${query}"`,
    tenants: 'Microsoft-tenants',
    companies: 'PSA-bedrijven',
    nothing: (query) => `Geen tenant en geen bedrijf past bij "${query}".`,
    more: { one: '… en nog #', other: '… en nog #' },
    notLinked: 'nog geen bedrijf',
    linkedTo: (companies) => `gekoppeld aan ${companies}`,
    tenantCount: { one: '# tenant', other: '# tenants' },
    noTenants: 'nog geen tenant',
    decide: 'Beslissen',
    linkedBy: (company, who, day) => `Op ${day} door ${who} aan ${company} gekoppeld.`,
    because: 'Toen bekend:',
    noReasons: 'Een persoon heeft dit gekozen; de vergelijking had zelf geen redenen.',
    ignoredBy: (who, day) => `${who} heeft de tenant op ${day} genegeerd, dus hij wordt niet aangeboden.`,
    chosenBy: (who, company) => `${who} heeft op de bulkpagina ${company} gekozen, maar nog niet opgeslagen.`,
    proposed: (company, sure) => `De tenant heeft nog geen bedrijf. Ik zou ${company} voorstellen (${sure}).`,
    needsReview: 'De tenant heeft nog geen bedrijf. Uit mezelf stel ik er geen voor:',
    unmatched: 'De tenant heeft nog geen bedrijf, en geen bedrijf in de PSA lijkt erop.',
    inactive: 'Het bedrijf is niet actief in de PSA: het komt als laatste in zoekresultaten en wordt niet voorgesteld.',
    heldBack: 'De PSA heeft het, maar het doet hier niet mee.',
    canBeChosen: 'Het kan voor elke tenant worden gekozen.',
    listsWithGaps: (names) => `Niet volledig of niet recent gelezen: ${names}. Wat u zoekt, kan daar ontbreken.`,
    notListed: 'Alle lijsten zijn volledig, en geen ervan bevat het.',
  },
  es: {
    findTitle: 'Buscar',
    whyTitle: '¿Por qué?',
    name: 'Nombre, dominio o id.',
    nameHint: 'De un inquilino o una empresa',
    search: 'Buscar',
    hits: (query) => `Lo que coincide con «${query}»`,
    tenants: 'Inquilinos de Microsoft',
    companies: 'Empresas del PSA',
    nothing: (query) => `Ningún inquilino ni empresa coincide con «${query}».`,
    more: { one: '… y # más', other: '… y # más' },
    notLinked: 'aún sin empresa',
    linkedTo: (companies) => `vinculado a ${companies}`,
    tenantCount: { one: '# inquilino', other: '# inquilinos' },
    noTenants: 'aún sin inquilino',
    decide: 'Decidir',
    linkedBy: (company, who, day) => `Vinculado a ${company} por ${who} el ${day}.`,
    because: 'Lo que se sabía entonces:',
    noReasons: 'Lo eligió una persona; la comparación no tenía motivos propios.',
    ignoredBy: (who, day) => `${who} lo omitió el ${day}, por eso no se propone.`,
    chosenBy: (who, company) => `${who} eligió ${company} en la página de agregar en bloque, pero aún no lo ha guardado.`,
    proposed: (company, sure) => `Aún no tiene empresa. Yo propondría ${company} (${sure}).`,
    needsReview: 'Aún no tiene empresa. Por mi cuenta no propongo ninguna:',
    unmatched: 'Aún no tiene empresa, y ninguna empresa del PSA se le parece.',
    inactive: 'Está inactiva en el PSA: sale al final en las búsquedas y no se propone.',
    heldBack: 'El PSA la tiene, pero aquí no participa.',
    canBeChosen: 'Se puede elegir para cualquier inquilino.',
    listsWithGaps: (names) => `Listas incompletas o sin leer hace tiempo: ${names}. Lo que busca puede faltar ahí.`,
    notListed: 'Todas las listas han llegado completas y ninguna lo contiene.',
  },
};
