import type { Localized } from '../language/language.js';

type Counted = { readonly one: string; readonly other: string };
/** `#` stands for the number: see `countText`. */
type ReviewWords = {
  readonly title: string;
  readonly linkTitle: string;
  readonly ignoreTitle: string;
  readonly left: Counted;
  readonly decidedToday: Counted;
  readonly companies: string;
  readonly bestCompany: string;
  readonly noCandidate: string;
  readonly sure: (percent: string) => string;
  readonly linkedNow: (companies: string) => string;
  readonly replaces: string;
  readonly link: string;
  readonly other: string;
  readonly ignore: string;
  readonly notThis: string;
  readonly skip: string;
  readonly next: string;
  readonly back: string;
  readonly cancel: string;
  readonly search: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly refresh: string;
  readonly chooseFirst: string;
  readonly chooseForReject: string;
  readonly linked: string;
  readonly already: string;
  readonly ignored: string;
  readonly rejected: string;
  readonly linkedBy: string;
  readonly ignoredBy: string;
  readonly rejectedBy: string;
  readonly notOffered: string;
  readonly takeBackInTab: string;
  readonly decidedMeanwhile: (who: string) => string;
  readonly takenBackMeanwhile: string;
  readonly linkedElsewhere: string;
  readonly allDone: string;
  readonly allDoneText: string;
  readonly gone: string;
  readonly nothingChanged: string;
  readonly whichTenant: string;
  readonly noTenant: (query: string) => string;
  readonly noCompany: (query: string) => string;
  readonly linkHow: string;
  readonly ignoreHow: string;
};

