/**
 * Legal forms of the world: how people know each one, then its spellings as `splitWords` leaves them (lower case, no dots, single
 * letters joined, & as "and"). Add a form as one line, or a spelling to its line.
 */
const spellings: readonly (readonly [string, ...string[]])[] = [
  ['Ltd', 'ltd', 'limited', 'co ltd', 'company limited', 'co limited', 'company ltd', 'ltd co', 'coltd', 'limitd', 'limted', 'lmtd', 'ltdd', 'ldt'],
  ['LLC', 'llc', 'limited liability company', 'limited liability co', 'ltd liability co', 'lc', 'llco', 'l l c', 'co llc', 'company llc', 'llcc', 'lcl'],
  ['LLP', 'llp', 'limited liability partnership', 'rllp'],
  ['LLLP', 'lllp'],
  ['LP', 'lp', 'limited partnership'],
  ['Inc', 'inc', 'incorporated', 'co inc', 'company inc', 'incorp', 'incorporation', 'incc', 'icn', 'iinc', 'innc'],
  ['Corp', 'corp', 'corporation', 'corpn'],
  ['PLC', 'plc', 'public limited company', 'public limited co'],
  ['PC', 'pc', 'professional corporation', 'prof corp'],
  ['PLLC', 'pllc', 'professional limited liability company', 'pl'],
  ['PA', 'pa', 'professional association'],
  ['ULC', 'ulc', 'unlimited company'],
  ['CIC', 'cic', 'community interest company'],
  ['CIO', 'cio'],
  ['Ltée', 'ltee', 'limitee', 'ltee ltd'],
  ['Pty Ltd', 'pty ltd', 'pty limited', 'proprietary limited', 'pty', 'proprietary ltd'],
  ['Pvt Ltd', 'pvt ltd', 'private limited', 'pvt limited', 'private ltd', 'p ltd', 'pvt', 'opc pvt ltd'],
  ['Pte Ltd', 'pte ltd', 'pte limited', 'pte'],
  ['Sdn Bhd', 'sdn bhd', 'sendirian berhad'],
  ['Bhd', 'bhd', 'berhad'],
  ['PCL', 'pcl', 'public company limited', 'public co ltd', 'public company ltd', 'public co', 'public company'],
  ['GmbH', 'gmbh', 'gesellschaft mit beschrankter haftung', 'mbh', 'ges mbh', 'gesmbh', 'ges m b h'],
  ['gGmbH', 'ggmbh', 'gemeinnutzige gmbh'],
  ['GmbH & Co. KG', 'gmbh and co kg', 'gmbh co kg', 'gmbh and cokg', 'gmbh and company kg', 'ug and co kg', 'ag and co kg', 'se and co kg'],
  ['UG', 'ug', 'ug haftungsbeschrankt', 'unternehmergesellschaft', 'unternehmergesellschaft haftungsbeschrankt'],
  ['AG', 'ag', 'aktiengesellschaft'],
  ['KG', 'kg', 'kommanditgesellschaft', 'and co kg', 'co kg'],
  ['KGaA', 'kgaa', 'and co kgaa', 'se and co kgaa', 'ag and co kgaa', 'gmbh and co kgaa'],
  ['OHG', 'ohg', 'offene handelsgesellschaft', 'gmbh and co ohg'],
  ['GbR', 'gbr', 'gesellschaft burgerlichen rechts'],
  ['PartG', 'partg', 'partg mbb', 'partgmbb', 'partnerschaftsgesellschaft'],
  ['e.K.', 'ek', 'e kfm', 'ekfm', 'ekfr', 'eingetragener kaufmann'],
  ['e.V.', 'ev', 'eingetragener verein'],
  ['eG', 'eg', 'eingetragene genossenschaft'],
  ['KdöR', 'kdor', 'korperschaft des offentlichen rechts'],
  ['AöR', 'aor', 'anstalt des offentlichen rechts'],
  ['SE', 'se', 'societas europaea'],
  ['Sàrl', 'sarl', 'societe a responsabilite limitee', 's a r l'],
  ['BV', 'bv', 'besloten vennootschap'],
  ['NV', 'nv', 'naamloze vennootschap'],
  ['VOF', 'vof', 'vennootschap onder firma'],
  ['CV', 'commanditaire vennootschap'],
  ['BVBA', 'bvba', 'sprl'],
  ['CVBA', 'cvba', 'scrl'],
  ['VZW', 'vzw', 'asbl', 'aisbl', 'ivzw'],
  ['SA', 'sa', 'societe anonyme', 'sociedad anonima', 'sociedade anonima', 'soc an', 'sau'],
  ['SA de CV', 'sa de cv', 'sapi de cv', 'sab de cv'],
  ['S de RL de CV', 's de rl de cv', 'srl de cv', 'sde rl de cv'],
  ['SAS', 'sas', 'sasu', 'societe par actions simplifiee'],
  ['SCA', 'sca', 'societe en commandite par actions'],
  ['SCI', 'sci', 'societe civile immobiliere'],
  ['SCOP', 'scop'],
  ['SNC', 'snc', 'societe en nom collectif'],
  ['EURL', 'eurl'],
  ['SELARL', 'selarl'],
  ['SEM', 'societe d economie mixte'],
  ['GIE', 'gie', 'groupement d interet economique'],
  ['SRL', 'srl', 'srls', 'societa a responsabilita limitata', 'sociedad de responsabilidad limitada'],
  ['SpA', 'spa', 'societa per azioni', 'sociedad por acciones', 'spa societa benefit', 'spa sb'],
  ['SapA', 'sapa'],
  ['Scarl', 'scarl', 'scrl italia', 'societa cooperativa', 'soc coop'],
  ['SL', 'sl', 'slu', 'sociedad limitada', 'slp', 'sll'],
  ['S.Coop.', 's coop', 'scoop', 'sociedad cooperativa'],
  ['Ltda', 'ltda', 'limitada'],
  ['Lda', 'lda', 'unipessoal lda', 'sociedade unipessoal lda'],
  ['EIRELI', 'eireli', 'eireli me'],
  ['ME', 'epp'],
  ['AB', 'ab', 'aktiebolag', 'ab publ', 'aktiebolaget', 'aktiebolag publ'],
  ['HB', 'handelsbolag'],
  ['AS', 'as', 'aksjeselskap'],
  ['ASA', 'asa', 'allmennaksjeselskap'],
  ['A/S', 'aktieselskab'],
  ['ApS', 'aps', 'anpartsselskab'],
  ['IVS', 'ivs'],
  ['I/S', 'interessentskab'],
  ['Oy', 'oy', 'osakeyhtio', 'oy ab', 'oy ltd'],
  ['Oyj', 'oyj', 'oyj abp', 'abp', 'julkinen osakeyhtio'],
  ['ry', 'ry', 'rekisteroity yhdistys'],
  ['hf', 'hf', 'ehf'],
  ['Sp. z o.o.', 'sp zoo', 'spzoo', 'sp z oo', 'spolka zoo', 'spolka z oo', 'spolka z ograniczona odpowiedzialnoscia', 'sp zo o'],
  ['S.A. (PL)', 'spolka akcyjna'],
  ['sp.k.', 'spk', 'spolka komandytowa', 'sp k'],
  ['sp.j.', 'spj', 'spolka jawna', 'sp j'],
  ['s.r.o.', 'sro', 'spol sro', 'spol s ro', 'spolocnost s rucenim obmedzenym', 'spolecnost s rucenim omezenym'],
  ['a.s.', 'akciova spolecnost', 'akciova spolocnost'],
  ['z.s.', 'zapsany spolek'],
  ['d.o.o.', 'doo', 'jdoo'],
  ['d.d.', 'dd'],
  ['a.d.', 'ad', 'akcionarsko drustvo'],
  ['Kft', 'kft', 'korlatolt felelossegu tarsasag'],
  ['Nyrt', 'nyrt', 'nyilvanosan mukodo reszvenytarsasag'],
  ['Zrt', 'zrt', 'zartkoruen mukodo reszvenytarsasag'],
  ['Bt', 'beteti tarsasag'],
  ['EOOD', 'eood'],
  ['OOD', 'ood'],
  ['EAD', 'ead'],
  ['OÜ', 'ou', 'osauhing'],
  ['SIA', 'sia'],
  ['UAB', 'uab', 'uzdaroji akcine bendrove'],
  ['AAS', 'akciju sabiedriba'],
  ['OOO', 'ooo', 'ооо'],
  ['AO', 'ao', 'ао', 'zao', 'зао', 'oao', 'оао', 'pao', 'пао'],
  ['TOV', 'tov', 'тов', 'тзов'],
  ['AE', 'abee', 'aebe', 'anonimi etairia', 'societe anonyme greece'],
  ['EPE', 'epe'],
  ['A.Ş.', 'anonim sirketi', 'anonim sti', 'anonim ortakligi'],
  ['Ltd. Şti.', 'ltd sti', 'limited sirketi', 'ltd sirketi'],
  ['KK', 'kk', 'kabushiki kaisha', 'kabushikikaisha', 'kabushiki gaisha'],
  ['GK', 'gk', 'godo kaisha'],
  ['YK', 'yk', 'yugen kaisha'],
  ['JSC', 'jsc', 'joint stock company', 'pjsc', 'ojsc', 'cjsc', 'qjsc', 'joint stock co', 'public joint stock company', 'psc'],
  ['PT', 'pt', 'tbk', 'persero tbk', 'persero'],
  ['CV (ID)', 'perseroan komanditer'],
  ['FZE', 'fze', 'fz llc', 'fzco', 'fzllc', 'fz co'],
  ['WLL', 'wll'],
  ['QSC', 'qsc', 'qpsc', 'qscc'],
  ['SAOG', 'saog', 'saoc'],
  ['KSC', 'kscp', 'kscc', 'ksc', 'kpsc', 'ksc public'],
  ['BSC', 'bsc', 'bscc'],
  ['SAE', 'sae'],
  ['SAL', 'sal'],
  ['SARLAU', 'sarlau', 'sarl au'],
  ['N.A.', 'na', 'national association'],
];

