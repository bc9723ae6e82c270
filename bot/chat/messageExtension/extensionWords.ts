import type { Localized } from '../language/language.js';

/** Pages of the tab that a link may open. */
export const linkedPages = ['companies', 'bulk', 'add', 'history', 'connections', 'drift'] as const;
export type LinkedPage = (typeof linkedPages)[number];

type Counted = { readonly one: string; readonly other: string };
type ExtensionWords = {
  readonly noneFit: (query: string) => string;
  readonly nothingYet: string;
  readonly tenant: string;
  readonly tenantId: string;
  readonly accounts: string;
  readonly company: string;
  readonly companyId: string;
  readonly psa: string;
  readonly city: string;
  readonly website: string;
  readonly state: string;
  readonly inactive: string;
  readonly links: string;
  readonly notLinked: string;
  readonly linkedTo: (company: string) => string;
  /** `#` tenants are linked to a company. */
  readonly linkedTenants: Counted;
  readonly linkedBy: string;
  readonly openInTab: string;
  readonly linkThis: string;
  readonly foundTenants: string;
  readonly noTenantNamed: string;
  readonly link: string;
  readonly linked: string;
  readonly pages: Readonly<Record<LinkedPage, { readonly title: string; readonly text: string }>>;
  readonly linkCount: Counted;
  /** `#` changes are on the drift page. */
  readonly changeCount: Counted;
};

