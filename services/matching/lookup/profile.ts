import type { Company } from '../../domain/company.js';
import type { Tenant } from '../../domain/tenant.js';
import { readDomain, readDomains, type DomainReading } from '../domains/readDomain.js';
import { foldText, foldUmlauts } from '../names/foldText.js';
import { isLegalForm } from '../names/legalForms.js';
import { readName, type NameReading } from '../names/readName.js';
import type { Lexicon } from './lexicon.js';

/** Words as numbers of a lexicon, and as text. `coreCount` of them belong to the name proper, the rest to its extras. */
export type WordList = { readonly ids: readonly number[]; readonly words: readonly string[]; readonly coreCount: number; readonly key: string; readonly isBracket: boolean };

export type TenantProfile = {
  readonly tenant: Tenant;
  readonly name: NameReading;
  readonly main: WordList;
  readonly others: readonly WordList[];
  /** `domain` '' : none of its own. */
  readonly domain: DomainReading;
  /** All that are its own, `domain` first. */
  readonly domains: readonly DomainReading[];
  /** The first part of its domain as a key; '' for none. */
  readonly labelKey: string;
  /** The label merely repeats the name, so it tells nothing new. */
  readonly isLabelFromName: boolean;
  /** Where the name is a domain: the first part of that. Else ''. */
  readonly nameLabel: string;
};

export type CompanyProfile = {
  readonly company: Company;
  readonly name: NameReading;
  readonly main: WordList;
  readonly others: readonly WordList[];
  readonly domains: readonly DomainReading[];
  /** First parts of its domains, as keys. */
  readonly domainLabels: readonly string[];
  readonly identifierKey: string;
  readonly cityWords: readonly number[];
  /** Inactive in the PSA, or marked as old in its name. */
  readonly isDead: boolean;
};

export function profileTenant(tenant: Tenant, lexicon: Lexicon): TenantProfile {
  const own = readDomain(tenant.domain);
  // Some tenants bear their domain as a name.
  const nameAsDomain = tenant.name.includes('.') && /^[^\s@]+\.[^\s@.]{2,}$/.test(tenant.name.trim()) ? readDomain(tenant.name) : undefined;
  const proven = tenant.ownDomains ? readDomains(tenant.ownDomains) : none;
  const domain = own.domain ? own : (proven[0] ?? (nameAsDomain?.domain ? nameAsDomain : own));
  const labelKey = keyOfLabel(domain.domain ? domain.label : withoutSuffix(domain.label));
  const name = readName(nameAsDomain?.domain ? nameAsDomain.label : unglued(tenant.name, labelKey), true);
  return {
    tenant,
    name,
    ...wordLists(name, (word) => lexicon.find(word)),
    domain,
    domains: domain.domain ? [domain, ...proven.filter((other) => other.domain !== domain.domain)] : none,
    labelKey,
    isLabelFromName: isLabelOf(labelKey, name),
    nameLabel: nameAsDomain?.domain ? keyOfLabel(nameAsDomain.label) : '',
  };
}

/** "CORVANELLC" with the domain corvane.example: the domain tells where the name ends. */
function unglued(name: string, labelKey: string): string {
  if (labelKey.length < 3 || name.length <= labelKey.length || name.includes(' ') || !name.toLowerCase().startsWith(labelKey)) return name;
  const form = name.slice(labelKey.length);
  return isLegalForm([form.toLowerCase()]) ? `${name.slice(0, labelKey.length)} ${form}` : name;
}

export function profileCompany(company: Company, lexicon: Lexicon): CompanyProfile {
  const name = readName(company.name);
  const domains = company.emailDomains.length > 0 ? readDomains([company.website, ...company.emailDomains]) : readDomains([company.website]);
  return {
    company,
    name,
    ...wordLists(name, (word) => lexicon.intern(word)),
    domains,
    domainLabels: labelsOf(domains),
    identifierKey: keyOfLabel(company.identifier),
    cityWords: lexicon.placeWords(company.city),
    isDead: !company.isActive || name.isDead,
  };
}

const none: readonly never[] = [];

function labelsOf(domains: readonly DomainReading[]): readonly string[] {
  if (domains.length === 0) return none;
  const labels: string[] = [];
  for (const { label } of domains) {
    const key = keyOfLabel(label);
    if (key.length > 1 && !labels.includes(key)) labels.push(key);
  }
  return labels;
}

function wordLists({ words, extras, key, others }: NameReading, idOf: (word: string) => number): Pick<TenantProfile, 'main' | 'others'> {
  const all = extras.length > 0 ? [...words, ...extras] : words;
  return {
    main: { ids: all.map(idOf), words: all, coreCount: words.length, key, isBracket: false },
    others: others.length === 0 ? none : others.map((other) => ({ ids: other.words.map(idOf), words: other.words, coreCount: other.words.length, key: other.key, isBracket: other.isBracket })),
  };
}

/** People who find their name taken add something. */
function withoutSuffix(label: string): string {
  const bare = label.replace(/(?:o365|m365|ms365|365|cloud|tenant|online)?\d{0,3}$/, '');
  return bare.length > 2 ? bare : label;
}

const notCompact = /[^a-z0-9]/;

/** Letters and digits only, with umlauts as in the keys of names. */
export function keyOfLabel(label: string): string {
  if (label === '') return '';
  const folded = foldText(label.slice(0, 100));
  return foldUmlauts(notCompact.test(folded) ? folded.replace(/[^\p{L}\p{N}]/gu, '') : folded);
}

/** "northwharf", "northwharfltd", "northw" and "nw" all come from the name "North Wharf Ltd". */
function isLabelOf(label: string, { headKey, key, acronyms }: NameReading): boolean {
  if (label === '' || headKey === '') return false;
  return label.startsWith(headKey) || headKey.startsWith(label) || key.startsWith(label) || acronyms.some((acronym) => label.startsWith(acronym) && label.length - acronym.length < 5);
}
