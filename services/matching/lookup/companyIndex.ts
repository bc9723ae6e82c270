import { isCompanyBefore, type Company, type CompanyKey } from '../../domain/company.js';
import type { CompanyId, PsaConnectionId } from '../../domain/ids.js';
import { foldUmlauts } from '../names/foldText.js';
import { splitLegalForm } from '../names/legalForms.js';
import { createGramIndex } from './gramIndex.js';
import { createLexicon, type Lexicon } from './lexicon.js';
import { createPlaceTable, hashText } from './placeTable.js';
import { profileCompany, type CompanyProfile, type TenantProfile } from './profile.js';

/** All companies, ready to be looked up. Its answers do not depend on the order in which companies came. */
export type CompanyIndex = {
  readonly lexicon: Lexicon;
  /** Adds a company or replaces the one of the same key. */
  put(company: Company): void;
  remove(key: CompanyKey): void;
  /** Call after changes and before look-ups. Cheap when little changed. */
  settle(): void;
  find(key: CompanyKey): CompanyProfile | undefined;
  /** Companies that may be the tenant's, not many. Those of `always` take part in any case. */
  candidates(tenant: TenantProfile, always: readonly CompanyKey[]): CompanyProfile[];
  /** Companies that have a domain. */
  withDomain(domain: string): readonly CompanyProfile[];
  /** Companies that have a domain with this first part (as a key); not told where they are too many. */
  withLabel(labelKey: string): readonly CompanyProfile[];
  /** Companies of one name, without legal form and whatever stands in brackets. */
  withHeadKey(headKey: string): readonly CompanyProfile[];
};

/** A key shared by more companies than this tells too little to look at all of them. */
const mostOfOneKey = 40;
const mostSimilar = 7;
const mostByLabel = 3;
/** A word in at most so many companies' names leads to them. */
const rareWord = 12;
/** Of a word that so many share no more are noted: it may become rare again, but not that rare. */
const commonWord = 64;

/** By what a company can be found. A name is also another name, an identifier or the first part of a domain: what is equal in any of these ways is worth a look. Initials stand apart: that those of two long names agree tells nothing. */
const by = { tenantId: 1, domain: 2, name: 3, acronym: 4, word: 5 } as const;

