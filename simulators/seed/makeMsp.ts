import { demoOrganization } from './demoOrganization.js';
import { makeCompany, makeDuplicate, makeNamesake, makeOldTwin, makeOtherCompany, type CompanyDraft } from './makeCompanies.js';
import { makeGarbageTenant, makeSecondTenant, makeTenant } from './makeTenants.js';
import { connectWiseNameLength } from './messyNames.js';
import type { Msp, MspCompany, MspTenant } from './msp.js';
import { inventOrganizations, slug, type Organization } from './organizations.js';
import { seedGuid } from './seedGuid.js';
import { seededRandom, type SeededRandom } from './seededRandom.js';
import { hostileNames, hostileTenantNames, secondTrades } from './wordLists.js';

type PsaName = 'connectWise' | 'haloPsa';
/** A company on its way into a PSA, with the tenants that are truly its. */
type Entry = { readonly psa: PsaName; readonly company: CompanyDraft; readonly tenants: readonly MspTenant[] };

/** A made-up MSP as messy as real ones. The same seed gives the same one, in every run and Node version. */
export function makeMsp({ seed = 20260301, tenants = 300, companies = 800 }: { readonly seed?: number; readonly tenants?: number; readonly companies?: number } = {}): Msp {
  const random = seededRandom(seed);
  const tenantless = Math.floor(tenants * 0.2);
  const secondTenants = Math.floor(tenants * 0.04);
  const customers = tenants - tenantless - secondTenants;
  const organizations = inventOrganizations(customers + tenantless + companies, random);
  const tag = (at: number) => `${seed}/${at}`;

  const linked = organizations.slice(0, Math.min(customers, companies)).map((organization, at): Entry => {
    const second = at < secondTenants ? [makeSecondTenant(organization, tag(customers + tenantless + at), random)] : [];
    return { psa: random.chance(0.62) ? 'connectWise' : 'haloPsa', company: makeCompany(organization, random), tenants: [makeTenant(organization, tag(at), random), ...second] };
  });
  const entries = fillUp(storeTenantIds(linked), organizations, { companies, random });
  const unlinked = organizations.slice(customers, customers + tenantless).map((organization, at) => makeTenantless(organization, organizations, { at, tag: tag(customers + at), random }));
  const missing = organizations.slice(linked.length, customers).map((organization, at) => makeTenant(organization, tag(linked.length + at), random));
  return assemble(entries, [...unlinked, ...missing], random);
}

/** Some PSA records hold the tenant id already, as other tools leave it. */
function storeTenantIds(entries: readonly Entry[]): Entry[] {
  return entries.map((entry, at) => (at % 29 === 7 ? { ...entry, company: { ...entry.company, tenantIds: entry.tenants.slice(0, 1).map(({ tenantId }) => tenantId) } } : entry));
}

type Filling = { readonly companies: number; readonly random: SeededRandom };

/** Twins, branches and namesakes of the linked ones, then companies that no tenant belongs to. */
function fillUp(linked: readonly Entry[], organizations: readonly Organization[], { companies, random }: Filling): Entry[] {
  const extra = linked.flatMap(({ psa, company }, at): Entry[] => {
    const organization = organizations[at];
    const alone = (draft: CompanyDraft): Entry[] => [{ psa, company: draft, tenants: [] }];
    if (!organization) return [];
    if (at % 17 === 3) return alone(makeOldTwin(company, random));
    if (at % 31 === 11) return alone(makeDuplicate(company));
    if (at % 19 === 5) return alone(makeNamesake(organization, true, random));
    return at % 37 === 13 ? alone(makeNamesake(organization, false, random)) : [];
  });
  const hostile = hostileNames.map((name, at): Entry => {
    const [organization = { name, legalForm: ['Ltd'], domain: 'hostile.example', town: '' }] = organizations.slice(-1 - at);
    return { psa: at % 2 === 0 ? 'connectWise' : 'haloPsa', company: { ...makeCompany(organization, random), name, identifier: '' }, tenants: [] };
  });
  const known = [...linked, ...hostile, ...extra].slice(0, companies);
  const others = organizations.slice(-companies).slice(0, companies - known.length);
  return [...known, ...others.map((organization): Entry => ({ psa: random.chance(0.62) ? 'connectWise' : 'haloPsa', company: makeOtherCompany(organization, random), tenants: [] }))];
}

/** A tenant that no company belongs to: garbage, a name close to somebody else's, or a customer who is not in the PSA. */
function makeTenantless(organization: Organization, all: readonly Organization[], { at, tag, random }: { readonly at: number; readonly tag: string; readonly random: SeededRandom }): MspTenant {
  if (at % 7 === 0) return makeGarbageTenant(at / 7, tag, random);
  const hostile = at % 23 === 5 ? hostileTenantNames[Math.floor(at / 23) % hostileTenantNames.length] : undefined;
  const near = all[at * 3 + 1];
  const [first = ''] = (near?.name ?? '').replace(/^The /, '').split(' ');
  const name = `${first} ${secondTrades[at % secondTrades.length] ?? ''}`;
  const tenant = makeTenant(at % 4 === 1 ? { ...organization, name, domain: `${slug(name)}.example` } : organization, tag, random);
  return hostile ? { ...tenant, name: hostile } : tenant;
}

function assemble(entries: readonly Entry[], unlinked: readonly MspTenant[], random: SeededRandom): Msp {
  const ids = { connectWise: 250, haloPsa: 12 };
  const psas: Record<PsaName, MspCompany[]> = { connectWise: [], haloPsa: [] };
  const truth: Record<string, { psa: PsaName; companyId: string } | null> = {};
  const accounts: Record<'main' | 'acquired', MspTenant[]> = { main: [], acquired: [] };
  const rows: { tenant: MspTenant; psa: PsaName | null }[] = unlinked.map((tenant) => ({ tenant, psa: null }));

  for (const { psa, company, tenants } of random.shuffle(entries)) {
    ids[psa] += 1 + random.below(4);
    const name = psa === 'connectWise' ? company.name.slice(0, connectWiseNameLength) : company.name;
    psas[psa].push({ id: ids[psa], ...company, name });
    for (const tenant of tenants) {
      truth[tenant.tenantId] = { psa, companyId: String(ids[psa]) };
      rows.push({ tenant, psa });
    }
  }
  for (const { tenant, psa } of random.shuffle(rows)) {
    truth[tenant.tenantId] ??= null;
    const isMain = random.chance(psa === 'connectWise' ? 0.8 : psa === 'haloPsa' ? 0.25 : 0.6);
    accounts[isMain ? 'main' : 'acquired'].push(tenant);
    // Some customers granted both accounts a relationship.
    if (random.chance(1 / 30)) accounts[isMain ? 'acquired' : 'main'].push({ ...tenant, relationship: 'advisor' });
  }
  return {
    ...demoOrganization,
    partnerAccounts: [
      { id: 'main', name: 'Harbourlight main', tenantId: seedGuid('partner-account/main'), tenants: accounts.main },
      { id: 'acquired', name: 'Harbourlight North (acquired)', tenantId: seedGuid('partner-account/acquired'), tenants: accounts.acquired },
    ],
    connectWise: psas.connectWise,
    haloPsa: psas.haloPsa,
    truth,
  };
}
