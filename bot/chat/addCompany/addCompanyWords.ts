import type { Localized } from '../language/language.js';

/** What `companies` and `tenants` are called inside a sentence. */
export type Searched = 'companies' | 'tenants';
type AddCompanyWords = {
  readonly title: string;
  readonly psa: string;
  readonly anyPsa: string;
  readonly company: string;
  readonly companyHint: string;
  readonly account: string;
  readonly anyAccount: string;
  readonly tenant: string;
  readonly tenantHint: string;
  readonly showAdded: string;
  readonly noTypeahead: string;
  readonly searchWithout: string;
  readonly save: string;
  readonly cancel: string;
  readonly step: (number: number, of: number) => string;
  readonly whichPsa: string;
  readonly whichAccount: string;
  readonly companyQuery: string;
  readonly tenantQuery: string;
  readonly confirm: string;
  readonly search: string;
  readonly next: string;
  readonly back: string;
  readonly noneAtAll: Readonly<Record<Searched, string>>;
  readonly noneFit: Readonly<Record<Searched, (query: string) => string>>;
  readonly changeText: string;
  /** `#` already added ones would fit. */
  readonly hiddenFit: { readonly one: string; readonly other: string };
  readonly best: Readonly<Record<Searched, string>>;
  readonly first: Readonly<Record<Searched, string>>;
  readonly someOf: Readonly<Record<Searched, (shown: string, total: string) => string>>;
  readonly typeMore: string;
  readonly typePart: string;
  readonly chooseBoth: string;
  readonly chooseCompany: string;
  readonly chooseTenant: string;
  readonly choosePsa: string;
  readonly chooseListedCompany: string;
  readonly chooseAccount: string;
  readonly chooseListedTenant: string;
  readonly otherPsa: string;
  readonly alreadyLinked: string;
  readonly usedBefore: string;
  readonly useNoMore: string;
  readonly noName: string;
  readonly inactive: string;
  readonly linkedTo: (company: string) => string;
  readonly openInTab: string;
};

