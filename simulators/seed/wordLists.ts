const words = (text: string) => text.trim().split(/\s+/);

/** Invented family and place names are made of two parts: "Brack" + "water". */
export const nameBeginnings = words(`
  Brack Thistle Marl Quill Pen Corv Tarn Ald Bram Cald Dun Ells Fern Gar Hobb Ing Kest Lan Mor Nether Orrin Pell Rav Salt Tam Ulver Vane Wex Yarn Zel
  Ash Birch Crow Dray Ember Flint Gorse Hazel Ivel Jorr Kell Loxl Mere North Oster Pike Quern Rook Stann Thorn Umber Vell Whin Alder Bluew Cinder Drift
  Elder Frost Grim Harrow Iron Juniper Knoll Lark Mist Oak`);
export const nameEndings = words(`
  water stone more hollow field wick ford gate mere ridge dale brook combe ley worth haven burn croft shaw thorpe bury marsh wold garth holt fell mouth sett
  pool grove stead head lock vale bridge row cliff moor wood by`);

/** Names with letters beyond A to Z, whole. Their companies often lose them. */
export const accentedNames = words(`
  Grünwinkel Talbrück Mühlgrund Höhenfeld Käferthal Strößner Blücherhof Weißensteg Göllmark Süderau Béguinage Crémaillon Forêtval Rivièrelle Châtelmont
  Bellême-Cour Østerskov Nordværk Åkerlund Sjökvist Fjällmark Hålogne Peñalva Muñera Corção Açorval Wierzbówka Łąkowice Dvořanka Želivsko`);

export const trades = words(`
  Joinery Dental Logistics Roofing Veterinary Surveyors Bakery Catering Foundry Textiles Optics Haulage Printing Solicitors Accountants Plumbing Nurseries
  Brewing Engineering Architects Interiors Motors Pharmacy Recruitment Packaging Ceramics Shipping Orchards Insurance Studios Electrical Landscapes Kitchens
  Coachworks Lettings Removals Tiles Scaffolding Publishing Laboratories`);
export const secondTrades = words('Services Group Holdings Partners International Systems Supplies Consulting Solutions Management Manufacturing Associates');
export const towns = words('Oxmere Ardleigh Kingsholt Tolverne Wenbridge Harrowgate Eastwick Pendlemoor Saltby Carrick Dunmouth Fellgate Larkham Northolme Stavely Brinsworth');

/** Spellings of one legal form each; the first is the usual one. */
export const legalForms: readonly (readonly [string, ...string[]])[] = [
  ['Ltd', 'Limited', 'Ltd.', 'LTD'],
  ['Ltd', 'Limited', 'Ltd.', 'LTD'],
  ['LLC', 'L.L.C.', 'LLC.'],
  ['Inc', 'Inc.', 'Incorporated', ', Inc.'],
  ['LLP', 'L.L.P.'],
  ['PLC', 'plc', 'P.L.C.'],
  ['GmbH', 'G.m.b.H.', 'gmbh'],
  ['AG', 'A.G.'],
  ['BV', 'B.V.'],
  ['AB', 'Aktiebolag'],
  ['SARL', 'S.A.R.L.', 'Sàrl'],
  ['Pty Ltd', 'Pty. Ltd.', 'Pty Limited'],
];

export const shortForms: readonly (readonly [string, string])[] = [
  ['International', 'Intl'],
  ['Manufacturing', 'Mfg'],
  ['Services', 'Svcs'],
  ['Management', 'Mgmt'],
  ['Associates', 'Assoc'],
  ['Engineering', 'Eng'],
  ['Laboratories', 'Labs'],
  ['Group', 'Grp'],
  ['Systems', 'Sys'],
  ['Solutions', 'Solns'],
];

/** What set-up wizards and testers leave behind. */
export const garbageNames = ['Default Directory', 'Test', 'Default Directory', 'My Company', 'tenant', 'Test Tenant', 'New Company', 'Default Directory'];

/** Names as a check of every place that shows them: script, markdown, bidirectional overrides, length, no space to break at. */
export const hostileNames = [
  'Wendmark Plumbing <img src=x onerror=alert(1)>',
  '**Boldmark** [Click here](https://boldmark.example) Signs',
  'Tidemark \u202Esgnittif\u202C Fittings',
  '"Quotes" & \'Apostrophes\' {{braces}} ${dollars} Ltd',
  'Llanfairhollowpenmoorcombewickthorpegarthstonebridgevalefell',
];
export const hostileTenantNames = ['Pellmark Glazing <svg onload=alert(2)>', 'Tolmark [Lowmark](javascript:alert(3)) _Glass_', '\u202Ereversed\u202C Mouldings `code`'];
export const junkWebsites = ['n/a', 'http://', 'TBC', 'none', 'www.facebook.com/ourpage', 'ask reception', '-'] as const;
