/**
 * Words that mean the same in a name: the one they are all read as, then its short forms, plurals and spellings. Every form must mean
 * that one word only. Left out on purpose: St (Saint, Street), Dr, Co, Am.
 */
const sameWords = `
  international intl internat int'l
  national natl nat'l
  manufacturing mfg manuf manufg
  manufacturer mfr manufacturers mfrs
  association assn assns associations assocn assoc assocs associate associates associated
  university univ
  service svc svcs services serv srvc srvcs
  management mgmt mgt
  department dept dpt departments
  center ctr centre centers centres cntr
  brothers bros
  institute inst institutes institution instit
  hospital hosp hospitals
  government govt gov't
  group grp gp groups
  holding hldg hldgs holdings
  engineering engr engrg engg eng
  equipment equip
  distribution distr distrib
  distributor distributors distrs
  construction constr constrn
  development devt dev developments
  financial fin
  insurance ins
  laboratory lab labs laboratories
  pharmaceutical pharm pharma pharmaceuticals
  property prop props properties
  product prod prods products
  production productions prodn
  system sys systems syst
  solution sol soln solns solutions
  technology tech techs technologies technol
  transport transp transportation
  industry ind inds industries
  industrial indl
  electric elec electrical
  electronic electronics
  mechanical mech
  communication comm comms communications
  academy acad
  school sch schools
  american amer
  building bldg bldgs buildings
  builder bldrs builders
  market mkt mkts markets
  marketing mktg
  foundation fdn foundations
  research rsch
  science sci sciences
  medical med
  medicine
  investment invest investments invt
  enterprise ent enterprises entrp
  resource res resources
  partner ptnr ptnrs partners
  venture ventures
  consultant consultants
  consulting consltg
  corporation corpn
  community cmty comty
  commission commn
  committee cttee
  council cncl
  county cnty
  township twp
  district dist
  education educ
  environment env
  library libr
  organization organisation org orgs organizations organisations
  society soc
  material materials matls
  mineral minerals
  metal metals
  therapeutic therapeutics
  design designs
  studio studios
  energy nrg
  supply supplies
  security securities
  college coll
  church churches
  apartment apts apartments
  restaurant restaurants
  accounting acctg
  authority auth
  agriculture agric
  agricultural agri
  health hlth
  labor labour
  program programme programs programmes
  color colour
  theater theatre
  jewelry jewellery
  tire tyre tires tyres
  strasse str
  acquisition acq acquisitions
  exploration expl explorations
  entertainment entmt
  infrastructure infra
  2 ii
  3 iii
  4 iv
  6 vi
  7 vii
  8 viii
  9 ix
  logistic logistics
  mountain mtn mountains
`;

/** Word as written, folded -> the word it is read as. */
export const abbreviations: ReadonlyMap<string, string> = new Map(
  sameWords
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [word = '', ...forms] = line.trim().replace(/'/g, '').split(' ');
      return forms.map((form) => [form, word] as const);
    }),
);
