import type { Localized } from '../language/language.js';

type SyncWords = { readonly running: string; readonly reading: string; readonly done: string; readonly problems: string; readonly cancelled: string };

export const syncWords: Localized<SyncWords> = {
  en: { running: 'Reading the lists …', reading: 'I read the lists of Partner Center and the PSA. This card changes when I am done; you can go on meanwhile.', done: 'The lists are up to date', problems: 'Not every list came whole', cancelled: 'The reading was ended. The lists stay as they were.' },
  de: { running: 'Die Listen werden gelesen …', reading: 'Ich lese die Listen von Partner Center und PSA. Diese Karte ändert sich, wenn ich fertig bin; Sie können inzwischen weiterarbeiten.', done: 'Die Listen sind aktuell', problems: 'Nicht jede Liste kam vollständig', cancelled: 'Das Lesen wurde beendet. Die Listen bleiben, wie sie waren.' },
  fr: { running: 'Lecture des listes…', reading: 'Je lis les listes de Partner Center et du PSA. Cette carte changera quand j’aurai fini ; vous pouvez continuer entre-temps.', done: 'Les listes sont à jour', problems: 'Toutes les listes ne sont pas complètes', cancelled: 'La lecture a été interrompue. Les listes restent telles quelles.' },
  nl: { running: 'De lijsten worden gelezen …', reading: 'Ik lees de lijsten van Partner Center en de PSA. Deze kaart verandert als ik klaar ben; u kunt intussen verdergaan.', done: 'De lijsten zijn bijgewerkt', problems: 'Niet elke lijst is volledig', cancelled: 'Het lezen is beëindigd. De lijsten blijven zoals ze waren.' },
  es: { running: 'Leyendo las listas…', reading: 'Estoy leyendo las listas del Centro de partners y del PSA. Esta tarjeta cambiará cuando termine; mientras tanto puede continuar.', done: 'Las listas están al día', problems: 'No todas las listas han llegado completas', cancelled: 'La lectura se ha interrumpido. Las listas quedan como estaban.' },
};
