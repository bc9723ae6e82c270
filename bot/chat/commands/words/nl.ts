import type { CommandWords } from './commandNames.js';

export const nl: CommandWords = {
  unmapped: { ways: ['openstaand', 'beoordelen', 'niet gekoppeld', 'volgende'], title: 'Openstaande beoordelen', summary: 'de tenants zonder bedrijf één voor één tonen, de zekerste eerst' },
  'add company': { ways: ['bedrijf toevoegen', 'toevoegen', 'nieuw bedrijf'], title: 'Bedrijf toevoegen', summary: 'één Microsoft-tenant aan één PSA-bedrijf koppelen' },
  link: { ways: ['koppel', 'koppelen', 'verbind'], title: 'Koppelen', summary: 'een tenant aan een bedrijf koppelen: **koppel** TENANT **aan** BEDRIJF' },
  ignore: { ways: ['negeer', 'negeren'], title: 'Negeren', summary: 'een tenant overslaan: **negeer** TENANT' },
  find: { ways: ['zoek', 'vind', 'zoeken'], title: 'Zoeken', summary: 'tenants en bedrijven vinden: **zoek** NAAM' },
  why: { ways: ['waarom', 'waarom ontbreekt'], title: 'Waarom?', summary: 'vertellen waarom iets ontbreekt of is gekoppeld: **waarom** NAAM' },
  status: { ways: ['stand van zaken', 'overzicht', 'aantal', 'hoeveel'], title: 'Stand van zaken', summary: 'hoeveel tenants zijn gekoppeld, hoeveel er wachten en wanneer er is gesynchroniseerd' },
  history: { ways: ['geschiedenis', 'logboek', 'wijzigingen'], title: 'Geschiedenis', summary: 'de laatste keren dat er is opgeslagen' },
  undo: { ways: ['ongedaan maken', 'ongedaan', 'terugdraaien'], title: 'Ongedaan maken', summary: 'uw laatste wijziging terugdraaien' },
  sync: { ways: ['synchroniseren', 'synchroniseer', 'vernieuwen'], title: 'Nu synchroniseren', summary: 'de lijsten van Partner Center en de PSA opnieuw lezen' },
  bulk: { ways: ['in bulk', 'bulk toevoegen', 'alles koppelen', 'allemaal', 'tabblad openen'], title: 'In bulk', summary: 'het tabblad openen dat alle tenants in één keer koppelt' },
  notify: { ways: ['meldingen', 'melden', 'nieuws'], title: 'Meldingen', summary: 'kiezen wat ik hier uit mezelf meld en wanneer' },
  help: { ways: ['hulp', 'hoi', 'goedendag', 'opdrachten'], title: 'Hulp', summary: 'deze lijst tonen' },
};
