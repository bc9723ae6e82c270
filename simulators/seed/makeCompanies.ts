import { nameInPsa } from './messyNames.js';
import type { MspCompany } from './msp.js';
import { slug, type Organization } from './organizations.js';
import type { SeededRandom } from './seededRandom.js';
import { junkWebsites, towns } from './wordLists.js';

/** A company before it is put into a PSA, which gives it an id. */
export type CompanyDraft = Omit<MspCompany, 'id'>;

export function makeCompany(organization: Organization, random: SeededRandom): CompanyDraft {
  return {
    name: nameInPsa(organization, random),
    identifier: random.chance(0.7) ? slug(organization.name).slice(0, 25) : '',
    website: website(organization, random),
    emailDomains: emailDomains(organization, random),
    city: random.chance(0.8) ? organization.town : '',
    phone: random.chance(0.6) ? `+44 1632 960${String(random.below(1000)).padStart(3, '0')}` : '',
    status: 'Active',
    isInactive: false,
    isDeleted: false,
    tenantIds: [],
  };
}

/** The old record of a company that was entered anew. */
export function makeOldTwin(company: CompanyDraft, random: SeededRandom): CompanyDraft {
  const name = random.pick([`${company.name} (OLD)`, `${company.name} - DO NOT USE`, `zz ${company.name}`, company.name]);
  return { ...company, name, identifier: '', emailDomains: [], tenantIds: [], status: 'Inactive', isInactive: true };
}

/** Entered twice by mistake; both are in use. */
export function makeDuplicate(company: CompanyDraft): CompanyDraft {
  return { ...company, name: company.name.replace(/,? (Ltd\.?|Limited|Inc\.?)$/i, ''), identifier: '', website: '', emailDomains: [], phone: '', tenantIds: [] };
}

/** A branch with its own record, or another firm of the same name elsewhere. */
export function makeNamesake(organization: Organization, isBranch: boolean, random: SeededRandom): CompanyDraft {
  const town = random.pick(['Oldmere', ...towns.filter((other) => other !== organization.town)]);
  const name = isBranch ? `${organization.name} - ${town}` : organization.name;
  return { ...makeCompany({ ...organization, town }, random), name, identifier: '', city: town, website: '', emailDomains: [] };
}

/** A company without a tenant: customers of other services, prospects, ended ones. */
export function makeOtherCompany(organization: Organization, random: SeededRandom): CompanyDraft {
  const company = makeCompany(organization, random);
  const dice = random.next();
  if (dice < 0.14) return { ...company, status: 'Prospect' };
  if (dice < 0.22) return { ...company, status: 'Inactive', isInactive: true };
  return dice < 0.26 ? { ...company, isDeleted: true } : company;
}

/** Four of ten have none. */
function website({ domain }: Organization, random: SeededRandom): string {
  const dice = random.next();
  if (dice < 0.4) return '';
  if (dice < 0.45) return random.pick(junkWebsites);
  return random.pick([`https://www.${domain}/`, `www.${domain}`, domain, `http://${domain}/contact`, `HTTPS://WWW.${domain.toUpperCase()}`]);
}

function emailDomains({ domain }: Organization, random: SeededRandom): string[] {
  const own = random.chance(0.5) ? [domain] : [];
  return random.chance(0.12) ? [...own, random.pick(['gmail.com', 'outlook.com', 'icloud.com'])] : own;
}
