import { companyKeyText, type Company, type CompanyKey } from '../../domain/company.js';
import type { TenantId } from '../../domain/ids.js';
import { foldUmlauts } from '../names/foldText.js';
import { splitLegalForm } from '../names/legalForms.js';
import { createGramIndex } from './gramIndex.js';
import { createLexicon, type Lexicon } from './lexicon.js';
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
/** Of a word that so many share no more are noted. */
const commonWord = 64;

export function createCompanyIndex(): CompanyIndex {
  const lexicon = createLexicon();
  const profiles: (CompanyProfile | undefined)[] = [];
  const placeOf = new Map<string, number>();
  const byTenantId = createPlaceMap<TenantId>();
  const byDomain = createPlaceMap<string>();
  /** Names, other names, acronyms, domain labels and identifiers in one: what is equal in any of these ways is worth a look. */
  const byKey = createPlaceMap<string>();
  const byWord: number[][] = [];
  const grams = createGramIndex();
  let settledAt = 0;
  let changes = 0;

  function live(places: readonly number[]): CompanyProfile[] {
    const found: CompanyProfile[] = [];
    for (const place of places) {
      const profile = profiles[place];
      if (profile) found.push(profile);
    }
    return found;
  }

  function isBefore(left: number, right: number): boolean {
    return (profiles[left]?.keyText ?? '') < (profiles[right]?.keyText ?? '');
  }

  function add(at: number, profile: CompanyProfile): void {
    for (const tenantId of profile.company.tenantIds) byTenantId.add(tenantId, at);
    for (const { domain } of profile.domains) byDomain.add(domain, at);
    for (const key of keysOf(profile)) byKey.add(key, at);
    for (const word of distinct(profile.main.ids)) {
      const places = byWord[word];
      if (!places) byWord[word] = [at];
      else if (places.length < commonWord) places.push(at);
      lexicon.count(word, 1);
    }
    for (const word of profile.cityWords) lexicon.countPlace(word);
    grams.put(at, profile.name.key);
  }

  function remove(key: CompanyKey): void {
    const text = companyKeyText(key);
    const at = placeOf.get(text);
    const profile = at === undefined ? undefined : profiles[at];
    if (at === undefined || !profile) return;
    for (const tenantId of profile.company.tenantIds) byTenantId.remove(tenantId, at);
    for (const { domain } of profile.domains) byDomain.remove(domain, at);
    for (const each of keysOf(profile)) byKey.remove(each, at);
    for (const word of distinct(profile.main.ids)) {
      byWord[word] = (byWord[word] ?? []).filter((place) => place !== at);
      lexicon.count(word, -1);
    }
    grams.put(at, '');
    profiles[at] = undefined;
    placeOf.delete(text);
    changes += 1;
  }

  function withHeadKey(headKey: string): CompanyProfile[] {
    const places = byKey.get(headKey);
    return places.length === 0 ? [] : live(places).filter(({ name }) => name.headKey === headKey);
  }

  return {
    lexicon,
    remove,
    put(company) {
      const profile = profileCompany(company, lexicon);
      if (placeOf.has(profile.keyText)) remove(company);
      const at = profiles.push(profile) - 1;
      placeOf.set(profile.keyText, at);
      add(at, profile);
      changes += 1;
    },
    settle() {
      // A company more or less moves no weight to speak of; many do.
      if (changes * 50 < settledAt) return;
      lexicon.settle(placeOf.size);
      settledAt = placeOf.size;
      changes = 0;
    },
    find: (key) => profiles[placeOf.get(companyKeyText(key)) ?? -1],
    withDomain: (domain) => live(byDomain.get(domain)),
    withLabel(labelKey) {
      const places = byKey.get(labelKey);
      return places.length === 0 || places.length > mostOfOneKey ? [] : live(places).filter(({ domainLabels }) => domainLabels.includes(labelKey));
    },
    withHeadKey,
    candidates(tenant, always) {
      const found = new Set<number>();
      for (const key of always) found.add(placeOf.get(companyKeyText(key)) ?? -1);
      takeAll(byTenantId.get(tenant.tenant.tenantId), found);
      const ofDomain = tenant.domain.domain ? byDomain.get(tenant.domain.domain) : [];
      takeAll(ofDomain, found);
      if (ofDomain.length <= mostOfOneKey) for (const owner of live(ofDomain)) for (const key of familyKeys(owner)) takeAll(byKey.get(key), found);
      for (const label of withoutForms(tenant.labelKey)) takeAll(byKey.get(label), found);
      if (tenant.nameLabel.length > 1) takeAll(byKey.get(tenant.nameLabel), found);
      if (tenant.name.isGeneric) return live([...found]);

      const { key, headKey, rawKey, wholeKey, acronyms } = tenant.name;
      const ofName = byKey.get(key);
      takeAll(ofName, found);
      for (const each of [headKey, rawKey, wholeKey]) if (each !== key) takeAll(byKey.get(each), found);
      for (const other of tenant.others) takeAll(byKey.get(other.key), found);
      for (const acronym of acronyms) takeAll(byKey.get(acronym), found);
      // Whoever bears the very name is found; nobody who is merely alike would come before.
      if (ofName.some((place) => profiles[place]?.isDead === false && profiles[place].name.key === key)) return live([...found]);
      for (const word of tenant.main.ids) {
        const places = word < 0 ? undefined : byWord[word];
        if (places && places.length <= rareWord) takeAll(places, found);
      }
      for (const place of grams.search(headKey, mostSimilar, isBefore)) found.add(place);
      if (!tenant.isLabelFromName && tenant.labelKey.length > 4) for (const place of grams.search(tenant.labelKey, mostByLabel, isBefore)) found.add(place);
      return live([...found]);
    },
  };
}

