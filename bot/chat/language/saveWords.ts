import type { RowConflict, RowProblem } from '../../../services/index.js';
import { formatList } from './formats.js';
import type { Language, Localized } from './language.js';

type SaveWords = {
  readonly linkedMeanwhile: (who: string, tenant: string, companies: string) => string;
  readonly removedMeanwhile: (tenant: string) => string;
  readonly nothingSaved: string;
  readonly nothingUndone: string;
  readonly problems: Readonly<Record<RowProblem['code'], string>>;
};

const saveWords: Localized<SaveWords> = {
  en: {
    linkedMeanwhile: (who, tenant, companies) => `${who} linked ${tenant} to ${companies} meanwhile.`,
    removedMeanwhile: (tenant) => `The link of ${tenant} was removed meanwhile.`,
    nothingSaved: 'Nothing was saved.',
    nothingUndone: 'Later saves touched some of these rows, so nothing was undone.',
    problems: {
      'unknown-tenant': 'No connected Partner Center account lists this tenant.',
      'unknown-company': 'The PSA has no such company any more. Please choose the company again.',
      'unknown-psa': 'This PSA is not connected any more.',
      'tenant-not-in-account': 'The chosen Partner Center account does not list this tenant.',
      'linked-elsewhere': 'This tenant is linked in another PSA already. Turn on "Show already added tenants" to link it to a second company.',
      'twice-in-request': 'The same row was given twice.',
    },
  },
  de: {
    linkedMeanwhile: (who, tenant, companies) => `${who} hat ${tenant} inzwischen mit ${companies} verknüpft.`,
    removedMeanwhile: (tenant) => `Die Verknüpfung von ${tenant} wurde inzwischen entfernt.`,
    nothingSaved: 'Es wurde nichts gespeichert.',
    nothingUndone: 'Spätere Speicherungen haben einige dieser Zeilen geändert, daher wurde nichts rückgängig gemacht.',
    problems: {
      'unknown-tenant': 'Kein verbundenes Partner Center-Konto führt diesen Mandanten.',
      'unknown-company': 'Das PSA hat diese Firma nicht mehr. Bitte wählen Sie die Firma noch einmal.',
      'unknown-psa': 'Dieses PSA ist nicht mehr verbunden.',
      'tenant-not-in-account': 'Das gewählte Partner Center-Konto führt diesen Mandanten nicht.',
      'linked-elsewhere': 'Dieser Mandant ist in einem anderen PSA schon verknüpft. Wählen Sie „Schon hinzugefügte Mandanten anzeigen“, um ihn mit einer zweiten Firma zu verknüpfen.',
      'twice-in-request': 'Dieselbe Zeile wurde zweimal angegeben.',
    },
  },
  fr: {
    linkedMeanwhile: (who, tenant, companies) => `${who} a entre-temps lié ${tenant} à ${companies}.`,
    removedMeanwhile: (tenant) => `La liaison de ${tenant} a été supprimée entre-temps.`,
    nothingSaved: 'Rien n’a été enregistré.',
    nothingUndone: 'Des enregistrements ultérieurs ont modifié certaines de ces lignes, rien n’a donc été annulé.',
    problems: {
      'unknown-tenant': 'Aucun compte Partner Center connecté ne contient ce locataire.',
      'unknown-company': 'Le PSA ne contient plus cette entreprise. Veuillez choisir à nouveau l’entreprise.',
      'unknown-psa': 'Ce PSA n’est plus connecté.',
      'tenant-not-in-account': 'Le compte Partner Center choisi ne contient pas ce locataire.',
      'linked-elsewhere': 'Ce locataire est déjà lié dans un autre PSA. Activez « Afficher les locataires déjà ajoutés » pour le lier à une deuxième entreprise.',
      'twice-in-request': 'La même ligne a été indiquée deux fois.',
    },
  },
  nl: {
    linkedMeanwhile: (who, tenant, companies) => `${who} heeft ${tenant} intussen aan ${companies} gekoppeld.`,
    removedMeanwhile: (tenant) => `De koppeling van ${tenant} is intussen verwijderd.`,
    nothingSaved: 'Er is niets opgeslagen.',
    nothingUndone: 'Latere wijzigingen raken enkele van deze rijen, dus er is niets ongedaan gemaakt.',
    problems: {
      'unknown-tenant': 'Geen verbonden Partner Center-account bevat deze tenant.',
      'unknown-company': 'De PSA heeft dit bedrijf niet meer. Kies het bedrijf opnieuw.',
      'unknown-psa': 'Deze PSA is niet meer verbonden.',
      'tenant-not-in-account': 'Het gekozen Partner Center-account bevat deze tenant niet.',
      'linked-elsewhere': 'Deze tenant is al gekoppeld in een andere PSA. Zet „Al toegevoegde tenants weergeven” aan om hem aan een tweede bedrijf te koppelen.',
      'twice-in-request': 'Dezelfde rij is twee keer opgegeven.',
    },
  },
  es: {
    linkedMeanwhile: (who, tenant, companies) => `Mientras tanto, ${who} ha vinculado ${tenant} a ${companies}.`,
    removedMeanwhile: (tenant) => `Mientras tanto, se ha quitado el vínculo de ${tenant}.`,
    nothingSaved: 'No se ha guardado nada.',
    nothingUndone: 'Cambios posteriores afectan a algunas de estas filas, así que no se ha deshecho nada.',
    problems: {
      'unknown-tenant': 'Ninguna cuenta conectada del Centro de partners incluye este inquilino.',
      'unknown-company': 'El PSA ya no tiene esta empresa. Vuelva a elegir la empresa.',
      'unknown-psa': 'Este PSA ya no está conectado.',
      'tenant-not-in-account': 'La cuenta elegida del Centro de partners no incluye este inquilino.',
      'linked-elsewhere': 'Este inquilino ya está vinculado en otro PSA. Active «Mostrar inquilinos ya agregados» para vincularlo a una segunda empresa.',
      'twice-in-request': 'La misma fila se ha indicado dos veces.',
    },
  },
};

/** What came between, and that nothing was saved. */
export function conflictSentence(language: Language, conflicts: readonly RowConflict[]): string {
  return [...conflicts.map((conflict) => meanwhile(language, conflict)), saveWords[language].nothingSaved].join(' ');
}

/** Likewise for an undo. */
export function undoConflictSentence(language: Language, conflicts: readonly RowConflict[]): string {
  return [...conflicts.map((conflict) => meanwhile(language, conflict)), saveWords[language].nothingUndone].join(' ');
}

/** Likewise of one refusal whose code is all that is known. */
export function refusalOf(language: Language, code: RowProblem['code']): string {
  return saveWords[language].problems[code];
}

/** Why rows were refused. The service's own English sentences name more. */
export function problemSentence(language: Language, problems: readonly RowProblem[]): string {
  return problems.map(({ code, sentence }) => (language === 'en' ? sentence : saveWords[language].problems[code])).join(' ');
}

function meanwhile(language: Language, { tenantName, current: { companies, decidedBy } }: RowConflict): string {
  const words = saveWords[language];
  return decidedBy ? words.linkedMeanwhile(decidedBy.name, tenantName, formatList(language, companies)) : words.removedMeanwhile(tenantName);
}