/** Written without a space before it, at either end of a Chinese, Japanese or Korean name. */
const unspaced: readonly (readonly [string, ...string[]])[] = [
  ['KK', '株式会社', '株式會社', '(株)', '㈱'],
  ['YK', '有限会社', '(有)'],
  ['GK', '合同会社'],
  ['一般社団法人', '一般社団法人'],
  ['公益社団法人', '公益社団法人'],
  ['一般財団法人', '一般財団法人'],
  ['公益財団法人', '公益財団法人'],
  ['社会福祉法人', '社会福祉法人'],
  ['医療法人', '医療法人'],
  ['学校法人', '学校法人'],
  ['独立行政法人', '独立行政法人', '国立研究開発法人', '国立大学法人'],
  ['NPO', '特定非営利活動法人'],
  ['Ltd (CN)', '股份有限公司', '有限责任公司', '有限公司', '集团有限公司'],
  ['JSC (KR)', '주식회사', '(주)', '㈜'],
];
const unspacedForms = unspaced.flatMap(([name, ...all]) => all.map((spelling) => ({ name, spelling }))).sort((left, right) => right.spelling.length - left.spelling.length);

const nameBySpelling = new Map(spellings.flatMap(([name, ...all]) => all.map((spelling) => [spelling, name] as const)));
const mostWords = Math.max(...[...nameBySpelling.keys()].map((spelling) => spelling.split(' ').length));
/** A quick no for most names: the last word of every spelling. */
const lastWords = new Set([...nameBySpelling.keys()].map((spelling) => spelling.split(' ').at(-1) ?? ''));

