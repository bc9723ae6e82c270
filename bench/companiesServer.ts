import { makeMsp } from '../simulators/seed/makeMsp.js';
import { startConnectWise, type ConnectWiseCredentials } from '../simulators/connectWise/startConnectWise.js';

/** What the parent process sends first; it gets back the address and how many companies a pull must list. */
export type CompaniesOrder = { readonly companies: number; readonly seed: number; readonly latencyMs: number; readonly member: ConnectWiseCredentials };
export type CompaniesReady = { readonly url: string; readonly listed: number };

process.once('message', ({ companies: count, seed, latencyMs, member }: CompaniesOrder) => void serve(count, seed, latencyMs, member));
// The parent is gone: nothing here may outlive it.
process.once('disconnect', () => process.exit(0));

/** Both PSAs' companies of one made-up MSP, in one. */
async function serve(count: number, seed: number, latencyMs: number, member: ConnectWiseCredentials): Promise<void> {
  const { connectWise = [], haloPsa = [] } = makeMsp({ seed, tenants: 100, companies: count });
  const companies = [...connectWise, ...haloPsa].slice(0, count).map((company, index) => ({ ...company, id: index + 1, emailDomains: company.emailDomains.length > 0 ? company.emailDomains : [`customer-${index}.example`] }));
  const { url } = await startConnectWise({ company: member, companies, latencyMs });
  process.send?.({ url, listed: companies.filter(({ isDeleted }) => !isDeleted).length } satisfies CompaniesReady);
}
