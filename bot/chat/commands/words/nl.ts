import type { CommandWords } from './commandNames.js';

export const nl: CommandWords = {
  'add company': { ways: ['bedrijf toevoegen', 'toevoegen', 'nieuw bedrijf'], title: 'Bedrijf toevoegen', summary: 'één Microsoft-tenant aan één PSA-bedrijf koppelen' },
  bulk: { ways: ['alles koppelen', 'allemaal', 'in bulk', 'tabblad openen'], title: 'Alles koppelen', summary: 'het tabblad openen dat alle tenants in één keer koppelt' },
  status: { ways: ['stand van zaken', 'overzicht', 'aantal', 'hoeveel'], title: 'Stand van zaken', summary: 'hoeveel tenants zijn gekoppeld, hoeveel er wachten en wanneer er is gesynchroniseerd' },
  notify: { ways: ['meldingen', 'melden', 'nieuws'], title: 'Meldingen', summary: 'kiezen wat ik hier uit mezelf meld en wanneer' },
  help: { ways: ['hulp', 'hoi', 'goedendag', 'opdrachten'], title: 'Hulp', summary: 'deze lijst tonen' },
};
