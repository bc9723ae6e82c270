import type { SourceHealth } from '../../../services/index.js';
import type { Localized } from '../language/language.js';

type Counted = { readonly one: string; readonly other: string };
/** `#` stands for the number: see `countText`. */
type StatusWords = {
  readonly status: string;
  readonly tenants: string;
  readonly linked: string;
  readonly waiting: string;
  readonly waitingParts: (matched: string, toReview: string, unmatched: string) => string;
  readonly ignored: string;
  readonly lastSync: string;
  readonly moreInTab: Counted;
  readonly rows: Counted;
  readonly lastComplete: (when: string) => string;
  readonly neverComplete: string;
  readonly states: Readonly<Record<SourceHealth['state'], string>>;
  /** Where the service's own sentence is in another language. */
  readonly stateReasons: { readonly partial: string; readonly failed: string };
  /** Of a list that came whole: so many known rows are not in it. */
  readonly doubted: { readonly one: string; readonly other: string };
  readonly bulkAdd: string;
  readonly openBulk: string;
  readonly bulkIntro: string;
  readonly noTenants: string;
  readonly allLinked: Counted;
  /** `#` is how many have none, `of` how many there are. */
  readonly waitingOf: (of: string) => Counted;
};

export const statusWords: Localized<StatusWords> = {
  en: {
    status: 'Status',
    tenants: 'Microsoft tenants',
    linked: 'Linked',
    waiting: 'Waiting',
    waitingParts: (matched, toReview, unmatched) => `${matched} matched, ${toReview} to review, ${unmatched} unmatched`,
    ignored: 'Ignored',
    lastSync: 'Last sync',
    moreInTab: { one: '… and # more in the tab.', other: '… and # more in the tab.' },
    rows: { one: '# row', other: '# rows' },
    lastComplete: (when) => `Last complete: ${when}`,
    neverComplete: 'Never complete so far',
    states: { 'never-synced': 'never synced', paused: 'paused', syncing: 'syncing now', complete: 'complete', partial: 'partial', failed: 'failed' },
    stateReasons: { partial: 'Some rows are missing.', failed: 'The list could not be read. The last good one stays.' },
    doubted: { one: 'The list came whole, but # known row is suddenly not in it. It is kept until the next reading says the same or somebody confirms it in the tab.', other: 'The list came whole, but # known rows are suddenly not in it. They are kept until the next reading says the same or somebody confirms it in the tab.' },
    bulkAdd: 'Bulk Add Company',
    openBulk: 'Open Bulk Add Company',
    bulkIntro: 'The tab proposes a company for each of them; you review and save.',
    noTenants: 'No Microsoft tenants are known yet. They appear after the first sync.',
    allLinked: { one: 'The only tenant has a company.', other: 'All # tenants have a company.' },
    waitingOf: (of) => ({ one: `One of ${of} tenants has no company yet.`, other: `# of ${of} tenants have no company yet.` }),
  },
  de: {
    status: 'Stand',
    tenants: 'Microsoft-Mandanten',
    linked: 'Verknüpft',
    waiting: 'Offen',
    waitingParts: (matched, toReview, unmatched) => `${matched} zugeordnet, ${toReview} zu prüfen, ${unmatched} ohne Vorschlag`,
    ignored: 'Ignoriert',
    lastSync: 'Letzte Synchronisierung',
    moreInTab: { one: '… und # weitere in der Registerkarte.', other: '… und # weitere in der Registerkarte.' },
    rows: { one: '# Zeile', other: '# Zeilen' },
    lastComplete: (when) => `Zuletzt vollständig: ${when}`,
    neverComplete: 'Bisher nie vollständig',
    states: { 'never-synced': 'nie synchronisiert', paused: 'angehalten', syncing: 'wird gerade synchronisiert', complete: 'vollständig', partial: 'unvollständig', failed: 'fehlgeschlagen' },
    stateReasons: { partial: 'Einige Zeilen fehlen.', failed: 'Die Liste konnte nicht gelesen werden. Die letzte gute bleibt.' },
    doubted: { one: 'Die Liste kam ganz, aber # bekannte Zeile fehlt plötzlich darin. Sie bleibt, bis die nächste Lesung dasselbe sagt oder jemand es in der Registerkarte bestätigt.', other: 'Die Liste kam ganz, aber # bekannte Zeilen fehlen plötzlich darin. Sie bleiben, bis die nächste Lesung dasselbe sagt oder jemand es in der Registerkarte bestätigt.' },
    bulkAdd: 'Firmen gesammelt hinzufügen',
    openBulk: '„Firmen gesammelt hinzufügen“ öffnen',
    bulkIntro: 'Die Registerkarte schlägt für jeden eine Firma vor; Sie prüfen und speichern.',
    noTenants: 'Noch sind keine Microsoft-Mandanten bekannt. Sie erscheinen nach der ersten Synchronisierung.',
    allLinked: { one: 'Der einzige Mandant hat eine Firma.', other: 'Alle # Mandanten haben eine Firma.' },
    waitingOf: (of) => ({ one: `Einer von ${of} Mandanten hat noch keine Firma.`, other: `# von ${of} Mandanten haben noch keine Firma.` }),
  },
  fr: {
    status: 'État',
    tenants: 'Locataires Microsoft',
    linked: 'Liés',
    waiting: 'En attente',
    waitingParts: (matched, toReview, unmatched) => `${matched} avec correspondance, ${toReview} à vérifier, ${unmatched} sans correspondance`,
    ignored: 'Ignorés',
    lastSync: 'Dernière synchronisation',
    moreInTab: { one: '… et # de plus dans l’onglet.', other: '… et # de plus dans l’onglet.' },
    rows: { one: '# ligne', other: '# lignes' },
    lastComplete: (when) => `Dernière liste complète : ${when}`,
    neverComplete: 'Jamais complète jusqu’ici',
    states: { 'never-synced': 'jamais synchronisé', paused: 'en pause', syncing: 'synchronisation en cours', complete: 'complet', partial: 'partiel', failed: 'échec' },
    stateReasons: { partial: 'Il manque des lignes.', failed: 'La liste n’a pas pu être lue. La dernière bonne liste reste.' },
    doubted: { one: 'La liste est arrivée entière, mais # ligne connue y manque soudain. Elle est conservée jusqu’à ce que la prochaine lecture dise la même chose ou que quelqu’un le confirme dans l’onglet.', other: 'La liste est arrivée entière, mais # lignes connues y manquent soudain. Elles sont conservées jusqu’à ce que la prochaine lecture dise la même chose ou que quelqu’un le confirme dans l’onglet.' },
    bulkAdd: 'Ajout groupé d’entreprises',
    openBulk: 'Ouvrir l’ajout groupé',
    bulkIntro: 'L’onglet propose une entreprise pour chacun ; vous vérifiez et enregistrez.',
    noTenants: 'Aucun locataire Microsoft n’est encore connu. Ils apparaissent après la première synchronisation.',
    allLinked: { one: 'Le seul locataire a une entreprise.', other: 'Les # locataires ont tous une entreprise.' },
    waitingOf: (of) => ({ one: `# locataire sur ${of} n’a pas encore d’entreprise.`, other: `# locataires sur ${of} n’ont pas encore d’entreprise.` }),
  },
  nl: {
    status: 'Stand van zaken',
    tenants: 'Microsoft-tenants',
    linked: 'Gekoppeld',
    waiting: 'Wachtend',
    waitingParts: (matched, toReview, unmatched) => `${matched} gevonden, ${toReview} te beoordelen, ${unmatched} zonder voorstel`,
    ignored: 'Genegeerd',
    lastSync: 'Laatste synchronisatie',
    moreInTab: { one: '… en nog # in het tabblad.', other: '… en nog # in het tabblad.' },
    rows: { one: '# rij', other: '# rijen' },
    lastComplete: (when) => `Laatst volledig: ${when}`,
    neverComplete: 'Tot nu toe nooit volledig',
    states: { 'never-synced': 'nooit gesynchroniseerd', paused: 'gepauzeerd', syncing: 'wordt gesynchroniseerd', complete: 'volledig', partial: 'onvolledig', failed: 'mislukt' },
    stateReasons: { partial: 'Er ontbreken rijen.', failed: 'De lijst kon niet worden gelezen. De laatste goede blijft staan.' },
    doubted: { one: 'De lijst kwam volledig, maar # bekende rij staat er plotseling niet meer in. Ze blijft staan tot de volgende lezing hetzelfde zegt of iemand het in het tabblad bevestigt.', other: 'De lijst kwam volledig, maar # bekende rijen staan er plotseling niet meer in. Ze blijven staan tot de volgende lezing hetzelfde zegt of iemand het in het tabblad bevestigt.' },
    bulkAdd: 'Bedrijven in bulk toevoegen',
    openBulk: 'Bulksgewijs toevoegen openen',
    bulkIntro: 'Het tabblad stelt voor elke tenant een bedrijf voor; u beoordeelt en slaat op.',
    noTenants: 'Er zijn nog geen Microsoft-tenants bekend. Ze verschijnen na de eerste synchronisatie.',
    allLinked: { one: 'De enige tenant heeft een bedrijf.', other: 'Alle # tenants hebben een bedrijf.' },
    waitingOf: (of) => ({ one: `Eén van ${of} tenants heeft nog geen bedrijf.`, other: `# van ${of} tenants hebben nog geen bedrijf.` }),
  },
  es: {
    status: 'Estado',
    tenants: 'Inquilinos de Microsoft',
    linked: 'Vinculados',
    waiting: 'Pendientes',
    waitingParts: (matched, toReview, unmatched) => `${matched} con coincidencia, ${toReview} por revisar, ${unmatched} sin coincidencia`,
    ignored: 'Ignorados',
    lastSync: 'Última sincronización',
    moreInTab: { one: '… y # más en la pestaña.', other: '… y # más en la pestaña.' },
    rows: { one: '# fila', other: '# filas' },
    lastComplete: (when) => `Última lista completa: ${when}`,
    neverComplete: 'Nunca completa hasta ahora',
    states: { 'never-synced': 'nunca sincronizado', paused: 'en pausa', syncing: 'sincronizando ahora', complete: 'completo', partial: 'parcial', failed: 'con errores' },
    stateReasons: { partial: 'Faltan algunas filas.', failed: 'No se pudo leer la lista. Se conserva la última correcta.' },
    doubted: { one: 'La lista llegó completa, pero de repente falta # fila conocida. Se conserva hasta que la próxima lectura diga lo mismo o alguien lo confirme en la pestaña.', other: 'La lista llegó completa, pero de repente faltan # filas conocidas. Se conservan hasta que la próxima lectura diga lo mismo o alguien lo confirme en la pestaña.' },
    bulkAdd: 'Agregar empresas en bloque',
    openBulk: 'Abrir «Agregar empresas en bloque»',
    bulkIntro: 'La pestaña propone una empresa para cada uno; usted revisa y guarda.',
    noTenants: 'Aún no se conoce ningún inquilino de Microsoft. Aparecen tras la primera sincronización.',
    allLinked: { one: 'El único inquilino tiene empresa.', other: 'Los # inquilinos tienen empresa.' },
    waitingOf: (of) => ({ one: `Uno de ${of} inquilinos aún no tiene empresa.`, other: `# de ${of} inquilinos aún no tienen empresa.` }),
  },
};
