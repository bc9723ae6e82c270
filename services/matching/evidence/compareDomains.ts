import { commonWords } from '../lookup/commonWords.js';
import { familyKeys, type CompanyIndex } from '../lookup/companyIndex.js';
import type { CompanyProfile, TenantProfile } from '../lookup/profile.js';

export type DomainComparison = {
  /** `own`: the tenant's domain is this company's alone (its branches and old records aside); `shared`: others have it as well. */
  readonly domain: 'own' | 'shared' | 'different' | 'unknown';
  /** Companies of different names that have the tenant's domain. */
  readonly companyCount: number;
  /** The company has the domain only through a branch or an old record of the same name. */
  readonly isLent: boolean;
  /** The first part of the tenant's domain is the first part of one of the company's, or of its name or identifier. `repeats-name`: so it is, but it repeats the tenant's name as well. */
  readonly label: 'domain' | 'name' | 'identifier' | 'acronym' | 'begins' | 'repeats-name' | 'no';
  /** The tenant is called as the company's domain, which the company's name does not tell. */
  readonly isNameLabel: boolean;
};

const leastBeginning = 5;

/** Who has one of the tenant's domains, or a domain that begins as the tenant's does: the same for all its candidates. */
export type DomainOwners = {
  readonly owners: ReadonlySet<CompanyProfile>;
  /** Names that share an owner's domain: the base of a branch or an offshoot, the living record of an old one. */
  readonly family: ReadonlySet<string>;
  /** Owners that have nothing to do with each other. */
  readonly familyCount: number;
  /** As `family`, of companies with a domain of the same first part. */
  readonly labelFamily: ReadonlySet<string>;
  /** The first part of the tenant's domain may name somebody. */
  readonly isLabelTelling: boolean;
};

export function ownersOf({ domains, labelKey }: TenantProfile, index: CompanyIndex): DomainOwners {
  const isLabelTelling = isTelling(labelKey);
  const owners = domains.length === 1 ? index.withDomain(domains[0]?.domain ?? '') : [...new Set(domains.flatMap(({ domain }) => index.withDomain(domain)))];
  const alike = isLabelTelling ? index.withLabel(labelKey) : [];
  return {
    owners: owners.length === 0 ? nobody : new Set(owners),
    family: owners.length === 0 || owners.length > mostInFamily ? noFamily : new Set(owners.flatMap(lendsTo)),
    familyCount: owners.length < 2 ? owners.length : new Set(owners.map((owner) => rootOf(owner, index))).size,
    labelFamily: alike.length === 0 ? noFamily : new Set(alike.flatMap(lendsTo)),
    isLabelTelling,
  };
}

const nobody: ReadonlySet<CompanyProfile> = new Set();
const noFamily: ReadonlySet<string> = new Set();
const mostInFamily = 12;

/** Not to a namesake: of two living records of one name, the one that has the domain is meant. A branch's name ends in '*' here. */
function lendsTo(owner: CompanyProfile): readonly string[] {
  // "Greenville (Village)" is not a branch of "Greenville".
  const ownKeys = owner.name.hasBracket ? [owner.name.key, owner.name.headKey] : [owner.name.key];
  const keys = owner.isDead ? familyKeys(owner) : familyKeys(owner).filter((key) => !ownKeys.includes(key));
  return [...keys, `${owner.name.headKey}*`];
}

function borrows({ domains, name }: CompanyProfile, family: ReadonlySet<string>): boolean {
  return family.size > 0 && domains.length === 0 && (family.has(name.key) || (name.key !== name.headKey && family.has(`${name.headKey}*`)));
}

/** "city", "shop": such a first part names nobody. */
function isTelling(labelKey: string): boolean {
  return labelKey.length > 2 && !commonWords.has(labelKey);
}

/** The shortest name that it may be an offshoot of and that some company bears. */
function rootOf(owner: CompanyProfile, index: CompanyIndex): string {
  return familyKeys(owner).findLast((key) => index.withHeadKey(key).length > 0) ?? owner.name.headKey;
}

export function compareDomains(tenant: TenantProfile, company: CompanyProfile, { owners, family, familyCount, labelFamily, isLabelTelling }: DomainOwners): DomainComparison {
  const hasIt = owners.has(company);
  const isLent = !hasIt && borrows(company, family);
  const domain = hasIt || isLent ? (familyCount === 1 ? 'own' : 'shared') : tenant.domain.domain && company.domains.length > 0 ? 'different' : 'unknown';
  return { domain, companyCount: familyCount, isLent, label: isLabelTelling ? labelFit(tenant, company, labelFamily) : 'no', isNameLabel: isNameLabel(tenant, company) };
}

function isNameLabel({ name, nameLabel }: TenantProfile, { name: { headKey, acronyms }, domainLabels }: CompanyProfile): boolean {
  const key = name.headKey;
  if (key.length < 3) return false;
  return domainLabels.some((label) => (label === key || label === nameLabel) && !headKey.startsWith(label) && !acronyms.includes(label));
}

function labelFit({ labelKey, isLabelFromName }: TenantProfile, company: CompanyProfile, labelFamily: ReadonlySet<string>): DomainComparison['label'] {
  const { name, domainLabels, identifierKey } = company;
  const isDomainLabel = domainLabels.includes(labelKey) || borrows(company, labelFamily);
  if (isLabelFromName) return isDomainLabel ? 'repeats-name' : 'no';
  if (isDomainLabel) return 'domain';
  if (labelKey === name.headKey || labelKey === name.key || labelKey === name.rawKey || labelKey === name.wholeKey || labelKey === name.spelledKey) return 'name';
  if (name.acronyms.includes(labelKey)) return 'acronym';
  if (labelKey === identifierKey && !name.headKey.startsWith(identifierKey) && !name.words.includes(identifierKey)) return 'identifier';
  return beginsAlike(name.headKey, labelKey) || domainLabels.some((label) => beginsAlike(label, labelKey)) ? 'begins' : 'no';
}

function beginsAlike(key: string, labelKey: string): boolean {
  let at = 0;
  while (at < key.length && at < labelKey.length && key.charCodeAt(at) === labelKey.charCodeAt(at)) at += 1;
  return at >= Math.max(leastBeginning, 0.7 * labelKey.length);
}
