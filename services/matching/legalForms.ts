/**
 * Legal forms of the main countries: how people know each one, then its spellings as `readName` leaves them (lower case, no dots,
 * single letters joined, & as "and"). Add a form as one line.
 */
const spellings: readonly (readonly [string, ...string[]])[] = [
  ['Ltd', 'ltd', 'limited', 'co ltd', 'company limited', 'co limited', 'company ltd', 'ltd co'],
  ['LLC', 'llc', 'limited liability company', 'ltd liability co', 'lc', 'llco'],
  ['LLP', 'llp', 'limited liability partnership'],
  ['LLLP', 'lllp'],
  ['LP', 'lp', 'limited partnership'],
  ['Inc', 'inc', 'incorporated', 'co inc', 'company inc'],
  ['Corp', 'corp', 'corporation'],
  ['PLC', 'plc', 'public limited company'],
  ['PC', 'pc', 'professional corporation', 'prof corp'],
  ['PLLC', 'pllc'],
  ['PA', 'pa', 'professional association'],
  ['CIC', 'cic', 'community interest company'],
  ['Pty Ltd', 'pty ltd', 'pty limited', 'proprietary limited', 'pty', 'proprietary ltd'],
  ['Pvt Ltd', 'pvt ltd', 'private limited', 'pvt limited', 'private ltd'],
  ['Pte Ltd', 'pte ltd', 'pte limited', 'pte'],
  ['Sdn Bhd', 'sdn bhd'],
  ['Bhd', 'bhd', 'berhad'],
  ['GmbH', 'gmbh', 'gesellschaft mit beschrankter haftung', 'mbh', 'ges mbh', 'gesmbh'],
  ['gGmbH', 'ggmbh'],
  ['GmbH & Co. KG', 'gmbh and co kg', 'gmbh co kg', 'gmbh and cokg'],
  ['UG', 'ug', 'ug haftungsbeschrankt', 'unternehmergesellschaft'],
  ['AG', 'ag', 'aktiengesellschaft'],
  ['KG', 'kg', 'kommanditgesellschaft', 'and co kg', 'co kg'],
  ['KGaA', 'kgaa', 'and co kgaa', 'se and co kgaa', 'ag and co kgaa'],
  ['OHG', 'ohg', 'offene handelsgesellschaft'],
  ['GbR', 'gbr'],
  ['e.K.', 'ek', 'e k', 'e kfm', 'ekfr'],
  ['e.V.', 'ev', 'e v', 'eingetragener verein'],
  ['eG', 'eg'],
  ['SE', 'se', 'societas europaea'],
  ['BV', 'bv', 'besloten vennootschap'],
  ['NV', 'nv', 'naamloze vennootschap'],
  ['VOF', 'vof'],
  ['SA', 'sa', 'societe anonyme', 'sociedad anonima'],
  ['SARL', 'sarl', 'societe a responsabilite limitee'],
  ['SAS', 'sas', 'sasu'],
  ['SCI', 'sci'],
  ['SNC', 'snc'],
  ['EURL', 'eurl'],
  ['SRL', 'srl', 'srls', 'sprl'],
  ['SpA', 'spa', 'societa per azioni'],
  ['SL', 'sl', 'slu', 'sociedad limitada'],
  ['SA de CV', 'sa de cv', 'sapi de cv'],
  ['S de RL de CV', 's de rl de cv', 'srl de cv'],
  ['Ltda', 'ltda', 'limitada'],
  ['Lda', 'lda'],
  ['EIRELI', 'eireli'],
  ['AB', 'ab', 'aktiebolag', 'ab publ'],
  ['AS', 'as', 'aksjeselskap'],
  ['ASA', 'asa'],
  ['A/S', 'a s', 'aktieselskab'],
  ['ApS', 'aps', 'anpartsselskab'],
  ['IVS', 'ivs'],
  ['Oy', 'oy', 'osakeyhtio', 'oy ab'],
  ['Oyj', 'oyj', 'oyj abp'],
  ['hf', 'hf', 'ehf'],
  ['Sp. z o.o.', 'sp zoo', 'spzoo', 'sp z oo', 'spolka zoo'],
  ['s.r.o.', 'sro', 'spol sro'],
  ['a.s.', 'akciova spolecnost'],
  ['d.o.o.', 'doo'],
  ['d.d.', 'dd'],
  ['Kft', 'kft'],
  ['Zrt', 'zrt'],
  ['EOOD', 'eood'],
  ['OOD', 'ood'],
  ['OÜ', 'ou', 'osauhing'],
  ['SIA', 'sia'],
  ['UAB', 'uab'],
  ['OOO', 'ooo'],
  ['A.Ş.', 'anonim sirketi', 'anonim sti'],
  ['Ltd. Şti.', 'ltd sti', 'limited sirketi'],
  ['KK', 'kk', 'kabushiki kaisha', '株式会社'],
  ['GK', 'gk', 'godo kaisha', '合同会社'],
  ['JSC', 'jsc', 'joint stock company', 'pjsc', 'ojsc'],
  ['PT', 'pt', 'tbk'],
  ['FZE', 'fze', 'fz llc', 'fzco', 'fzllc'],
  ['WLL', 'wll'],
];

const nameBySpelling = new Map(spellings.flatMap(([name, ...all]) => all.map((spelling) => [spelling, name] as const)));
const mostWords = Math.max(...[...nameBySpelling.keys()].map((spelling) => spelling.split(' ').length));

/** Written before the name in some countries. */
const leading = new Set(['PT', 'OOO', 'UAB', 'SIA', 'KK', 'JSC', 'Oy', 'AB', 'AS']);

export type WithoutLegalForm = { readonly words: readonly string[]; /** As people know it; '' when the name has none. */ readonly legalForm: string };

/** Hardly a legal form: it comes and goes with the next person who types the name. */
const vague = new Set(['co', 'company', 'cie', 'compagnie']);

/** Takes the legal form off the end (or the beginning) of a name. A name that is nothing but a legal form is left as it is. */
export function splitLegalForm(words: readonly string[]): WithoutLegalForm {
  for (let count = Math.min(mostWords, words.length - 1); count > 0; count -= 1) {
    const form = nameBySpelling.get(words.slice(-count).join(' '));
    if (form) return { words: dropVague(words.slice(0, -count)), legalForm: form };
  }
  const first = nameBySpelling.get(words[0] ?? '');
  return first && words.length > 1 && leading.has(first) ? { words: words.slice(1), legalForm: first } : { words: dropVague(words), legalForm: '' };
}

function dropVague(words: readonly string[]): readonly string[] {
  if (words.length < 2 || !vague.has(words.at(-1) ?? '')) return words;
  return words.at(-2) === 'and' && words.length > 2 ? words.slice(0, -2) : words.slice(0, -1);
}
