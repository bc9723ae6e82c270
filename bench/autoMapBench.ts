import { parseArgs } from 'node:util';
import { accountOne, accountTwo, aCaller, openTestOrganization, psaOne, psaTwo, type TestOrganization } from '../test/support/testOrganization.js';
import { loopHold } from './loopHold.js';
import { madeUpLists } from './madeUpLists.js';
import type { Report } from './report.js';

const seed = 20260301;
const holdGoal = { atMost: 50 };

/** Auto-map as a server runs it, over the embedded store, and how long everybody else has to wait meanwhile. */
export async function run(report: Report, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { tenants: { type: 'string', default: '10000' }, companies: { type: 'string', default: '50000' } } });
  const size = { tenants: Number(values.tenants), companies: Number(values.companies) };
  const { accountTenants, companies } = madeUpLists(size, seed);
  const organization = await openTestOrganization(
    accountTenants.map((tenant) => ({ ...tenant, partnerAccountId: tenant.partnerAccountId === 'main' ? accountOne : accountTwo })),
    companies.map((company) => ({ ...company, psaConnectionId: company.psaConnectionId === 'connectWise' ? psaOne : psaTwo })),
  );
  try {
    await measure(report, organization, `${size.tenants} tenants, ${size.companies} companies, seed ${seed}`);
  } finally {
    await organization.close();
  }
}

async function measure(report: Report, organization: TestOrganization, note: string): Promise<void> {
  const hold = async <Result>(name: string, work: () => Promise<Result>, goal?: typeof holdGoal): Promise<Result> => {
    const { result, elapsedMs, longestHoldMs } = await loopHold(work);
    report.add({ name, value: elapsedMs, unit: 'ms', note });
    report.add({ name: `${name}: event loop held`, value: longestHoldMs, unit: 'ms', note, ...(goal ? { goal } : {}) });
    return result;
  };
  const autoMap = async (signal?: AbortSignal) => {
    let suggestions = 0;
    await organization.services.suggestMappings(aCaller(), {}, { signal, onSuggestions: (batch) => void (suggestions += JSON.stringify(batch).length) });
    return suggestions;
  };

  await hold('nothing to do, as a control', () => new Promise((resolve) => setTimeout(resolve, 3000)));
  await hold('lists read from the store', () => organization.services.listTenants(aCaller()));
  await hold('first auto-map, every company sent', () => autoMap(), holdGoal);
  await hold('auto-map again', () => autoMap(), holdGoal);
  await organization.services.syncSources({ orgId: aCaller().orgId });
  await hold('lists read after a sync', () => organization.services.listTenants(aCaller()));
  await hold('auto-map after a sync, every company compared', () => autoMap(), holdGoal);

  const abort = new AbortController();
  const running = autoMap(abort.signal).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const { elapsedMs } = await loopHold(() => (abort.abort(), running));
  report.add({ name: 'abort, until the run has ended', value: elapsedMs, unit: 'ms', note, goal: { atMost: 30 } });
}
