import type { Localized } from '../language/language.js';

type OneTimeWords = { readonly notYours: string; readonly expired: string; readonly tooLong: string; readonly stillWorking: string };

export const oneTimeWords: Localized<OneTimeWords> = {
  en: {
    notYours: 'This card belongs to somebody else. Type the command yourself to get your own.',
    expired: 'This card had been open for more than an hour, so I looked again. Please check it and press once more.',
    tooLong: 'This takes longer than usual. Nothing was changed; please press again in a moment.',
    stillWorking: 'I am working on it. The card changes by itself when it is done.',
  },
  de: {
    notYours: 'Diese Karte gehört jemand anderem. Schreiben Sie den Befehl selbst, um eine eigene zu bekommen.',
    expired: 'Diese Karte war länger als eine Stunde offen, daher habe ich neu nachgesehen. Bitte prüfen Sie sie und drücken Sie noch einmal.',
    tooLong: 'Das dauert länger als sonst. Es wurde nichts geändert; bitte drücken Sie gleich noch einmal.',
    stillWorking: 'Ich bin dabei. Die Karte ändert sich von selbst, wenn es fertig ist.',
  },
  fr: {
    notYours: 'Cette carte appartient à quelqu’un d’autre. Écrivez la commande vous-même pour obtenir la vôtre.',
    expired: 'Cette carte était ouverte depuis plus d’une heure, je l’ai donc actualisée. Veuillez la vérifier et appuyer à nouveau.',
    tooLong: 'Cela prend plus de temps que d’habitude. Rien n’a été modifié ; veuillez appuyer à nouveau dans un instant.',
    stillWorking: 'J’y travaille. La carte changera d’elle-même une fois l’opération terminée.',
  },
  nl: {
    notYours: 'Deze kaart is van iemand anders. Typ de opdracht zelf om uw eigen kaart te krijgen.',
    expired: 'Deze kaart stond langer dan een uur open, dus ik heb opnieuw gekeken. Controleer haar en druk nog een keer.',
    tooLong: 'Dit duurt langer dan normaal. Er is niets gewijzigd; druk zo opnieuw.',
    stillWorking: 'Ik ben ermee bezig. De kaart verandert vanzelf als het klaar is.',
  },
  es: {
    notYours: 'Esta tarjeta es de otra persona. Escriba usted el comando para obtener la suya.',
    expired: 'Esta tarjeta llevaba abierta más de una hora, así que he vuelto a mirar. Revísela y pulse de nuevo.',
    tooLong: 'Esto tarda más de lo normal. No se ha cambiado nada; pulse de nuevo en un momento.',
    stillWorking: 'Estoy en ello. La tarjeta cambiará sola cuando termine.',
  },
};
