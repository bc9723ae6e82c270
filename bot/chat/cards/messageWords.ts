import type { Role } from '../../../services/domain/organization.js';
import type { Localized } from '../language/language.js';

type MessageWords = {
  readonly welcome: string;
  readonly whatICanDo: string;
  readonly intro: string;
  readonly mentionFirst: string;
  readonly chooseWhat: string;
  readonly unknown: (text: string) => string;
  readonly didYouMean: (text: string, command: string) => string;
  readonly notAllowed: string;
  readonly request: (requestId: string) => string;
  readonly unknownButton: string;
  readonly usedUpButton: string;
  readonly seeBelow: string;
  readonly noRole: string;
  readonly needsRole: (own: string, needed: string) => string;
  readonly roles: Readonly<Record<Role, string>>;
};

export const messageWords: Localized<MessageWords> = {
  en: {
    welcome: 'Welcome to Tenant Mapper',
    whatICanDo: 'What I can do',
    intro: 'I link the Microsoft tenants of your Partner Center accounts to the companies in your PSA: one at a time here, all at once in the tab.',
    mentionFirst: 'In a channel or group chat, mention me first.',
    chooseWhat: 'Please choose what to do:',
    unknown: (text) => `I do not know "${text}". This is what I can do:`,
    didYouMean: (text, command) => `I do not know "${text}". Did you mean "${command}"?`,
    notAllowed: 'Not allowed',
    request: (requestId) => `Request ${requestId}`,
    unknownButton: 'I do not know this button. The card may be from an older version. Type "help" to see what I can do.',
    usedUpButton: 'This card can no longer be used. Please start again.',
    seeBelow: 'See the new card below.',
    noRole: 'You have no role in Tenant Mapper yet, so I can show you nothing. Ask an administrator of the app to give you one.',
    needsRole: (own, needed) => `Your role (${own}) may look but not change anything here. Ask an administrator of the app for the role "${needed}".`,
    roles: { viewer: 'viewer', mapper: 'mapper', approver: 'approver', admin: 'admin' },
  },
  de: {
    welcome: 'Willkommen bei Tenant Mapper',
    whatICanDo: 'Das kann ich',
    intro: 'Ich verknüpfe die Microsoft-Mandanten Ihrer Partner Center-Konten mit den Firmen in Ihrem PSA: hier einzeln, in der Registerkarte alle auf einmal.',
    mentionFirst: 'Erwähnen Sie mich in Kanälen und Gruppenchats zuerst.',
    chooseWhat: 'Bitte wählen Sie, was geschehen soll:',
    unknown: (text) => `„${text}“ kenne ich nicht. Das kann ich:`,
    didYouMean: (text, command) => `„${text}“ kenne ich nicht. Meinten Sie „${command}“?`,
    notAllowed: 'Nicht erlaubt',
    request: (requestId) => `Anfrage ${requestId}`,
    unknownButton: 'Diese Schaltfläche kenne ich nicht. Die Karte stammt vielleicht aus einer älteren Version. Schreiben Sie „Hilfe“, um zu sehen, was ich kann.',
    usedUpButton: 'Diese Karte lässt sich nicht mehr verwenden. Bitte beginnen Sie neu.',
    seeBelow: 'Siehe die neue Karte unten.',
    noRole: 'Sie haben in Tenant Mapper noch keine Rolle, daher kann ich Ihnen nichts zeigen. Bitten Sie einen Administrator der App um eine.',
    needsRole: (own, needed) => `Ihre Rolle (${own}) darf hier nur lesen und nichts ändern. Bitten Sie einen Administrator der App um die Rolle „${needed}“.`,
    roles: { viewer: 'Leser', mapper: 'Zuordner', approver: 'Genehmiger', admin: 'Administrator' },
  },
  fr: {
    welcome: 'Bienvenue dans Tenant Mapper',
    whatICanDo: 'Ce que je peux faire',
    intro: 'Je lie les locataires Microsoft de vos comptes Partner Center aux entreprises de votre PSA : un par un ici, tous à la fois dans l’onglet.',
    mentionFirst: 'Dans un canal ou une conversation de groupe, mentionnez-moi d’abord.',
    chooseWhat: 'Veuillez choisir quoi faire :',
    unknown: (text) => `Je ne connais pas « ${text} ». Voici ce que je peux faire :`,
    didYouMean: (text, command) => `Je ne connais pas « ${text} ». Vouliez-vous dire « ${command} » ?`,
    notAllowed: 'Non autorisé',
    request: (requestId) => `Demande ${requestId}`,
    unknownButton: 'Je ne connais pas ce bouton. La carte provient peut-être d’une version antérieure. Écrivez « aide » pour voir ce que je peux faire.',
    usedUpButton: 'Cette carte ne peut plus être utilisée. Veuillez recommencer.',
    seeBelow: 'Voir la nouvelle carte ci-dessous.',
    noRole: 'Vous n’avez pas encore de rôle dans Tenant Mapper, je ne peux donc rien vous montrer. Demandez-en un à un administrateur de l’application.',
    needsRole: (own, needed) => `Votre rôle (${own}) permet de consulter, mais pas de modifier. Demandez le rôle « ${needed} » à un administrateur de l’application.`,
    roles: { viewer: 'lecteur', mapper: 'mappeur', approver: 'approbateur', admin: 'administrateur' },
  },
  nl: {
    welcome: 'Welkom bij Tenant Mapper',
    whatICanDo: 'Wat ik kan doen',
    intro: 'Ik koppel de Microsoft-tenants van uw Partner Center-accounts aan de bedrijven in uw PSA: hier één voor één, in het tabblad allemaal tegelijk.',
    mentionFirst: 'Vermeld mij eerst in een kanaal of groepschat.',
    chooseWhat: 'Kies wat u wilt doen:',
    unknown: (text) => `Ik ken "${text}" niet. Dit kan ik doen:`,
    didYouMean: (text, command) => `Ik ken "${text}" niet. Bedoelde u "${command}"?`,
    notAllowed: 'Niet toegestaan',
    request: (requestId) => `Aanvraag ${requestId}`,
    unknownButton: 'Ik ken deze knop niet. De kaart is misschien van een oudere versie. Typ "hulp" om te zien wat ik kan doen.',
    usedUpButton: 'Deze kaart kan niet meer worden gebruikt. Begin opnieuw.',
    seeBelow: 'Zie de nieuwe kaart hieronder.',
    noRole: 'U hebt nog geen rol in Tenant Mapper, dus ik kan u niets laten zien. Vraag een beheerder van de app om een rol.',
    needsRole: (own, needed) => `Met uw rol (${own}) mag u hier kijken, maar niets wijzigen. Vraag een beheerder van de app om de rol "${needed}".`,
    roles: { viewer: 'lezer', mapper: 'koppelaar', approver: 'goedkeurder', admin: 'beheerder' },
  },
  es: {
    welcome: 'Le damos la bienvenida a Tenant Mapper',
    whatICanDo: 'Lo que puedo hacer',
    intro: 'Vinculo los inquilinos de Microsoft de sus cuentas del Centro de partners con las empresas de su PSA: uno a uno aquí, todos a la vez en la pestaña.',
    mentionFirst: 'En un canal o chat de grupo, mencióneme primero.',
    chooseWhat: 'Elija qué hacer:',
    unknown: (text) => `No conozco «${text}». Esto es lo que puedo hacer:`,
    didYouMean: (text, command) => `No conozco «${text}». ¿Quería decir «${command}»?`,
    notAllowed: 'No permitido',
    request: (requestId) => `Solicitud ${requestId}`,
    unknownButton: 'No conozco este botón. Puede que la tarjeta sea de una versión anterior. Escriba «ayuda» para ver lo que puedo hacer.',
    usedUpButton: 'Esta tarjeta ya no se puede usar. Empiece de nuevo.',
    seeBelow: 'Vea la nueva tarjeta más abajo.',
    noRole: 'Todavía no tiene un rol en Tenant Mapper, así que no puedo mostrarle nada. Pida uno a un administrador de la aplicación.',
    needsRole: (own, needed) => `Su rol (${own}) permite consultar, pero no cambiar nada aquí. Pida el rol «${needed}» a un administrador de la aplicación.`,
    roles: { viewer: 'lector', mapper: 'asignador', approver: 'aprobador', admin: 'administrador' },
  },
};
