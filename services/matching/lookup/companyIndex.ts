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

export function createCompanyIndex(): CompanyIndex {
  const lexicon = createLexicon();
  const profiles: (CompanyProfile | undefined)[] = [];
  const keyTexts: string[] = [];
  const placeOf = new Map<string, number>();
  const byTenantId = createPlaceMap<TenantId>();
  const byDomain = createPlaceMap<string>();
  /** Names, other names, acronyms, domain labels and identifiers in one: what is equal in any of these ways is worth a look. */
  const byKey = createPlaceMap<string>();
  const byWord = createPlaceMap<number>();
  const grams = createGramIndex();
  let settledAt = 0;
  let changes = 0;

  const live = (places: readonly number[]) => places.flatMap((place) => profiles[place] ?? []);
  const isBefore = (left: number, right: number) => (keyTexts[left] ?? '') < (keyTexts[right] ?? '');

  const place = (at: number, profile: CompanyProfile) => {
    for (const tenantId of profile.company.tenantIds) byTenantId.add(tenantId, at);
    for (const { domain } of profile.domains) byDomain.add(domain, at);
    for (const key of keysOf(profile)) byKey.add(key, at);
    const words = new Set(profile.main.ids);
    for (const word of words) byWord.add(word, at);
    lexicon.count(words, 1);
    lexicon.countPlace(profile.cityWords);
    grams.put(at, profile.name.key);
  };
  const displace = (at: number, profile: CompanyProfile) => {
    for (const tenantId of profile.company.tenantIds) byTenantId.remove(tenantId, at);
    for (const { domain } of profile.domains) byDomain.remove(domain, at);
    for (const key of keysOf(profile)) byKey.remove(key, at);
    const words = new Set(profile.main.ids);
    for (const word of words) byWord.remove(word, at);
    lexicon.count(words, -1);
    grams.put(at, '');
    profiles[at] = undefined;
  };

  const remove = (key: CompanyKey) => {
    const text = companyKeyText(key);
    const at = placeOf.get(text);
    const profile = at === undefined ? undefined : profiles[at];
    if (at === undefined || !profile) return;
    displace(at, profile);
    placeOf.delete(text);
    changes += 1;
  };

  return {
    lexicon,
    remove,
    put(company) {
      remove(company);
      const profile = profileCompany(company, lexicon);
      const at = profiles.push(profile) - 1;
      keyTexts.push(companyKeyText(company));
      placeOf.set(companyKeyText(company), at);
      place(at, profile);
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
      return places.length > mostOfOneKey ? [] : live(places).filter(({ domainLabels }) => domainLabels.includes(labelKey));
    },
    withHeadKey: (headKey) => live(byKey.get(headKey)).filter(({ name }) => name.headKey === headKey),
    candidates(tenant, always) {
      const found = new Set<number>();
      const take = (places: readonly number[]) => {
        if (places.length <= mostOfOneKey) for (const at of places) found.add(at);
      };
      for (const key of always) take([placeOf.get(companyKeyText(key)) ?? -1]);
      take(byTenantId.get(tenant.tenant.tenantId));
      const ofDomain = tenant.domain.domain ? byDomain.get(tenant.domain.domain) : [];
      take(ofDomain);
      if (ofDomain.length <= mostOfOneKey) for (const owner of live(ofDomain)) for (const key of familyKeys(owner)) take(byKey.get(key));
      if (!tenant.name.isGeneric) {
        for (const key of [tenant.name.key, tenant.name.headKey, tenant.name.rawKey, tenant.name.wholeKey, ...tenant.others.map((other) => other.key), ...tenant.name.acronyms]) take(byKey.get(key));
        for (const word of tenant.main.ids) {
          const places = word < 0 ? [] : byWord.get(word);
          if (places.length <= rareWord) take(places);
        }
        for (const at of grams.search(tenant.name.key, mostSimilar, isBefore)) found.add(at);
        if (tenant.name.key !== tenant.name.headKey) for (const at of grams.search(tenant.name.headKey, mostSimilar, isBefore)) found.add(at);
      }
      for (const label of new Set([tenant.labelKey, tenant.nameLabel])) if (label.length > 1) take(byKey.get(label));
      if (!tenant.isLabelFromName && tenant.labelKey.length > 4) for (const at of grams.search(tenant.labelKey, mostByLabel, isBefore)) found.add(at);
      return live([...found]);
    },
  };
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

function keysOf({ name, others, domainLabels, identifierKey }: CompanyProfile): Set<string> {
  const keys = new Set([name.key, name.headKey, name.rawKey, name.wholeKey, ...others.map(({ key }) => key), ...name.acronyms, ...domainLabels, identifierKey]);
  keys.delete('');
  return keys;
}

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