export const addCompanyWords: Localized<AddCompanyWords> = {
  en: {
    title: 'Add company',
    psa: 'PSA',
    anyPsa: 'Any PSA',
    company: 'PSA company',
    companyHint: 'Type a name, domain, city or id',
    account: 'Microsoft Partner Center account',
    anyAccount: 'Any account',
    tenant: 'Customer tenant',
    tenantHint: 'Type a name, domain or tenant id',
    showAdded: 'Show already added tenants',
    noTypeahead: 'No suggestions while you type? Use "Search without typeahead".',
    searchWithout: 'Search without typeahead',
    save: 'Save',
    cancel: 'Cancel',
    step: (number, of) => `Step ${number} of ${of}`,
    whichPsa: 'Which PSA?',
    whichAccount: 'Which Microsoft Partner Center account?',
    companyQuery: 'Part of its name, domain, city or id',
    tenantQuery: 'Part of its name, domain or tenant id',
    confirm: 'Save this link?',
    search: 'Search',
    next: 'Next',
    back: 'Back',
    noneAtAll: { companies: 'There are no companies to choose from.', tenants: 'There are no tenants to choose from.' },
    noneFit: { companies: (query) => `No companies fit "${query}".`, tenants: (query) => `No tenants fit "${query}".` },
    changeText: 'Change the text and search again.',
    hiddenFit: { one: '# already added one does: turn on "Show already added tenants" and search again.', other: '# already added ones do: turn on "Show already added tenants" and search again.' },
    best: { companies: 'Best companies', tenants: 'Best tenants' },
    first: { companies: 'First companies', tenants: 'First tenants' },
    someOf: { companies: (shown, total) => `${shown} of ${total} companies.`, tenants: (shown, total) => `${shown} of ${total} tenants.` },
    typeMore: 'Type more to narrow them down.',
    typePart: 'Type a part of the name and search to narrow them down.',
    chooseBoth: 'Please choose a PSA company and a customer tenant.',
    chooseCompany: 'Please choose a PSA company.',
    chooseTenant: 'Please choose a customer tenant.',
    choosePsa: 'Please choose a PSA.',
    chooseListedCompany: 'Please choose a company. Search first where it is not among these.',
    chooseAccount: 'Please choose a Microsoft Partner Center account.',
    chooseListedTenant: 'Please choose a tenant. Search first where it is not among these.',
    otherPsa: 'The company belongs to another PSA than the one chosen. Please choose the company again.',
    alreadyLinked: 'This tenant is already linked. Turn on "Show already added tenants" to link it to a second company.',
    usedBefore: 'This card was used before with other choices, and that result stays. Choose "Add another" or type "add company" for a new card.',
    useNoMore: 'This card can no longer be used. Please start again with "add company".',
    noName: '(no name)',
    inactive: 'inactive',
    linkedTo: (company) => `linked to ${company}`,
    openInTab: 'Open in tab',
  },
  de: {
    title: 'Firma hinzufügen',
    psa: 'PSA',
    anyPsa: 'Jedes PSA',
    company: 'PSA-Firma',
    companyHint: 'Name, Domäne, Ort oder Nummer eingeben',
    account: 'Microsoft Partner Center-Konto',
    anyAccount: 'Jedes Konto',
    tenant: 'Kundenmandant',
    tenantHint: 'Name, Domäne oder Mandanten-ID eingeben',
    showAdded: 'Schon hinzugefügte Mandanten anzeigen',
    noTypeahead: 'Keine Vorschläge beim Tippen? Nehmen Sie „Ohne Vorschläge suchen“.',
    searchWithout: 'Ohne Vorschläge suchen',
    save: 'Speichern',
    cancel: 'Abbrechen',
    step: (number, of) => `Schritt ${number} von ${of}`,
    whichPsa: 'Welches PSA?',
    whichAccount: 'Welches Microsoft Partner Center-Konto?',
    companyQuery: 'Teil des Namens, der Domäne, des Orts oder der Nummer',
    tenantQuery: 'Teil des Namens, der Domäne oder der Mandanten-ID',
    confirm: 'Diese Verknüpfung speichern?',
    search: 'Suchen',
    next: 'Weiter',
    back: 'Zurück',
    noneAtAll: { companies: 'Es gibt keine Firmen zur Auswahl.', tenants: 'Es gibt keine Mandanten zur Auswahl.' },
    noneFit: { companies: (query) => `Keine Firma passt zu „${query}“.`, tenants: (query) => `Kein Mandant passt zu „${query}“.` },
    changeText: 'Ändern Sie den Text und suchen Sie noch einmal.',
    hiddenFit: { one: '# schon hinzugefügter passt: Schalten Sie „Schon hinzugefügte Mandanten anzeigen“ ein und suchen Sie noch einmal.', other: '# schon hinzugefügte passen: Schalten Sie „Schon hinzugefügte Mandanten anzeigen“ ein und suchen Sie noch einmal.' },
    best: { companies: 'Am besten passende Firmen', tenants: 'Am besten passende Mandanten' },
    first: { companies: 'Erste Firmen', tenants: 'Erste Mandanten' },
    someOf: { companies: (shown, total) => `${shown} von ${total} Firmen.`, tenants: (shown, total) => `${shown} von ${total} Mandanten.` },
    typeMore: 'Geben Sie mehr ein, um sie einzugrenzen.',
    typePart: 'Geben Sie einen Teil des Namens ein und suchen Sie, um sie einzugrenzen.',
    chooseBoth: 'Bitte wählen Sie eine PSA-Firma und einen Kundenmandanten.',
    chooseCompany: 'Bitte wählen Sie eine PSA-Firma.',
    chooseTenant: 'Bitte wählen Sie einen Kundenmandanten.',
    choosePsa: 'Bitte wählen Sie ein PSA.',
    chooseListedCompany: 'Bitte wählen Sie eine Firma. Suchen Sie zuerst, wenn sie nicht dabei ist.',
    chooseAccount: 'Bitte wählen Sie ein Microsoft Partner Center-Konto.',
    chooseListedTenant: 'Bitte wählen Sie einen Mandanten. Suchen Sie zuerst, wenn er nicht dabei ist.',
    otherPsa: 'Die Firma gehört zu einem anderen PSA als dem gewählten. Bitte wählen Sie die Firma noch einmal.',
    alreadyLinked: 'Dieser Mandant ist schon verknüpft. Schalten Sie „Schon hinzugefügte Mandanten anzeigen“ ein, um ihn mit einer zweiten Firma zu verknüpfen.',
    usedBefore: 'Diese Karte wurde schon mit einer anderen Auswahl verwendet, und deren Ergebnis bleibt. Wählen Sie „Weitere hinzufügen“ oder schreiben Sie „Firma hinzufügen“ für eine neue Karte.',
    useNoMore: 'Diese Karte lässt sich nicht mehr verwenden. Bitte beginnen Sie neu mit „Firma hinzufügen“.',
    noName: '(ohne Namen)',
    inactive: 'inaktiv',
    linkedTo: (company) => `verknüpft mit ${company}`,
    openInTab: 'In Registerkarte öffnen',
  },
  fr: {
    title: 'Ajouter une entreprise',
    psa: 'PSA',
    anyPsa: 'Tous les PSA',
    company: 'Entreprise du PSA',
    companyHint: 'Saisissez un nom, un domaine, une ville ou un numéro',
    account: 'Compte Microsoft Partner Center',
    anyAccount: 'Tous les comptes',
    tenant: 'Locataire du client',
    tenantHint: 'Saisissez un nom, un domaine ou un ID de locataire',
    showAdded: 'Afficher les locataires déjà ajoutés',
    noTypeahead: 'Pas de suggestions pendant la saisie ? Utilisez « Rechercher sans suggestions ».',
    searchWithout: 'Rechercher sans suggestions',
    save: 'Enregistrer',
    cancel: 'Abandonner',
    step: (number, of) => `Étape ${number} sur ${of}`,
    whichPsa: 'Quel PSA ?',
    whichAccount: 'Quel compte Microsoft Partner Center ?',
    companyQuery: 'Une partie du nom, du domaine, de la ville ou du numéro',
    tenantQuery: 'Une partie du nom, du domaine ou de l’ID de locataire',
    confirm: 'Enregistrer cette liaison ?',
    search: 'Rechercher',
    next: 'Suivant',
    back: 'Retour',
    noneAtAll: { companies: 'Il n’y a aucune entreprise à choisir.', tenants: 'Il n’y a aucun locataire à choisir.' },
    noneFit: { companies: (query) => `Aucune entreprise ne correspond à « ${query} ».`, tenants: (query) => `Aucun locataire ne correspond à « ${query} ».` },
    changeText: 'Modifiez le texte et relancez la recherche.',
    hiddenFit: { one: '# locataire déjà ajouté correspond : activez « Afficher les locataires déjà ajoutés » et relancez la recherche.', other: '# locataires déjà ajoutés correspondent : activez « Afficher les locataires déjà ajoutés » et relancez la recherche.' },
    best: { companies: 'Meilleures entreprises', tenants: 'Meilleurs locataires' },
    first: { companies: 'Premières entreprises', tenants: 'Premiers locataires' },
    someOf: { companies: (shown, total) => `${shown} entreprises sur ${total}.`, tenants: (shown, total) => `${shown} locataires sur ${total}.` },
    typeMore: 'Saisissez davantage de texte pour affiner.',
    typePart: 'Saisissez une partie du nom et lancez la recherche pour affiner.',
    chooseBoth: 'Veuillez choisir une entreprise du PSA et un locataire du client.',
    chooseCompany: 'Veuillez choisir une entreprise du PSA.',
    chooseTenant: 'Veuillez choisir un locataire du client.',
    choosePsa: 'Veuillez choisir un PSA.',
    chooseListedCompany: 'Veuillez choisir une entreprise. Lancez d’abord une recherche si elle ne figure pas ici.',
    chooseAccount: 'Veuillez choisir un compte Microsoft Partner Center.',
    chooseListedTenant: 'Veuillez choisir un locataire. Lancez d’abord une recherche s’il ne figure pas ici.',
    otherPsa: 'L’entreprise appartient à un autre PSA que celui choisi. Veuillez choisir à nouveau l’entreprise.',
    alreadyLinked: 'Ce locataire est déjà lié. Activez « Afficher les locataires déjà ajoutés » pour le lier à une deuxième entreprise.',
    usedBefore: 'Cette carte a déjà été utilisée avec d’autres choix, et ce résultat reste. Choisissez « En ajouter une autre » ou écrivez « ajouter une entreprise » pour une nouvelle carte.',
    useNoMore: 'Cette carte ne peut plus être utilisée. Veuillez recommencer avec « ajouter une entreprise ».',
    noName: '(sans nom)',
    inactive: 'inactive',
    linkedTo: (company) => `lié à ${company}`,
    openInTab: 'Ouvrir dans l’onglet',
  },
  nl: {
    title: 'Bedrijf toevoegen',
    psa: 'PSA',
    anyPsa: 'Elke PSA',
    company: 'PSA-bedrijf',
    companyHint: 'Typ een naam, domein, plaats of nummer',
    account: 'Microsoft Partner Center-account',
    anyAccount: 'Elk account',
    tenant: 'Tenant van de klant',
    tenantHint: 'Typ een naam, domein of tenant-id',
    showAdded: 'Al toegevoegde tenants weergeven',
    noTypeahead: 'Geen suggesties tijdens het typen? Gebruik "Zoeken zonder suggesties".',
    searchWithout: 'Zoeken zonder suggesties',
    save: 'Opslaan',
    cancel: 'Annuleren',
    step: (number, of) => `Stap ${number} van ${of}`,
    whichPsa: 'Welke PSA?',
    whichAccount: 'Welk Microsoft Partner Center-account?',
    companyQuery: 'Deel van de naam, het domein, de plaats of het nummer',
    tenantQuery: 'Deel van de naam, het domein of de tenant-id',
    confirm: 'Deze koppeling opslaan?',
    search: 'Zoeken',
    next: 'Volgende',
    back: 'Terug',
    noneAtAll: { companies: 'Er zijn geen bedrijven om uit te kiezen.', tenants: 'Er zijn geen tenants om uit te kiezen.' },
    noneFit: { companies: (query) => `Geen enkel bedrijf past bij "${query}".`, tenants: (query) => `Geen enkele tenant past bij "${query}".` },
    changeText: 'Wijzig de tekst en zoek opnieuw.',
    hiddenFit: { one: '# al toegevoegde tenant past wel: schakel "Al toegevoegde tenants weergeven" in en zoek opnieuw.', other: '# al toegevoegde tenants passen wel: schakel "Al toegevoegde tenants weergeven" in en zoek opnieuw.' },
    best: { companies: 'Best passende bedrijven', tenants: 'Best passende tenants' },
    first: { companies: 'Eerste bedrijven', tenants: 'Eerste tenants' },
    someOf: { companies: (shown, total) => `${shown} van ${total} bedrijven.`, tenants: (shown, total) => `${shown} van ${total} tenants.` },
    typeMore: 'Typ meer om te verfijnen.',
    typePart: 'Typ een deel van de naam en zoek om te verfijnen.',
    chooseBoth: 'Kies een PSA-bedrijf en een tenant van de klant.',
    chooseCompany: 'Kies een PSA-bedrijf.',
    chooseTenant: 'Kies een tenant van de klant.',
    choosePsa: 'Kies een PSA.',
    chooseListedCompany: 'Kies een bedrijf. Zoek eerst als het er niet bij staat.',
    chooseAccount: 'Kies een Microsoft Partner Center-account.',
    chooseListedTenant: 'Kies een tenant. Zoek eerst als hij er niet bij staat.',
    otherPsa: 'Het bedrijf hoort bij een andere PSA dan de gekozen PSA. Kies het bedrijf opnieuw.',
    alreadyLinked: 'Deze tenant is al gekoppeld. Schakel "Al toegevoegde tenants weergeven" in om hem aan een tweede bedrijf te koppelen.',
    usedBefore: 'Deze kaart is eerder met andere keuzes gebruikt, en dat resultaat blijft staan. Kies "Nog een toevoegen" of typ "bedrijf toevoegen" voor een nieuwe kaart.',
    useNoMore: 'Deze kaart kan niet meer worden gebruikt. Begin opnieuw met "bedrijf toevoegen".',
    noName: '(geen naam)',
    inactive: 'inactief',
    linkedTo: (company) => `gekoppeld aan ${company}`,
    openInTab: 'Openen in tabblad',
  },
  es: {
    title: 'Agregar empresa',
    psa: 'PSA',
    anyPsa: 'Cualquier PSA',
    company: 'Empresa del PSA',
    companyHint: 'Escriba un nombre, dominio, ciudad o número',
    account: 'Cuenta del Centro de partners de Microsoft',
    anyAccount: 'Cualquier cuenta',
    tenant: 'Inquilino del cliente',
    tenantHint: 'Escriba un nombre, dominio o id. de inquilino',
    showAdded: 'Mostrar inquilinos ya agregados',
    noTypeahead: '¿No hay sugerencias al escribir? Use «Buscar sin sugerencias».',
    searchWithout: 'Buscar sin sugerencias',
    save: 'Guardar',
    cancel: 'Cancelar',
    step: (number, of) => `Paso ${number} de ${of}`,
    whichPsa: '¿Qué PSA?',
    whichAccount: '¿Qué cuenta del Centro de partners de Microsoft?',
    companyQuery: 'Parte del nombre, dominio, ciudad o número',
    tenantQuery: 'Parte del nombre, dominio o id. de inquilino',
    confirm: '¿Guardar este vínculo?',
    search: 'Buscar',
    next: 'Siguiente',
    back: 'Atrás',
    noneAtAll: { companies: 'No hay empresas para elegir.', tenants: 'No hay inquilinos para elegir.' },
    noneFit: { companies: (query) => `Ninguna empresa coincide con «${query}».`, tenants: (query) => `Ningún inquilino coincide con «${query}».` },
    changeText: 'Cambie el texto y busque de nuevo.',
    hiddenFit: { one: '# ya agregado sí coincide: active «Mostrar inquilinos ya agregados» y busque de nuevo.', other: '# ya agregados sí coinciden: active «Mostrar inquilinos ya agregados» y busque de nuevo.' },
    best: { companies: 'Mejores empresas', tenants: 'Mejores inquilinos' },
    first: { companies: 'Primeras empresas', tenants: 'Primeros inquilinos' },
    someOf: { companies: (shown, total) => `${shown} de ${total} empresas.`, tenants: (shown, total) => `${shown} de ${total} inquilinos.` },
    typeMore: 'Escriba más para acotar.',
    typePart: 'Escriba parte del nombre y busque para acotar.',
    chooseBoth: 'Elija una empresa del PSA y un inquilino del cliente.',
    chooseCompany: 'Elija una empresa del PSA.',
    chooseTenant: 'Elija un inquilino del cliente.',
    choosePsa: 'Elija un PSA.',
    chooseListedCompany: 'Elija una empresa. Si no está entre estas, búsquela primero.',
    chooseAccount: 'Elija una cuenta del Centro de partners de Microsoft.',
    chooseListedTenant: 'Elija un inquilino. Si no está entre estos, búsquelo primero.',
    otherPsa: 'La empresa pertenece a otro PSA distinto del elegido. Vuelva a elegir la empresa.',
    alreadyLinked: 'Este inquilino ya está vinculado. Active «Mostrar inquilinos ya agregados» para vincularlo a una segunda empresa.',
    usedBefore: 'Esta tarjeta ya se usó con otras opciones y ese resultado se mantiene. Elija «Agregar otra» o escriba «agregar empresa» para obtener una tarjeta nueva.',
    useNoMore: 'Esta tarjeta ya no se puede usar. Empiece de nuevo con «agregar empresa».',
    noName: '(sin nombre)',
    inactive: 'inactiva',
    linkedTo: (company) => `vinculado a ${company}`,
    openInTab: 'Abrir en la pestaña',
  },
};
