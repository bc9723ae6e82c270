import type { TenantId } from '../domain/ids.js';
import type { Surroundings } from './findEvidence.js';
import type { CompanyProfile, TenantProfile } from './profile.js';

/** Finds the companies worth a closer look. Its answers do not depend on the order in which companies were added. */
export type CompanyIndex = Surroundings & {
  add(profile: CompanyProfile): void;
  /** Companies that may be the tenant's, best guess first, not many. */
  candidates(tenant: TenantProfile): CompanyProfile[];
  /** Companies whose name without legal form is the same. */
  withName(key: string): readonly CompanyProfile[];
};

type Postings = Map<string, number[]>;

/** An exact key shared by more companies than this tells too little to look at all of them. */
const mostExact = 30;
const mostSimilar = 10;
/** Rarest 3-grams are looked up first, until so many entries were seen. */
const postingBudget = 1200;

export function makeCompanyIndex(): CompanyIndex {
  const profiles: CompanyProfile[] = [];
  const byTenantId = new Map<TenantId, number[]>();
  const byDomain: Postings = new Map();
  const byName: Postings = new Map();
  const byLabel: Postings = new Map();
  const byPart: Postings = new Map();
  const byGram: Postings = new Map();
  const wordCounts = new Map<string, number>();
  const at = (place: number) => profiles[place];

  const rarity = (count: number) => Math.log(1 + profiles.length / (1 + count));

  return {
    add(profile) {
      const place = profiles.push(profile) - 1;
      const { company, name, domains, labelKeys } = profile;
      for (const tenantId of company.tenantIds) append(byTenantId, tenantId, place);
      for (const { domain } of domains) append(byDomain, domain, place);
      for (const key of labelKeys) append(byLabel, key, place);
      for (const key of name.partKeys) append(byPart, key, place);
      append(byName, name.key, place);
      for (const gram of gramsOf(name.key)) append(byGram, gram, place);
      for (const word of new Set(name.words)) wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
    },
    weigh: (word) => 0.5 + rarity(wordCounts.get(word) ?? 0),
    companyCount: (domain) => byDomain.get(domain)?.length ?? 0,
    withName: (key) => (byName.get(key) ?? []).flatMap((place) => at(place) ?? []),
    candidates({ tenant, name, domain, labelKey }) {
      const exact = [byTenantId.get(tenant.tenantId), byDomain.get(domain.domain), byName.get(name.key), byLabel.get(labelKey), byPart.get(name.key), byLabel.get(name.key), byName.get(name.bareKey), ...name.partKeys.map((key) => byName.get(key))];
      const places = new Set(exact.flatMap((found) => (found && found.length <= mostExact ? found : [])));
      const similar = name.isGeneric ? [] : similarNames(name.key);
      for (const place of similar) places.add(place);
      return [...places].flatMap((place) => at(place) ?? []);
    },
  };

  /** Whole lists only, and ties broken by name: a list cut in the middle would depend on the order. */
  function similarNames(key: string): number[] {
    const lists = gramsOf(key)
      .flatMap((gram) => ({ gram, places: byGram.get(gram) ?? [] }))
      .filter(({ places }) => places.length > 0)
      .sort((left, right) => left.places.length - right.places.length || (left.gram < right.gram ? -1 : 1));
    const scores = new Map<number, number>();
    let seen = 0;
    for (const { places } of lists) {
      if (seen > 0 && seen + places.length > postingBudget) break;
      seen += places.length;
      const weight = rarity(places.length);
      for (const place of places) scores.set(place, (scores.get(place) ?? 0) + weight);
    }
    const ranked = [...scores].map(([place, score]) => ({ place, score: score / Math.sqrt(4 + (at(place)?.name.key.length ?? 0)) }));
    ranked.sort((left, right) => right.score - left.score);
    const least = ranked[mostSimilar - 1]?.score ?? 0;
    // All that tie with the last one take part, within reason.
    return ranked.filter(({ score }) => score >= least).slice(0, 3 * mostSimilar).map(({ place }) => place);
  }
}

function append<Key>(postings: Map<Key, number[]>, key: Key, place: number): void {
  const list = postings.get(key);
  if (list) list.push(place);
  else postings.set(key, [place]);
}

function gramsOf(key: string): string[] {
  const text = `^${key}$`;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at += 1) grams.add(text.slice(at, at + 3));
  return [...grams];
}