export const extensionWords: Localized<ExtensionWords> = {
  en: {
    noneFit: (query) => `Nothing fits "${query}".`,
    nothingYet: 'There is nothing to find yet.',
    tenant: 'Microsoft tenant',
    tenantId: 'Tenant id',
    accounts: 'Partner Center accounts',
    company: 'PSA company',
    companyId: 'Company id',
    psa: 'PSA',
    city: 'City',
    website: 'Website',
    state: 'State',
    inactive: 'not active',
    links: 'Linked to',
    notLinked: 'No company yet',
    linkedTo: (company) => `Linked to ${company}`,
    linkedTenants: { one: '# tenant is linked to it', other: '# tenants are linked to it' },
    linkedBy: 'Linked by',
    openInTab: 'Open in the tab',
    linkThis: 'Link this tenant',
    foundTenants: 'Tenants named in the message come first.',
    noTenantNamed: 'The message names no tenant. Please search for one.',
    link: 'Link',
    linked: 'Linked',
    pages: {
      companies: { title: 'Companies', text: 'Every Microsoft tenant that has a PSA company.' },
      bulk: { title: 'Bulk Add Company', text: 'Proposals for every tenant without a company, to review and save at once.' },
      add: { title: 'Add company', text: 'Link one Microsoft tenant to one PSA company.' },
      history: { title: 'History', text: 'Every save with its rows, and the way back.' },
      connections: { title: 'Connections', text: 'Partner Center accounts and PSAs, and how fresh their lists are.' },
      drift: { title: 'Changes', text: 'What changed at the sources since links were saved.' },
    },
    linkCount: { one: '# link so far.', other: '# links so far.' },
    changeCount: { one: '# change now.', other: '# changes now.' },
  },
  de: {
    noneFit: (query) => `Nichts passt zu „${query}“.`,
    nothingYet: 'Es gibt noch nichts zu finden.',
    tenant: 'Microsoft-Mandant',
    tenantId: 'Mandanten-ID',
    accounts: 'Partner Center-Konten',
    company: 'PSA-Firma',
    companyId: 'Firmen-ID',
    psa: 'PSA',
    city: 'Ort',
    website: 'Webseite',
    state: 'Status',
    inactive: 'nicht aktiv',
    links: 'Verknüpft mit',
    notLinked: 'Noch keine Firma',
    linkedTo: (company) => `Verknüpft mit ${company}`,
    linkedTenants: { one: '# Mandant ist damit verknüpft', other: '# Mandanten sind damit verknüpft' },
    linkedBy: 'Verknüpft von',
    openInTab: 'In der Registerkarte öffnen',
    linkThis: 'Diesen Mandanten verknüpfen',
    foundTenants: 'Mandanten, die in der Nachricht stehen, kommen zuerst.',
    noTenantNamed: 'In der Nachricht steht kein Mandant. Bitte suchen Sie einen.',
    link: 'Verknüpfen',
    linked: 'Verknüpft',
    pages: {
      companies: { title: 'Firmen', text: 'Alle Microsoft-Mandanten, die eine PSA-Firma haben.' },
      bulk: { title: 'Alle zuordnen', text: 'Vorschläge für alle Mandanten ohne Firma, zum Prüfen und Speichern auf einmal.' },
      add: { title: 'Firma hinzufügen', text: 'Einen Microsoft-Mandanten mit einer PSA-Firma verknüpfen.' },
      history: { title: 'Verlauf', text: 'Alle Speicherungen mit ihren Zeilen, und der Weg zurück.' },
      connections: { title: 'Verbindungen', text: 'Partner Center-Konten und PSAs, und wie aktuell ihre Listen sind.' },
      drift: { title: 'Änderungen', text: 'Was sich bei den Quellen geändert hat, seit Verknüpfungen gespeichert wurden.' },
    },
    linkCount: { one: 'Bisher # Verknüpfung.', other: 'Bisher # Verknüpfungen.' },
    changeCount: { one: 'Derzeit # Änderung.', other: 'Derzeit # Änderungen.' },
  },
  fr: {
    noneFit: (query) => `Rien ne correspond à « ${query} ».`,
    nothingYet: 'Il n’y a encore rien à trouver.',
    tenant: 'Locataire Microsoft',
    tenantId: 'ID du locataire',
    accounts: 'Comptes Partner Center',
    company: 'Société du PSA',
    companyId: 'ID de la société',
    psa: 'PSA',
    city: 'Ville',
    website: 'Site web',
    state: 'État',
    inactive: 'inactive',
    links: 'Lié à',
    notLinked: 'Pas encore de société',
    linkedTo: (company) => `Lié à ${company}`,
    linkedTenants: { one: '# locataire y est lié', other: '# locataires y sont liés' },
    linkedBy: 'Lié par',
    openInTab: 'Ouvrir dans l’onglet',
    linkThis: 'Lier ce locataire',
    foundTenants: 'Les locataires cités dans le message viennent en premier.',
    noTenantNamed: 'Le message ne cite aucun locataire. Veuillez en chercher un.',
    link: 'Lier',
    linked: 'Lié',
    pages: {
      companies: { title: 'Sociétés', text: 'Tous les locataires Microsoft qui ont une société du PSA.' },
      bulk: { title: 'Tout lier', text: 'Des propositions pour tous les locataires sans société, à vérifier et enregistrer à la fois.' },
      add: { title: 'Ajouter une société', text: 'Lier un locataire Microsoft à une société du PSA.' },
      history: { title: 'Historique', text: 'Tous les enregistrements avec leurs lignes, et le retour en arrière.' },
      connections: { title: 'Connexions', text: 'Les comptes Partner Center et les PSA, et la fraîcheur de leurs listes.' },
      drift: { title: 'Changements', text: 'Ce qui a changé aux sources depuis l’enregistrement des liens.' },
    },
    linkCount: { one: '# lien jusqu’ici.', other: '# liens jusqu’ici.' },
    changeCount: { one: '# changement actuellement.', other: '# changements actuellement.' },
  },
  nl: {
    noneFit: (query) => `Niets past bij ‘${query}’.`,
    nothingYet: 'Er is nog niets te vinden.',
    tenant: 'Microsoft-tenant',
    tenantId: 'Tenant-id',
    accounts: 'Partner Center-accounts',
    company: 'PSA-bedrijf',
    companyId: 'Bedrijfs-id',
    psa: 'PSA',
    city: 'Plaats',
    website: 'Webadres',
    state: 'Status',
    inactive: 'niet actief',
    links: 'Gekoppeld aan',
    notLinked: 'Nog geen bedrijf',
    linkedTo: (company) => `Gekoppeld aan ${company}`,
    linkedTenants: { one: '# tenant is eraan gekoppeld', other: '# tenants zijn eraan gekoppeld' },
    linkedBy: 'Gekoppeld door',
    openInTab: 'Openen in het tabblad',
    linkThis: 'Deze tenant koppelen',
    foundTenants: 'Tenants die in het bericht staan, komen eerst.',
    noTenantNamed: 'In het bericht staat geen tenant. Zoek er een.',
    link: 'Koppelen',
    linked: 'Gekoppeld',
    pages: {
      companies: { title: 'Bedrijven', text: 'Alle Microsoft-tenants die een PSA-bedrijf hebben.' },
      bulk: { title: 'Alles koppelen', text: 'Voorstellen voor alle tenants zonder bedrijf, om in één keer te bekijken en op te slaan.' },
      add: { title: 'Bedrijf toevoegen', text: 'Eén Microsoft-tenant aan één PSA-bedrijf koppelen.' },
      history: { title: 'Geschiedenis', text: 'Elke opslag met zijn rijen, en de weg terug.' },
      connections: { title: 'Verbindingen', text: 'Partner Center-accounts en PSA’s, en hoe actueel hun lijsten zijn.' },
      drift: { title: 'Wijzigingen', text: 'Wat er bij de bronnen is veranderd sinds koppelingen zijn opgeslagen.' },
    },
    linkCount: { one: '# koppeling tot nu toe.', other: '# koppelingen tot nu toe.' },
    changeCount: { one: 'Nu # wijziging.', other: 'Nu # wijzigingen.' },
  },
  es: {
    noneFit: (query) => `Nada corresponde a «${query}».`,
    nothingYet: 'Aún no hay nada que encontrar.',
    tenant: 'Inquilino de Microsoft',
    tenantId: 'Id. del inquilino',
    accounts: 'Cuentas del Centro de partners',
    company: 'Empresa del PSA',
    companyId: 'Id. de la empresa',
    psa: 'PSA',
    city: 'Ciudad',
    website: 'Sitio web',
    state: 'Estado',
    inactive: 'no activa',
    links: 'Vinculado a',
    notLinked: 'Aún sin empresa',
    linkedTo: (company) => `Vinculado a ${company}`,
    linkedTenants: { one: '# inquilino está vinculado a ella', other: '# inquilinos están vinculados a ella' },
    linkedBy: 'Vinculado por',
    openInTab: 'Abrir en la pestaña',
    linkThis: 'Vincular este inquilino',
    foundTenants: 'Los inquilinos que nombra el mensaje aparecen primero.',
    noTenantNamed: 'El mensaje no nombra ningún inquilino. Busque uno.',
    link: 'Vincular',
    linked: 'Vinculado',
    pages: {
      companies: { title: 'Empresas', text: 'Todos los inquilinos de Microsoft que tienen una empresa del PSA.' },
      bulk: { title: 'Vincular todo', text: 'Propuestas para todos los inquilinos sin empresa, para revisar y guardar a la vez.' },
      add: { title: 'Agregar empresa', text: 'Vincular un inquilino de Microsoft a una empresa del PSA.' },
      history: { title: 'Historial', text: 'Todo lo guardado con sus filas, y el camino de vuelta.' },
      connections: { title: 'Conexiones', text: 'Cuentas del Centro de partners y PSA, y lo recientes que son sus listas.' },
      drift: { title: 'Cambios', text: 'Lo que cambió en los orígenes desde que se guardaron los vínculos.' },
    },
    linkCount: { one: '# vínculo hasta ahora.', other: '# vínculos hasta ahora.' },
    changeCount: { one: '# cambio ahora.', other: '# cambios ahora.' },
  },
};
