import type { LinkDriftKind } from '../../../services/domain/drift.js';
import type { Localized } from '../language/language.js';

type Counted = { readonly one: string; readonly other: string };
/** `then`: the name at the time of linking. `now`: what it is today. */
export type DriftNames = { readonly tenant: string; readonly company: string; readonly psa: string; readonly then: string; readonly now: string };
/** `#` stands for the number: see `countText`. */
type NoticeWords = {
  readonly title: string;
  readonly newTenants: Counted;
  readonly fits: (company: string, psa: string, sure: string) => string;
  readonly toReview: string;
  readonly noneFits: string;
  /** On a button, below the tenant. */
  readonly linkTo: (company: string) => string;
  readonly linkedBefore: (tenant: string, company: string, by: string) => string;
  readonly changes: Counted;
  readonly drift: Readonly<Record<LinkDriftKind, (names: DriftNames) => string>>;
  readonly problems: Counted;
  readonly failed: (source: string) => string;
  readonly partial: (source: string) => string;
  readonly finished: string;
  readonly longSync: (source: string, minutes: string, rows: string) => string;
  readonly bigSave: (person: string, added: string, changed: string, removed: string) => string;
  readonly more: Counted;
  readonly reviewInTab: string;
  readonly seeChanges: string;
  readonly settings: string;
};

