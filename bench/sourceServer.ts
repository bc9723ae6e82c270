import { startEntra } from '../simulators/entra/startEntra.js';
import { startPartnerCenter } from '../simulators/partnerCenter/startPartnerCenter.js';
import { makeMsp } from '../simulators/seed/makeMsp.js';
import { startConnectWise, type ConnectWiseCredentials } from '../simulators/connectWise/startConnectWise.js';

export type BenchApp = { readonly tenantId: string; readonly clientId: string; readonly clientSecret: string };
/** What the parent process sends first; it gets back the addresses and how many rows a pull must list. */
export type CompaniesOrder = { readonly kind: 'connectWise'; readonly count: number; readonly seed: number; readonly latencyMs: number; readonly member: ConnectWiseCredentials };
export type TenantsOrder = { readonly kind: 'partnerCenter'; readonly count: number; readonly seed: number; readonly latencyMs: number; readonly app: BenchApp };
export type SourceReady = { readonly url: string; readonly entraUrl: string; readonly listed: number };

process.once('message', (order: CompaniesOrder | TenantsOrder) => void serve(order));
// The parent is gone: nothing here may outlive it.
process.once('disconnect', () => process.exit(0));

async function serve(order: CompaniesOrder | TenantsOrder): Promise<void> {
  process.send?.((await (order.kind === 'connectWise' ? serveCompanies(order) : serveTenants(order))) satisfies SourceReady);
}

/** Both PSAs' companies of one made-up MSP, in one. */
async function serveCompanies({ count, seed, latencyMs, member }: CompaniesOrder): Promise<SourceReady> {
  const { connectWise = [], haloPsa = [] } = makeMsp({ seed, tenants: 100, companies: count });
  const companies = [...connectWise, ...haloPsa].slice(0, count).map((company, index) => ({ ...company, id: index + 1, emailDomains: company.emailDomains.length > 0 ? company.emailDomains : [`customer-${index}.example`] }));
  const { url } = await startConnectWise({ company: member, companies, latencyMs });
  return { url, entraUrl: '', listed: companies.filter(({ isDeleted }) => !isDeleted).length };
}

/** All accounts' tenants of one made-up MSP, as those of one account. */
async function serveTenants({ count, seed, latencyMs, app }: TenantsOrder): Promise<SourceReady> {
  const { partnerAccounts } = makeMsp({ seed, tenants: count, companies: 100 });
  const tenants = [...new Map(partnerAccounts.flatMap((account) => account.tenants).map((tenant) => [tenant.tenantId, tenant])).values()];
  const entra = await startEntra({ apps: [app] });
  const { url } = await startPartnerCenter({ entra, accounts: [{ id: 'main', name: 'Main', tenantId: app.tenantId, tenants }], latencyMs });
  return { url, entraUrl: entra.url, listed: tenants.length };
}
