import type { Localized } from '../language/language.js';

type ResultWords = {
  readonly companyAdded: string;
  readonly alreadyAdded: string;
  readonly linkedBy: string;
  readonly nextStep: string;
  readonly connectLicenses: string;
  readonly undo: string;
  readonly undone: string;
  readonly removedAgain: string;
  readonly undoneBy: string;
  readonly addAnother: string;
  readonly savedEarlier: string;
  /** `when` is a moment; null: not known. */
  readonly goneSince: (when: string | null) => string;
  readonly cancelled: string;
  readonly nothingSaved: string;
  readonly continue: string;
  readonly startAgain: string;
  readonly tenant: string;
  readonly company: string;
  readonly psa: string;
};

export const resultWords: Localized<ResultWords> = {
  en: {
    companyAdded: 'Company added',
    alreadyAdded: 'Already added',
    linkedBy: 'Linked by',
    nextStep: 'Next: connect licenses to a billing profile for this company in your billing tool.',
    connectLicenses: 'Connect licenses to billing profile',
    undo: 'Undo',
    undone: 'Undone',
    removedAgain: 'This link was removed again:',
    undoneBy: 'Undone by',
    addAnother: 'Add another',
    savedEarlier: 'Saved earlier',
    goneSince: (when) => `This card saved a link ${when === null ? 'before' : `on ${when}`}. The link was undone or changed since.`,
    cancelled: 'Cancelled',
    nothingSaved: 'Nothing was saved.',
    continue: 'Continue',
    startAgain: 'Start again',
    tenant: 'Microsoft tenant',
    company: 'PSA company',
    psa: 'PSA',
  },
  de: {
    companyAdded: 'Firma hinzugefügt',
    alreadyAdded: 'Schon hinzugefügt',
    linkedBy: 'Verknüpft von',
    nextStep: 'Nächster Schritt: Verbinden Sie in Ihrem Abrechnungstool die Lizenzen mit einem Abrechnungsprofil für diese Firma.',
    connectLicenses: 'Lizenzen mit Abrechnungsprofil verbinden',
    undo: 'Rückgängig',
    undone: 'Rückgängig gemacht',
    removedAgain: 'Diese Verknüpfung wurde wieder entfernt:',
    undoneBy: 'Rückgängig gemacht von',
    addAnother: 'Weitere hinzufügen',
    savedEarlier: 'Früher gespeichert',
    goneSince: (when) => `Diese Karte hat ${when === null ? 'früher' : `am ${when}`} eine Verknüpfung gespeichert. Sie wurde seither rückgängig gemacht oder geändert.`,
    cancelled: 'Abgebrochen',
    nothingSaved: 'Es wurde nichts gespeichert.',
    continue: 'Fortfahren',
    startAgain: 'Neu beginnen',
    tenant: 'Microsoft-Mandant',
    company: 'PSA-Firma',
    psa: 'PSA',
  },
  fr: {
    companyAdded: 'Entreprise ajoutée',
    alreadyAdded: 'Déjà ajoutée',
    linkedBy: 'Liée par',
    nextStep: 'Étape suivante : dans votre outil de facturation, associez les licences à un profil de facturation pour cette entreprise.',
    connectLicenses: 'Associer les licences au profil de facturation',
    undo: 'Annuler la liaison',
    undone: 'Liaison annulée',
    removedAgain: 'Cette liaison a été supprimée :',
    undoneBy: 'Annulée par',
    addAnother: 'En ajouter une autre',
    savedEarlier: 'Enregistré précédemment',
    goneSince: (when) => `Cette carte a enregistré une liaison ${when === null ? 'précédemment' : `le ${when}`}. La liaison a été annulée ou modifiée depuis.`,
    cancelled: 'Abandonné',
    nothingSaved: 'Rien n’a été enregistré.',
    continue: 'Continuer',
    startAgain: 'Recommencer',
    tenant: 'Locataire Microsoft',
    company: 'Entreprise du PSA',
    psa: 'PSA',
  },
  nl: {
    companyAdded: 'Bedrijf toegevoegd',
    alreadyAdded: 'Al toegevoegd',
    linkedBy: 'Gekoppeld door',
    nextStep: 'Volgende stap: koppel in uw facturatietool de licenties aan een factureringsprofiel voor dit bedrijf.',
    connectLicenses: 'Licenties aan factureringsprofiel koppelen',
    undo: 'Ongedaan maken',
    undone: 'Ongedaan gemaakt',
    removedAgain: 'Deze koppeling is weer verwijderd:',
    undoneBy: 'Ongedaan gemaakt door',
    addAnother: 'Nog een toevoegen',
    savedEarlier: 'Eerder opgeslagen',
    goneSince: (when) => `Deze kaart heeft ${when === null ? 'eerder' : `op ${when}`} een koppeling opgeslagen. De koppeling is sindsdien ongedaan gemaakt of gewijzigd.`,
    cancelled: 'Geannuleerd',
    nothingSaved: 'Er is niets opgeslagen.',
    continue: 'Doorgaan',
    startAgain: 'Opnieuw beginnen',
    tenant: 'Microsoft-tenant',
    company: 'PSA-bedrijf',
    psa: 'PSA',
  },
  es: {
    companyAdded: 'Empresa agregada',
    alreadyAdded: 'Ya agregada',
    linkedBy: 'Vinculada por',
    nextStep: 'Siguiente paso: en su herramienta de facturación, conecte las licencias a un perfil de facturación para esta empresa.',
    connectLicenses: 'Conectar licencias al perfil de facturación',
    undo: 'Deshacer',
    undone: 'Deshecho',
    removedAgain: 'Este vínculo se ha vuelto a quitar:',
    undoneBy: 'Deshecho por',
    addAnother: 'Agregar otra',
    savedEarlier: 'Guardado anteriormente',
    goneSince: (when) => `Esta tarjeta guardó un vínculo ${when === null ? 'anteriormente' : `el ${when}`}. Desde entonces se ha deshecho o cambiado.`,
    cancelled: 'Cancelado',
    nothingSaved: 'No se ha guardado nada.',
    continue: 'Continuar',
    startAgain: 'Empezar de nuevo',
    tenant: 'Inquilino de Microsoft',
    company: 'Empresa del PSA',
    psa: 'PSA',
  },
};