/** Written before the name in some countries, or moved there by a list that sorts by the last word. */
const leading = new Set(['PT', 'OOO', 'UAB', 'SIA', 'KK', 'JSC', 'Oy', 'AB', 'AS', 'LLC', 'Inc', 'Ltd', 'GmbH', 'TOV', 'Sdn Bhd', 'Pty Ltd', 'Sàrl', 'AO']);

/** A quick no again: the first word of every spelling of these. */
const firstWords = new Set([...nameBySpelling].flatMap(([spelling, name]) => (leading.has(name) ? [spelling.split(' ')[0] ?? ''] : [])));

export type WithoutLegalForm = { readonly words: readonly string[]; /** As people know it; '' when the name has none. */ readonly legalForm: string };

/** Hardly a legal form: it comes and goes with the next person who types the name. */
const vague = new Set(['co', 'company', 'cie', 'compagnie', 'publ']);

/** Takes legal forms off the end or the beginning of a name, off both where that is the custom ("PT ... Tbk"). A name that is nothing but a legal form is left as it is. */
export function splitLegalForm(words: readonly string[]): WithoutLegalForm {
  let rest = words;
  let legalForm = '';
  for (let round = 0; round < 2; round += 1) {
    const found = atTheEnd(rest);
    if (!found) break;
    rest = dropVague(found.words);
    legalForm = found.legalForm;
  }
  if (legalForm) return { words: rest[0] === 'pt' && rest.length > 1 ? rest.slice(1) : rest, legalForm };
  for (let count = firstWords.has(words[0] ?? '') ? Math.min(2, words.length - 1) : 0; count > 0; count -= 1) {
    const form = nameBySpelling.get(words.slice(0, count).join(' '));
    if (form && leading.has(form)) return { words: dropVague(words.slice(count)), legalForm: form };
  }
  return { words: dropVague(words), legalForm: '' };
}

/** Nothing but a legal form? */
export function isLegalForm(words: readonly string[]): boolean {
  return words.length > 0 && splitLegalForm(['x', ...words]).words.length === 1;
}

function atTheEnd(words: readonly string[]): WithoutLegalForm | undefined {
  if (!lastWords.has(words.at(-1) ?? '')) return undefined;
  for (let count = Math.min(mostWords, words.length - 1); count > 0; count -= 1) {
    const form = nameBySpelling.get(count === 1 ? (words.at(-1) ?? '') : words.slice(-count).join(' '));
    if (form) return { words: words.slice(0, -count), legalForm: form };
  }
  return undefined;
}

function dropVague(words: readonly string[]): readonly string[] {
  if (words.length < 2 || !vague.has(words.at(-1) ?? '')) return words;
  return words.at(-2) === 'and' && words.length > 2 ? words.slice(0, -2) : words.slice(0, -1);
}

/** Takes a legal form that is written without a space off either end. `text` holds letters of such a script. */
export function splitUnspacedForm(text: string): { readonly text: string; readonly legalForm: string } {
  for (const { name, spelling } of unspacedForms) {
    if (text.length <= spelling.length) continue;
    if (text.startsWith(spelling)) return { text: text.slice(spelling.length).trim(), legalForm: name };
    if (text.endsWith(spelling)) return { text: text.slice(0, -spelling.length).trim(), legalForm: name };
  }
  return { text, legalForm: '' };
}