/** A label and, where it ends in a legal form, what stands before that. */
function withoutForms(labelKey: string): readonly string[] {
  if (labelKey.length < 2) return [];
  const form = labelForms.find((each) => labelKey.endsWith(each) && labelKey.length > each.length + 2);
  return form === undefined ? [labelKey] : [labelKey, labelKey.slice(0, -form.length)];
}

const labelForms = ['corporation', 'limited', 'incorporated', 'company', 'gmbh', 'corp', 'inc', 'llc', 'ltd', 'plc', 'co', 'ag', 'sa'];

function takeAll(places: readonly number[], into: Set<number>): void {
  if (places.length <= mostOfOneKey) for (const place of places) into.add(place);
}

/** Lists of a few. */
function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return items.filter((item, at) => items.indexOf(item) === at);
}

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
  const add = (key: string) => {
    if (key.length > 1 && !keys.includes(key)) keys.push(key);
  };
  add(name.headKey);
  add(name.rawKey);
  // Most identifiers are the beginning of the name.
  if (!name.rawKey.startsWith(identifierKey)) add(identifierKey);
  for (const key of name.acronyms) if (key.length <= longestAcronym) add(key);
  for (const { key } of others) add(key);
  for (const key of domainLabels) add(key);
  return keys;
}

const longestAcronym = 8;

type PlaceMap<Key> = { add(key: Key, place: number): void; remove(key: Key, place: number): void; get(key: Key): readonly number[] };

/** Most keys have one place: those cost no list. */
function createPlaceMap<Key>(): PlaceMap<Key> {
  const map = new Map<Key, number | number[]>();
  const nowhere: readonly number[] = [];
  return {
    add(key, place) {
      const known = map.get(key);
      if (known === undefined) map.set(key, place);
      else if (typeof known === 'number') map.set(key, [known, place]);
      else known.push(place);
    },
    remove(key, place) {
      const known = map.get(key);
      if (known === place) map.delete(key);
      else if (typeof known === 'object') known.splice(known.indexOf(place), 1);
    },
    get(key) {
      const known = map.get(key);
      return known === undefined ? nowhere : typeof known === 'number' ? [known] : known;
    },
  };
}
