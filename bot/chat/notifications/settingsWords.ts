import type { ConversationScope, NoticeTopic } from '../../../services/domain/notice.js';
import type { Localized } from '../language/language.js';

type SettingsWords = {
  readonly title: string;
  readonly isOff: string;
  readonly isOn: string;
  /** Who reads what is sent. */
  readonly audience: Readonly<Record<ConversationScope, string>>;
  readonly whatAbout: string;
  readonly topics: Readonly<Record<NoticeTopic, string>>;
  readonly when: string;
  readonly atOnce: string;
  readonly daily: string;
  readonly dailyAt: string;
  readonly quiet: string;
  readonly quietHours: string;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly timesIn: (zone: string) => string;
  readonly switchOn: string;
  readonly switchOff: string;
  readonly save: string;
  readonly change: string;
  readonly setBy: string;
  readonly chooseTopic: string;
  readonly badTime: string;
  /** What may follow the command's words to switch on, and to switch off. */
  readonly onWays: readonly string[];
  readonly offWays: readonly string[];
};

export const settingsWords: Localized<SettingsWords> = {
  en: {
    title: 'Notifications',
    isOff: 'Notifications are off here.',
    isOn: 'Notifications are on here.',
    audience: { personal: 'Only you see them.', groupChat: 'Everybody in this chat sees them.', channel: 'They are posted to this channel.' },
    whatAbout: 'What about',
    topics: { 'new-tenants': 'New tenants without a company', drift: 'Changes since links were saved', 'sync-problems': 'Lists that could not be read in full', 'long-runs': 'Long readings and big saves that are finished' },
    when: 'When',
    atOnce: 'As soon as there is something new',
    daily: 'Once a day, all at once',
    dailyAt: 'Time of day, for "once a day"',
    quiet: 'Quiet hours, for "as soon as there is something new"',
    quietHours: 'Quiet hours',
    quietFrom: 'Quiet from',
    quietTo: 'Quiet until',
    timesIn: (zone) => `Times are those of ${zone}.`,
    switchOn: 'Switch on',
    switchOff: 'Switch off',
    save: 'Save',
    change: 'Change',
    setBy: 'Chosen by',
    chooseTopic: 'Please choose at least one thing to be told about, or switch notifications off.',
    badTime: 'Please give times such as 07:30.',
    onWays: ['on', 'here', 'yes'],
    offWays: ['off', 'no'],
  },
  de: {
    title: 'Benachrichtigungen',
    isOff: 'Benachrichtigungen sind hier ausgeschaltet.',
    isOn: 'Benachrichtigungen sind hier eingeschaltet.',
    audience: { personal: 'Nur Sie sehen sie.', groupChat: 'Alle in diesem Chat sehen sie.', channel: 'Sie erscheinen in diesem Kanal.' },
    whatAbout: 'Worüber',
    topics: { 'new-tenants': 'Neue Mandanten ohne Firma', drift: 'Änderungen, seit Verknüpfungen gespeichert wurden', 'sync-problems': 'Listen, die nicht vollständig gelesen wurden', 'long-runs': 'Lange Lesevorgänge und große Speicherungen, die fertig sind' },
    when: 'Wann',
    atOnce: 'Sobald es etwas Neues gibt',
    daily: 'Einmal am Tag, alles zusammen',
    dailyAt: 'Uhrzeit, für „einmal am Tag“',
    quiet: 'Ruhezeit, für „sobald es etwas Neues gibt“',
    quietHours: 'Ruhezeit',
    quietFrom: 'Ruhe ab',
    quietTo: 'Ruhe bis',
    timesIn: (zone) => `Es gilt die Zeit von ${zone}.`,
    switchOn: 'Einschalten',
    switchOff: 'Ausschalten',
    save: 'Speichern',
    change: 'Ändern',
    setBy: 'Gewählt von',
    chooseTopic: 'Bitte wählen Sie mindestens ein Thema, oder schalten Sie die Benachrichtigungen aus.',
    badTime: 'Bitte geben Sie Uhrzeiten wie 07:30 an.',
    onWays: ['an', 'ein', 'hier', 'ja'],
    offWays: ['aus', 'ab', 'nein'],
  },
  fr: {
    title: 'Notifications',
    isOff: 'Les notifications sont désactivées ici.',
    isOn: 'Les notifications sont activées ici.',
    audience: { personal: 'Vous seul les voyez.', groupChat: 'Tous les membres de cette conversation les voient.', channel: 'Elles sont publiées dans ce canal.' },
    whatAbout: 'À propos de',
    topics: { 'new-tenants': 'Nouveaux locataires sans société', drift: 'Changements depuis l’enregistrement des liens', 'sync-problems': 'Listes qui n’ont pas été lues en entier', 'long-runs': 'Longues lectures et gros enregistrements terminés' },
    when: 'Quand',
    atOnce: 'Dès qu’il y a du nouveau',
    daily: 'Une fois par jour, tout ensemble',
    dailyAt: 'Heure, pour « une fois par jour »',
    quiet: 'Heures calmes, pour « dès qu’il y a du nouveau »',
    quietHours: 'Heures calmes',
    quietFrom: 'Calme à partir de',
    quietTo: 'Calme jusqu’à',
    timesIn: (zone) => `Les heures sont celles de ${zone}.`,
    switchOn: 'Activer',
    switchOff: 'Désactiver',
    save: 'Enregistrer',
    change: 'Modifier',
    setBy: 'Choisi par',
    chooseTopic: 'Veuillez choisir au moins un sujet, ou désactivez les notifications.',
    badTime: 'Veuillez indiquer des heures telles que 07:30.',
    onWays: ['activer', 'activé', 'ici', 'oui'],
    offWays: ['désactiver', 'désactivé', 'non'],
  },
  nl: {
    title: 'Meldingen',
    isOff: 'Meldingen staan hier uit.',
    isOn: 'Meldingen staan hier aan.',
    audience: { personal: 'Alleen u ziet ze.', groupChat: 'Iedereen in deze chat ziet ze.', channel: 'Ze worden in dit kanaal geplaatst.' },
    whatAbout: 'Waarover',
    topics: { 'new-tenants': 'Nieuwe tenants zonder bedrijf', drift: 'Wijzigingen sinds koppelingen zijn opgeslagen', 'sync-problems': 'Lijsten die niet volledig zijn gelezen', 'long-runs': 'Lange leesbeurten en grote opslagacties die klaar zijn' },
    when: 'Wanneer',
    atOnce: 'Zodra er iets nieuws is',
    daily: 'Eén keer per dag, alles samen',
    dailyAt: 'Tijdstip, voor ‘één keer per dag’',
    quiet: 'Stille uren, voor ‘zodra er iets nieuws is’',
    quietHours: 'Stille uren',
    quietFrom: 'Stil vanaf',
    quietTo: 'Stil tot',
    timesIn: (zone) => `De tijden zijn die van ${zone}.`,
    switchOn: 'Inschakelen',
    switchOff: 'Uitschakelen',
    save: 'Opslaan',
    change: 'Wijzigen',
    setBy: 'Gekozen door',
    chooseTopic: 'Kies minstens één onderwerp, of schakel de meldingen uit.',
    badTime: 'Geef tijden op zoals 07:30.',
    onWays: ['aan', 'hier', 'ja'],
    offWays: ['uit', 'nee'],
  },
  es: {
    title: 'Notificaciones',
    isOff: 'Las notificaciones están desactivadas aquí.',
    isOn: 'Las notificaciones están activadas aquí.',
    audience: { personal: 'Solo usted las ve.', groupChat: 'Todas las personas de este chat las ven.', channel: 'Se publican en este canal.' },
    whatAbout: 'Sobre qué',
    topics: { 'new-tenants': 'Inquilinos nuevos sin empresa', drift: 'Cambios desde que se guardaron los vínculos', 'sync-problems': 'Listas que no se leyeron por completo', 'long-runs': 'Lecturas largas y guardados grandes que han terminado' },
    when: 'Cuándo',
    atOnce: 'En cuanto haya algo nuevo',
    daily: 'Una vez al día, todo junto',
    dailyAt: 'Hora, para «una vez al día»',
    quiet: 'Horas de silencio, para «en cuanto haya algo nuevo»',
    quietHours: 'Horas de silencio',
    quietFrom: 'Silencio desde',
    quietTo: 'Silencio hasta',
    timesIn: (zone) => `Las horas son las de ${zone}.`,
    switchOn: 'Activar',
    switchOff: 'Desactivar',
    save: 'Guardar',
    change: 'Cambiar',
    setBy: 'Elegido por',
    chooseTopic: 'Elija al menos un tema o desactive las notificaciones.',
    badTime: 'Indique horas como 07:30.',
    onWays: ['activar', 'sí', 'aquí'],
    offWays: ['desactivar', 'no'],
  },
};
