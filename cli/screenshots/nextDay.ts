import type { WorldChange } from '../../simulators/startSimulators.js';
import { makeMsp } from '../../simulators/seed/makeMsp.js';
import { seedGuid } from '../../simulators/seed/seedGuid.js';
import type { Msp, MspTenant } from '../../simulators/seed/msp.js';

const renamedCompanies = 3;
const slowMs = 8_000;

/** What happens to the demo's MSP over night: two new customers, renamed companies, sources that are slow and a PSA that is down. */
export function nextDay(): WorldChange {
  const msp = makeMsp();
  const { partnerAccounts, connectWise = [], truth } = msp;
  const linkedIds = new Set(Object.values(truth).flatMap((company) => (company?.psa === 'connectWise' ? [company.companyId] : [])));
  let renamed = 0;
  const companies = connectWise.map((company) => (linkedIds.has(String(company.id)) && !company.isInactive && (renamed += 1) <= renamedCompanies ? { ...company, name: `${company.name} Holding` } : company));
  const accounts = partnerAccounts.map((account, at) => (at === 0 ? { ...account, tenants: [...account.tenants, ...newTenants(msp, linkedIds)] } : account));
  return {
    msp: { ...msp, partnerAccounts: accounts, connectWise: companies },
    // All take as long, so that one notice tells of all of them.
    faults: [
      ...(['partnerCenter', 'partnerCenter', 'connectWise', 'haloPsa'] as const).map((simulator) => ({ simulator, fault: { kind: 'slow', delayMs: slowMs } as const, times: 1 })),
      { simulator: 'haloPsa', fault: { kind: 'status', status: 503 }, times: 20 },
    ],
  };
}

/** One that a company waits for, and one that nobody in the PSA resembles. */
function newTenants({ connectWise = [] }: Msp, linkedIds: ReadonlySet<string>): MspTenant[] {
  const waiting = connectWise.find(({ id, website, isInactive, isDeleted, tenantIds }) => !linkedIds.has(String(id)) && website !== '' && !isInactive && !isDeleted && tenantIds.length === 0);
  if (!waiting) throw new Error('The demo has no company without a tenant.');
  const domain = waiting.website.replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/\/.*$/, '');
  const tenant = (name: string, itsDomain: string): MspTenant => ({ tenantId: seedGuid(`new tenant/${name}`), name, domain: itsDomain, relationship: 'reseller' });
  return [tenant(waiting.name, domain), tenant('Quokka Lantern Works', 'quokkalantern.example')];
}
