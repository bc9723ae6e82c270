import { formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  title: 'Er is nog geen bedrijf toegevoegd',
  text: 'Vijf stappen leiden naar de eerste opgeslagen koppeling. Elke stap heeft de vorige nodig.',
  list: 'Stappen naar de eerste opgeslagen koppeling',
  progress: (done, total) => `${formatNumber(done)} van ${formatNumber(total)} stappen klaar`,
  states: { done: 'Klaar', next: 'Nu te doen', later: 'Later' },
  steps: {
    account: 'Een Microsoft Partnercentrum-account verbinden',
    psa: 'Je PSA verbinden',
    sync: 'De lijsten voor het eerst lezen',
    'auto-map': 'Automatisch bedrijven laten voorstellen',
    save: 'De eerste klantkoppeling opslaan',
  },
  hints: {
    account: 'Het bevat de Microsoft-tenants van je klanten.',
    psa: 'Het bevat de bedrijven die je factureert.',
    sync: 'Tenants en bedrijven worden gelezen; daar wordt niets gewijzigd.',
    'auto-map': 'Het zijn alleen voorstellen. Jij beslist, en er wordt niets vanzelf opgeslagen.',
    save: 'Bekijk de voorstellen en kies dan Klantkoppeling opslaan.',
  },
  actions: { account: 'Verbindingen openen', psa: 'Verbindingen openen', sync: 'De lijsten nu lezen', 'auto-map': 'Voorstellen bekijken', save: 'Voorstellen bekijken' },
  reading: 'De lijsten worden nu gelezen.',
  needsAdmin: 'Een beheerder van de app doet dit. Vraag het er een en kom dan hier terug.',
  needsMapper: 'Een collega met de rol Mapper doet dit. Je kunt intussen rondkijken.',
};