export function createCompanyIndex(): CompanyIndex {
  const lexicon = createLexicon();
  const profiles: (CompanyProfile | undefined)[] = [];
  const placesOf = new Map<PsaConnectionId, Map<CompanyId, number>>();
  const table = createPlaceTable();
  const grams = createGramIndex();
  let settledAt = 0;
  let changes = 0;
  let count = 0;

  const placeOf = ({ psaConnectionId, companyId }: CompanyKey) => placesOf.get(psaConnectionId)?.get(companyId);

  function live(places: Iterable<number>): CompanyProfile[] {
    const living: CompanyProfile[] = [];
    for (const place of places) {
      const profile = profiles[place];
      if (profile) living.push(profile);
    }
    return living;
  }

  function named(key: string): readonly number[] {
    return table.get(hashText(by.name, key));
  }

  /** Of the tenant that candidates are looked for. */
  const found = new Set<number>();

  function takeAll(places: readonly number[]): void {
    if (places.length <= mostOfOneKey) for (const place of places) found.add(place);
  }

  function isBefore(left: number, right: number): boolean {
    const [one, other] = [profiles[left], profiles[right]];
    return one !== undefined && (other === undefined || isCompanyBefore(one.company, other.company));
  }

  function change(at: number, profile: CompanyProfile, how: 'add' | 'remove'): void {
    const { company, name, main, domains } = profile;
    for (const tenantId of company.tenantIds) table[how](hashText(by.tenantId, tenantId), at);
    for (const { domain } of domains) table[how](hashText(by.domain, domain), at);
    for (const key of keysOf(profile)) table[how](hashText(by.name, key), at);
    for (const key of name.acronyms) if (key.length <= longestAcronym) table[how](hashText(by.acronym, key), at);
    for (const [place, word] of main.ids.entries()) {
      if (main.ids.indexOf(word) < place) continue;
      if (how === 'remove' || lexicon.countOf(word) < commonWord) table[how](hashWord(word), at);
      lexicon.count(word, how === 'add' ? 1 : -1);
    }
    grams.put(at, how === 'add' ? name.key : '');
    changes += 1;
    count += how === 'add' ? 1 : -1;
  }

  function remove(key: CompanyKey): void {
    const at = placeOf(key);
    const profile = at === undefined ? undefined : profiles[at];
    if (at === undefined || !profile) return;
    change(at, profile, 'remove');
    profiles[at] = undefined;
    placesOf.get(key.psaConnectionId)?.delete(key.companyId);
  }

  function withHeadKey(headKey: string): CompanyProfile[] {
    const places = named(headKey);
    return places.length === 0 ? [] : live(places).filter(({ name }) => name.headKey === headKey);
  }

  return {
    lexicon,
    remove,
    put(company) {
      remove(company);
      const profile = profileCompany(company, lexicon);
      const at = profiles.push(profile) - 1;
      const places = placesOf.get(company.psaConnectionId) ?? new Map<CompanyId, number>();
      placesOf.set(company.psaConnectionId, places.set(company.companyId, at));
      change(at, profile, 'add');
    },
    settle() {
      // A company more or less moves no weight to speak of; many do.
      if (changes * 50 < settledAt) return;
      lexicon.settle(count);
      settledAt = count;
      changes = 0;
    },
    find: (key) => profiles[placeOf(key) ?? -1],
    withDomain(domain) {
      const places = table.get(hashText(by.domain, domain));
      return places.length === 0 ? [] : live(places).filter(({ domains }) => domains.some((each) => each.domain === domain));
    },
    withLabel(labelKey) {
      const places = named(labelKey);
      return places.length === 0 || places.length > mostOfOneKey ? [] : live(places).filter(({ domainLabels }) => domainLabels.includes(labelKey));
    },
    withHeadKey,
    candidates(tenant, always) {
      found.clear();
      for (const key of always) found.add(placeOf(key) ?? -1);
      takeAll(table.get(hashText(by.tenantId, tenant.tenant.tenantId)));
      const ofDomain = tenant.domains.length === 1 ? table.get(hashText(by.domain, tenant.domain.domain)) : tenant.domains.flatMap(({ domain }) => [...table.get(hashText(by.domain, domain))]);
      takeAll(ofDomain);
      if (ofDomain.length <= mostOfOneKey) for (const owner of live(ofDomain)) for (const key of familyKeys(owner)) takeAll(named(key));
      for (const label of withoutForms(tenant.labelKey)) {
        takeAll(named(label));
        takeAll(table.get(hashText(by.acronym, label)));
      }
      if (tenant.nameLabel.length > 1) takeAll(named(tenant.nameLabel));
      if (tenant.name.isGeneric) return live(found);

      const { key, headKey, rawKey, wholeKey, acronyms, words, compact } = tenant.name;
      const ofName = named(key);
      takeAll(ofName);
      for (const each of [headKey, rawKey, wholeKey]) if (each !== key) takeAll(named(each));
      for (const other of tenant.others) takeAll(named(other.key));
      for (const acronym of acronyms) takeAll(named(acronym));
      if (words.length === 1) takeAll(table.get(hashText(by.acronym, compact)));
      // Whoever bears the very name is found; nobody who is merely alike would come before.
      if (ofName.some((place) => profiles[place]?.isDead === false && profiles[place].name.key === key)) return live(found);
      for (const word of tenant.main.ids) if (word >= 0 && lexicon.countOf(word) <= rareWord) takeAll(table.get(hashWord(word)));
      for (const place of grams.search(headKey, mostSimilar, isBefore)) found.add(place);
      if (!tenant.isLabelFromName && tenant.labelKey.length > 4) for (const place of grams.search(tenant.labelKey, mostByLabel, isBefore)) found.add(place);
      return live(found);
    },
  };
}

const hashWord = (word: number) => Math.imul(word, 0x85ebca6b) ^ by.word;

/** A label and, where it ends in a legal form, what stands before that. */
function withoutForms(labelKey: string): readonly string[] {
  if (labelKey.length < 2) return [];
  const form = labelForms.find((each) => labelKey.endsWith(each) && labelKey.length > each.length + 2);
  return form === undefined ? [labelKey] : [labelKey, labelKey.slice(0, -form.length)];
}

const labelForms = ['corporation', 'limited', 'incorporated', 'company', 'gmbh', 'corp', 'inc', 'llc', 'ltd', 'plc', 'co', 'ag', 'sa'];

/** Keys of the records that share a company's domain without naming it: the living one of an old record, the base of a branch or an offshoot. */
export function familyKeys({ name }: CompanyProfile): readonly string[] {
  const { words, headKey } = name;
  const keys = [headKey];
  for (let count = words.length - 1; count > 0 && count >= words.length - 2; count -= 1) {
    const key = foldUmlauts(splitLegalForm(words.slice(0, count)).words.join(''));
    if (count > 1 || key.length > 5) keys.push(key);
  }
  return keys;
}

function keysOf({ name, others, domainLabels, identifierKey }: CompanyProfile): readonly string[] {
  const keys = name.key === '' ? [] : [name.key];
  addKey(name.headKey, keys);
  addKey(name.rawKey, keys);
  addKey(name.spelledKey, keys);
  // Most identifiers are the beginning of the name.
  if (!name.rawKey.startsWith(identifierKey)) addKey(identifierKey, keys);
  for (const { key } of others) addKey(key, keys);
  for (const key of domainLabels) addKey(key, keys);
  return keys;
}

function addKey(key: string, keys: string[]): void {
  if (key.length > 1 && !keys.includes(key)) keys.push(key);
}

const longestAcronym = 8;