export const noticeWords: Localized<NoticeWords> = {
  en: {
    title: 'News',
    newTenants: { one: '# new tenant has no company yet', other: '# new tenants have no company yet' },
    fits: (company, psa, sure) => `Fits ${company} in ${psa} (${sure}).`,
    toReview: 'Several companies may fit. Please choose one.',
    noneFits: 'No company fits.',
    linkTo: (company) => `Link to ${company}`,
    linkedBefore: (tenant, company, by) => `${by} linked ${tenant} to ${company} already.`,
    changes: { one: '# link is no longer as it was saved', other: '# changes since links were saved' },
    drift: {
      'tenant-renamed': ({ then, now, company }) => `The tenant ${then}, linked to ${company}, is now called ${now}.`,
      'company-renamed': ({ then, now, tenant, psa }) => `The company ${then} in ${psa}, linked to ${tenant}, is now called ${now}.`,
      'company-inactive': ({ company, psa, tenant, now }) => `The company ${company} in ${psa}, linked to ${tenant}, is not active any more${now === '' ? '.' : `: ${now}`}`,
      'company-deleted': ({ then, psa, tenant }) => `The company ${then}, linked to ${tenant}, is not in ${psa} any more.`,
      'relationship-lost': ({ then, company }) => `No Partner Center account lists the tenant ${then} any more. It is linked to ${company}.`,
    },
    problems: { one: '# list was not read in full', other: '# lists were not read in full' },
    failed: (source) => `${source} could not be read. The last good list stays.`,
    partial: (source) => `${source} came in part. Nothing is removed until it comes whole.`,
    finished: 'Finished',
    longSync: (source, minutes, rows) => `${source} was read in ${minutes} minutes: ${rows} rows.`,
    bigSave: (person, added, changed, removed) => `${person} saved: ${added} added, ${changed} changed, ${removed} removed.`,
    more: { one: '… and # more.', other: '… and # more.' },
    reviewInTab: 'Review in the tab',
    seeChanges: 'See the changes',
    settings: 'Notifications',
  },
  de: {
    title: 'Neuigkeiten',
    newTenants: { one: '# neuer Mandant hat noch keine Firma', other: '# neue Mandanten haben noch keine Firma' },
    fits: (company, psa, sure) => `Passt zu ${company} in ${psa} (${sure}).`,
    toReview: 'Mehrere Firmen kommen infrage. Bitte wählen Sie eine.',
    noneFits: 'Keine Firma passt.',
    linkTo: (company) => `Mit ${company} verknüpfen`,
    linkedBefore: (tenant, company, by) => `${by} hat ${tenant} schon mit ${company} verknüpft.`,
    changes: { one: '# Verknüpfung ist nicht mehr so, wie sie gespeichert wurde', other: '# Änderungen, seit Verknüpfungen gespeichert wurden' },
    drift: {
      'tenant-renamed': ({ then, now, company }) => `Der Mandant ${then}, verknüpft mit ${company}, heißt jetzt ${now}.`,
      'company-renamed': ({ then, now, tenant, psa }) => `Die Firma ${then} in ${psa}, verknüpft mit ${tenant}, heißt jetzt ${now}.`,
      'company-inactive': ({ company, psa, tenant, now }) => `Die Firma ${company} in ${psa}, verknüpft mit ${tenant}, ist nicht mehr aktiv${now === '' ? '.' : `: ${now}`}`,
      'company-deleted': ({ then, psa, tenant }) => `Die Firma ${then}, verknüpft mit ${tenant}, ist nicht mehr in ${psa}.`,
      'relationship-lost': ({ then, company }) => `Kein Partner Center-Konto führt den Mandanten ${then} mehr. Er ist mit ${company} verknüpft.`,
    },
    problems: { one: '# Liste wurde nicht vollständig gelesen', other: '# Listen wurden nicht vollständig gelesen' },
    failed: (source) => `${source} ließ sich nicht lesen. Die letzte gute Liste bleibt.`,
    partial: (source) => `${source} kam nur zum Teil. Nichts wird entfernt, bis die Liste vollständig kommt.`,
    finished: 'Fertig',
    longSync: (source, minutes, rows) => `${source} wurde in ${minutes} Minuten gelesen: ${rows} Zeilen.`,
    bigSave: (person, added, changed, removed) => `${person} hat gespeichert: ${added} hinzugefügt, ${changed} geändert, ${removed} entfernt.`,
    more: { one: '… und # weiterer Eintrag.', other: '… und # weitere.' },
    reviewInTab: 'In der Registerkarte prüfen',
    seeChanges: 'Änderungen ansehen',
    settings: 'Benachrichtigungen',
  },
  fr: {
    title: 'Nouveautés',
    newTenants: { one: '# nouveau locataire n’a pas encore de société', other: '# nouveaux locataires n’ont pas encore de société' },
    fits: (company, psa, sure) => `Correspond à ${company} dans ${psa} (${sure}).`,
    toReview: 'Plusieurs sociétés peuvent convenir. Veuillez en choisir une.',
    noneFits: 'Aucune société ne convient.',
    linkTo: (company) => `Lier à ${company}`,
    linkedBefore: (tenant, company, by) => `${by} a déjà lié ${tenant} à ${company}.`,
    changes: { one: '# lien n’est plus tel qu’il a été enregistré', other: '# changements depuis l’enregistrement des liens' },
    drift: {
      'tenant-renamed': ({ then, now, company }) => `Le locataire ${then}, lié à ${company}, s’appelle désormais ${now}.`,
      'company-renamed': ({ then, now, tenant, psa }) => `La société ${then} dans ${psa}, liée à ${tenant}, s’appelle désormais ${now}.`,
      'company-inactive': ({ company, psa, tenant, now }) => `La société ${company} dans ${psa}, liée à ${tenant}, n’est plus active${now === '' ? '.' : ` : ${now}`}`,
      'company-deleted': ({ then, psa, tenant }) => `La société ${then}, liée à ${tenant}, n’est plus dans ${psa}.`,
      'relationship-lost': ({ then, company }) => `Aucun compte Partner Center ne liste plus le locataire ${then}. Il est lié à ${company}.`,
    },
    problems: { one: '# liste n’a pas été lue en entier', other: '# listes n’ont pas été lues en entier' },
    failed: (source) => `${source} n’a pas pu être lu. La dernière bonne liste reste.`,
    partial: (source) => `${source} n’est arrivé qu’en partie. Rien n’est supprimé avant une liste complète.`,
    finished: 'Terminé',
    longSync: (source, minutes, rows) => `${source} a été lu en ${minutes} minutes : ${rows} lignes.`,
    bigSave: (person, added, changed, removed) => `${person} a enregistré : ${added} ajouts, ${changed} modifications, ${removed} suppressions.`,
    more: { one: '… et # autre.', other: '… et # autres.' },
    reviewInTab: 'Vérifier dans l’onglet',
    seeChanges: 'Voir les changements',
    settings: 'Notifications',
  },
  nl: {
    title: 'Nieuws',
    newTenants: { one: '# nieuwe tenant heeft nog geen bedrijf', other: '# nieuwe tenants hebben nog geen bedrijf' },
    fits: (company, psa, sure) => `Past bij ${company} in ${psa} (${sure}).`,
    toReview: 'Meerdere bedrijven kunnen passen. Kies er een.',
    noneFits: 'Geen bedrijf past.',
    linkTo: (company) => `Koppelen aan ${company}`,
    linkedBefore: (tenant, company, by) => `${by} heeft ${tenant} al aan ${company} gekoppeld.`,
    changes: { one: '# koppeling is niet meer zoals ze is opgeslagen', other: '# wijzigingen sinds koppelingen zijn opgeslagen' },
    drift: {
      'tenant-renamed': ({ then, now, company }) => `De tenant ${then}, gekoppeld aan ${company}, heet nu ${now}.`,
      'company-renamed': ({ then, now, tenant, psa }) => `Het bedrijf ${then} in ${psa}, gekoppeld aan ${tenant}, heet nu ${now}.`,
      'company-inactive': ({ company, psa, tenant, now }) => `Het bedrijf ${company} in ${psa}, gekoppeld aan ${tenant}, is niet meer actief${now === '' ? '.' : `: ${now}`}`,
      'company-deleted': ({ then, psa, tenant }) => `Het bedrijf ${then}, gekoppeld aan ${tenant}, staat niet meer in ${psa}.`,
      'relationship-lost': ({ then, company }) => `Geen enkel Partner Center-account vermeldt de tenant ${then} nog. Hij is gekoppeld aan ${company}.`,
    },
    problems: { one: '# lijst is niet volledig gelezen', other: '# lijsten zijn niet volledig gelezen' },
    failed: (source) => `${source} kon niet worden gelezen. De laatste goede lijst blijft.`,
    partial: (source) => `${source} kwam maar gedeeltelijk. Er wordt niets verwijderd tot de lijst volledig komt.`,
    finished: 'Klaar',
    longSync: (source, minutes, rows) => `${source} is in ${minutes} minuten gelezen: ${rows} rijen.`,
    bigSave: (person, added, changed, removed) => `${person} heeft opgeslagen: ${added} toegevoegd, ${changed} gewijzigd, ${removed} verwijderd.`,
    more: { one: '… en nog #.', other: '… en nog #.' },
    reviewInTab: 'Bekijken in het tabblad',
    seeChanges: 'Wijzigingen bekijken',
    settings: 'Meldingen',
  },
  es: {
    title: 'Novedades',
    newTenants: { one: '# inquilino nuevo aún no tiene empresa', other: '# inquilinos nuevos aún no tienen empresa' },
    fits: (company, psa, sure) => `Corresponde a ${company} en ${psa} (${sure}).`,
    toReview: 'Varias empresas pueden corresponder. Elija una.',
    noneFits: 'Ninguna empresa corresponde.',
    linkTo: (company) => `Vincular a ${company}`,
    linkedBefore: (tenant, company, by) => `${by} ya vinculó ${tenant} a ${company}.`,
    changes: { one: '# vínculo ya no está como se guardó', other: '# cambios desde que se guardaron los vínculos' },
    drift: {
      'tenant-renamed': ({ then, now, company }) => `El inquilino ${then}, vinculado a ${company}, ahora se llama ${now}.`,
      'company-renamed': ({ then, now, tenant, psa }) => `La empresa ${then} en ${psa}, vinculada a ${tenant}, ahora se llama ${now}.`,
      'company-inactive': ({ company, psa, tenant, now }) => `La empresa ${company} en ${psa}, vinculada a ${tenant}, ya no está activa${now === '' ? '.' : `: ${now}`}`,
      'company-deleted': ({ then, psa, tenant }) => `La empresa ${then}, vinculada a ${tenant}, ya no está en ${psa}.`,
      'relationship-lost': ({ then, company }) => `Ninguna cuenta del Centro de partners incluye ya el inquilino ${then}. Está vinculado a ${company}.`,
    },
    problems: { one: '# lista no se leyó por completo', other: '# listas no se leyeron por completo' },
    failed: (source) => `${source} no se pudo leer. Se conserva la última lista buena.`,
    partial: (source) => `${source} llegó solo en parte. No se quita nada hasta que llegue completa.`,
    finished: 'Terminado',
    longSync: (source, minutes, rows) => `${source} se leyó en ${minutes} minutos: ${rows} filas.`,
    bigSave: (person, added, changed, removed) => `${person} guardó: ${added} añadidos, ${changed} cambiados, ${removed} quitados.`,
    more: { one: '… y # más.', other: '… y # más.' },
    reviewInTab: 'Revisar en la pestaña',
    seeChanges: 'Ver los cambios',
    settings: 'Notificaciones',
  },
};