export const reviewWords: Localized<ReviewWords> = {
  en: {
    title: 'Which company is this?',
    linkTitle: 'Link this tenant?',
    ignoreTitle: 'Ignore this tenant?',
    left: { one: '# left', other: '# left' },
    decidedToday: { one: '# decided today', other: '# decided today' },
    companies: 'Companies that may fit, best first',
    bestCompany: 'Company that may fit',
    noCandidate: 'No company in the PSA resembles it. Choose "Other …" to search, or "Ignore" when it needs none.',
    sure: (percent) => `${percent} sure`,
    linkedNow: (companies) => `It is linked to ${companies} now.`,
    replaces: 'Linking replaces that.',
    link: 'Link',
    other: 'Other …',
    ignore: 'Ignore',
    notThis: 'Not this company',
    skip: 'Skip',
    next: 'Next',
    back: 'Back',
    cancel: 'Cancel',
    search: 'Search',
    reason: 'Why? (optional)',
    reasonHint: 'For example: our own tenant, a test tenant',
    refresh: 'Refresh',
    chooseFirst: 'Please choose a company first.',
    chooseForReject: 'Please choose the company that it is not.',
    linked: 'Linked',
    already: 'Already linked',
    ignored: 'Ignored',
    rejected: 'Not this company',
    linkedBy: 'Linked by',
    ignoredBy: 'Ignored by',
    rejectedBy: 'Decided by',
    notOffered: 'I will not offer this pair again.',
    takeBackInTab: 'It can be taken back in the tab.',
    decidedMeanwhile: (who) => `${who} decided this tenant meanwhile. Nothing was changed; this is how it is now.`,
    takenBackMeanwhile: 'The decision was taken back meanwhile. Nothing was changed; this is how it is now.',
    linkedElsewhere: 'This tenant was linked meanwhile.',
    allDone: 'All done',
    allDoneText: 'No tenant waits for a company.',
    gone: 'This tenant is no longer listed by any connected Partner Center account.',
    nothingChanged: 'Nothing was changed.',
    whichTenant: 'Which tenant?',
    noTenant: (query) => `No tenant fits "${query}". Try a part of its name, its domain or its id.`,
    noCompany: (query) => `No company fits "${query}". Choose "Other …" to search.`,
    linkHow: 'Type "link", the tenant, "to", and the company. Or name the tenant here:',
    ignoreHow: 'Which tenant shall be left out?',
  },
  de: {
    title: 'Welche Firma ist das?',
    linkTitle: 'Diesen Mandanten verknüpfen?',
    ignoreTitle: 'Diesen Mandanten ignorieren?',
    left: { one: 'noch #', other: 'noch #' },
    decidedToday: { one: 'heute # entschieden', other: 'heute # entschieden' },
    companies: 'Firmen, die passen könnten, die beste zuerst',
    bestCompany: 'Firma, die passen könnte',
    noCandidate: 'Keine Firma im PSA sieht ihm ähnlich. Wählen Sie „Andere …“, um zu suchen, oder „Ignorieren“, wenn er keine braucht.',
    sure: (percent) => `${percent} sicher`,
    linkedNow: (companies) => `Er ist jetzt mit ${companies} verknüpft.`,
    replaces: 'Das Verknüpfen ersetzt das.',
    link: 'Verknüpfen',
    other: 'Andere …',
    ignore: 'Ignorieren',
    notThis: 'Nicht diese Firma',
    skip: 'Überspringen',
    next: 'Weiter',
    back: 'Zurück',
    cancel: 'Abbrechen',
    search: 'Suchen',
    reason: 'Warum? (freiwillig)',
    reasonHint: 'Zum Beispiel: unser eigener Mandant, ein Testmandant',
    refresh: 'Aktualisieren',
    chooseFirst: 'Bitte wählen Sie zuerst eine Firma.',
    chooseForReject: 'Bitte wählen Sie die Firma, die es nicht ist.',
    linked: 'Verknüpft',
    already: 'Schon verknüpft',
    ignored: 'Ignoriert',
    rejected: 'Nicht diese Firma',
    linkedBy: 'Verknüpft von',
    ignoredBy: 'Ignoriert von',
    rejectedBy: 'Entschieden von',
    notOffered: 'Dieses Paar schlage ich nicht mehr vor.',
    takeBackInTab: 'In der Registerkarte lässt es sich zurücknehmen.',
    decidedMeanwhile: (who) => `${who} hat diesen Mandanten inzwischen entschieden. Es wurde nichts geändert; so ist es jetzt.`,
    takenBackMeanwhile: 'Die Entscheidung wurde inzwischen zurückgenommen. Es wurde nichts geändert; so ist es jetzt.',
    linkedElsewhere: 'Dieser Mandant wurde inzwischen verknüpft.',
    allDone: 'Alles erledigt',
    allDoneText: 'Kein Mandant wartet auf eine Firma.',
    gone: 'Kein verbundenes Partner Center-Konto führt diesen Mandanten noch.',
    nothingChanged: 'Es wurde nichts geändert.',
    whichTenant: 'Welcher Mandant?',
    noTenant: (query) => `Kein Mandant passt zu „${query}“. Versuchen Sie es mit einem Teil des Namens, der Domäne oder der ID.`,
    noCompany: (query) => `Keine Firma passt zu „${query}“. Wählen Sie „Andere …“, um zu suchen.`,
    linkHow: 'Schreiben Sie „verknüpfe“, den Mandanten, „mit“ und die Firma. Oder nennen Sie den Mandanten hier:',
    ignoreHow: 'Welcher Mandant soll ausgelassen werden?',
  },
  fr: {
    title: 'De quelle entreprise s’agit-il ?',
    linkTitle: 'Lier ce locataire ?',
    ignoreTitle: 'Ignorer ce locataire ?',
    left: { one: 'encore #', other: 'encore #' },
    decidedToday: { one: '# traité aujourd’hui', other: '# traités aujourd’hui' },
    companies: 'Entreprises possibles, la meilleure d’abord',
    bestCompany: 'Entreprise possible',
    noCandidate: 'Aucune entreprise du PSA ne lui ressemble. Choisissez « Autre… » pour chercher, ou « Ignorer » s’il n’en a pas besoin.',
    sure: (percent) => `sûr à ${percent}`,
    linkedNow: (companies) => `Il est actuellement lié à ${companies}.`,
    replaces: 'La nouvelle liaison la remplace.',
    link: 'Lier',
    other: 'Autre…',
    ignore: 'Ignorer',
    notThis: 'Pas cette entreprise',
    skip: 'Passer',
    next: 'Suivant',
    back: 'Retour',
    cancel: 'Abandonner',
    search: 'Rechercher',
    reason: 'Pourquoi ? (facultatif)',
    reasonHint: 'Par exemple : notre propre locataire, un locataire de test',
    refresh: 'Actualiser',
    chooseFirst: 'Veuillez d’abord choisir une entreprise.',
    chooseForReject: 'Veuillez choisir l’entreprise que ce n’est pas.',
    linked: 'Lié',
    already: 'Déjà lié',
    ignored: 'Ignoré',
    rejected: 'Pas cette entreprise',
    linkedBy: 'Lié par',
    ignoredBy: 'Ignoré par',
    rejectedBy: 'Décidé par',
    notOffered: 'Je ne proposerai plus cette paire.',
    takeBackInTab: 'Cela peut être annulé dans l’onglet.',
    decidedMeanwhile: (who) => `${who} a traité ce locataire entre-temps. Rien n’a été modifié ; voici l’état actuel.`,
    takenBackMeanwhile: 'La décision a été annulée entre-temps. Rien n’a été modifié ; voici l’état actuel.',
    linkedElsewhere: 'Ce locataire a été lié entre-temps.',
    allDone: 'Tout est fait',
    allDoneText: 'Aucun locataire n’attend d’entreprise.',
    gone: 'Plus aucun compte Partner Center connecté ne contient ce locataire.',
    nothingChanged: 'Rien n’a été modifié.',
    whichTenant: 'Quel locataire ?',
    noTenant: (query) => `Aucun locataire ne correspond à « ${query} ». Essayez une partie de son nom, son domaine ou son ID.`,
    noCompany: (query) => `Aucune entreprise ne correspond à « ${query} ». Choisissez « Autre… » pour chercher.`,
    linkHow: 'Écrivez « lier », le locataire, « à », puis l’entreprise. Ou indiquez le locataire ici :',
    ignoreHow: 'Quel locataire faut-il laisser de côté ?',
  },
  nl: {
    title: 'Welk bedrijf is dit?',
    linkTitle: 'Deze tenant koppelen?',
    ignoreTitle: 'Deze tenant negeren?',
    left: { one: 'nog #', other: 'nog #' },
    decidedToday: { one: 'vandaag # beslist', other: 'vandaag # beslist' },
    companies: 'Bedrijven die kunnen passen, het beste eerst',
    bestCompany: 'Bedrijf dat kan passen',
    noCandidate: 'Geen bedrijf in de PSA lijkt erop. Kies "Ander …" om te zoeken, of "Negeren" als er geen nodig is.',
    sure: (percent) => `${percent} zeker`,
    linkedNow: (companies) => `De tenant is nu gekoppeld aan ${companies}.`,
    replaces: 'Koppelen vervangt dat.',
    link: 'Koppelen',
    other: 'Ander …',
    ignore: 'Negeren',
    notThis: 'Niet dit bedrijf',
    skip: 'Overslaan',
    next: 'Volgende',
    back: 'Terug',
    cancel: 'Annuleren',
    search: 'Zoeken',
    reason: 'Waarom? (optioneel)',
    reasonHint: 'Bijvoorbeeld: onze eigen tenant, een testtenant',
    refresh: 'Vernieuwen',
    chooseFirst: 'Kies eerst een bedrijf.',
    chooseForReject: 'Kies het bedrijf dat het niet is.',
    linked: 'Gekoppeld',
    already: 'Al gekoppeld',
    ignored: 'Genegeerd',
    rejected: 'Niet dit bedrijf',
    linkedBy: 'Gekoppeld door',
    ignoredBy: 'Genegeerd door',
    rejectedBy: 'Beslist door',
    notOffered: 'Deze combinatie stel ik niet meer voor.',
    takeBackInTab: 'In het tabblad kan dit worden teruggedraaid.',
    decidedMeanwhile: (who) => `${who} heeft intussen over deze tenant beslist. Er is niets gewijzigd; zo is het nu.`,
    takenBackMeanwhile: 'De beslissing is intussen teruggedraaid. Er is niets gewijzigd; zo is het nu.',
    linkedElsewhere: 'Deze tenant is intussen gekoppeld.',
    allDone: 'Alles gedaan',
    allDoneText: 'Geen enkele tenant wacht op een bedrijf.',
    gone: 'Geen verbonden Partner Center-account bevat deze tenant nog.',
    nothingChanged: 'Er is niets gewijzigd.',
    whichTenant: 'Welke tenant?',
    noTenant: (query) => `Geen enkele tenant past bij "${query}". Probeer een deel van de naam, het domein of de id.`,
    noCompany: (query) => `Geen enkel bedrijf past bij "${query}". Kies "Ander …" om te zoeken.`,
    linkHow: 'Typ "koppel", de tenant, "aan" en het bedrijf. Of noem de tenant hier:',
    ignoreHow: 'Welke tenant moet worden overgeslagen?',
  },
  es: {
    title: '¿Qué empresa es esta?',
    linkTitle: '¿Vincular este inquilino?',
    ignoreTitle: '¿Omitir este inquilino?',
    left: { one: 'queda #', other: 'quedan #' },
    decidedToday: { one: '# decidido hoy', other: '# decididos hoy' },
    companies: 'Empresas posibles, la mejor primero',
    bestCompany: 'Empresa posible',
    noCandidate: 'Ninguna empresa del PSA se le parece. Elija «Otra…» para buscar, u «Omitir» si no necesita ninguna.',
    sure: (percent) => `${percent} de seguridad`,
    linkedNow: (companies) => `Ahora está vinculado a ${companies}.`,
    replaces: 'Al vincular, se sustituye.',
    link: 'Vincular',
    other: 'Otra…',
    ignore: 'Omitir',
    notThis: 'No es esta empresa',
    skip: 'Saltar',
    next: 'Siguiente',
    back: 'Atrás',
    cancel: 'Cancelar',
    search: 'Buscar',
    reason: '¿Por qué? (opcional)',
    reasonHint: 'Por ejemplo: nuestro propio inquilino, un inquilino de prueba',
    refresh: 'Actualizar',
    chooseFirst: 'Elija primero una empresa.',
    chooseForReject: 'Elija la empresa que no es.',
    linked: 'Vinculado',
    already: 'Ya vinculado',
    ignored: 'Omitido',
    rejected: 'No es esta empresa',
    linkedBy: 'Vinculado por',
    ignoredBy: 'Omitido por',
    rejectedBy: 'Decidido por',
    notOffered: 'No volveré a proponer esta pareja.',
    takeBackInTab: 'Se puede revertir en la pestaña.',
    decidedMeanwhile: (who) => `Mientras tanto, ${who} ha decidido sobre este inquilino. No se ha cambiado nada; así está ahora.`,
    takenBackMeanwhile: 'Mientras tanto, se ha revertido la decisión. No se ha cambiado nada; así está ahora.',
    linkedElsewhere: 'Mientras tanto, este inquilino se ha vinculado.',
    allDone: 'Todo listo',
    allDoneText: 'Ningún inquilino espera una empresa.',
    gone: 'Ninguna cuenta conectada del Centro de partners incluye ya este inquilino.',
    nothingChanged: 'No se ha cambiado nada.',
    whichTenant: '¿Qué inquilino?',
    noTenant: (query) => `Ningún inquilino coincide con «${query}». Pruebe con parte del nombre, el dominio o el id.`,
    noCompany: (query) => `Ninguna empresa coincide con «${query}». Elija «Otra…» para buscar.`,
    linkHow: 'Escriba «vincular», el inquilino, «a» y la empresa. O indique aquí el inquilino:',
    ignoreHow: '¿Qué inquilino hay que dejar fuera?',
  },
};
