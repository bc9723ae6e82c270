import { parseArgs } from 'node:util';
import { createMatcher } from '../services/matching/createMatcher.js';
import { nothingKnown } from '../services/matching/known.js';
import { matchTenants } from '../services/matching/matchTenants.js';
import { coldRun } from './coldRun.js';
import { comparePairs } from './comparePairs.js';
import { madeUpLists, type Size } from './madeUpLists.js';
import { readFolder, type MatchLists } from './readFolder.js';
import type { Report } from './report.js';

const seed = 20260301;
const medium: Size = { tenants: 2000, companies: 6000 };
const large: Size = { tenants: 10_000, companies: 50_000 };
const curve: readonly Size[] = [{ tenants: 300, companies: 800 }, { tenants: 1000, companies: 2800 }, medium, { tenants: 5000, companies: 18_000 }, large];
const rounds = 3;
const sampledTenants = 18;
const changes = 15;

/** How fast and how lean matching is, on one thread. `--dir FOLDER`: on its tenants.json and companies.json instead of made-up lists. */
export async function run(report: Report, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { dir: { type: 'string' } } });
  const lists = values.dir === undefined ? madeUpLists(large, seed) : readFolder(values.dir);
  const isLarge = lists.companies.length >= large.companies;
  await againstEveryPair(report, lists, isLarge);
  await rematch(report, lists);
  if (values.dir !== undefined) return;
  await drawCurve(report);
}

const noteOf = ({ tenants, companies }: MatchLists) => `${tenants.length} tenants x ${companies.length} companies`;

async function againstEveryPair(report: Report, lists: MatchLists, isLarge: boolean): Promise<void> {
  const note = noteOf(lists);
  const isMedium = lists.tenants.length === medium.tenants && lists.companies.length === medium.companies;
  const goal = <Goal>(wanted: Goal) => (isLarge ? { goal: wanted } : {});
  const cold = await coldRun(lists);
  report.add({ name: 'cold, index build included', value: cold.elapsedMs, unit: 'ms', note, ...goal({ atMost: 2000 }) });
  report.add({ name: 'cold, processor time', value: cold.cpuMs, unit: 'ms', note });
  report.add({ name: 'memory, growth to its peak', value: cold.growthMb, unit: 'MB', note, ...goal({ atMost: 300 }) });
  report.add({ name: 'memory, peak of the process', value: cold.peakMb, unit: 'MB', note });

  // In turns, so that what else the machine does falls on both.
  const pairs: number[] = [];
  const warmMs = await medianOf(rounds, async () => {
    pairs.push(comparePairs(lists, { sample: sampledTenants / rounds, seed: seed + pairs.length }));
    return timed(() => matchTenants(lists.tenants, lists.companies, nothingKnown));
  });
  const wholeMs = pairs.reduce((sum, ms) => sum + ms, 0) / pairs.length;
  report.add({ name: 'warm, index build included', value: warmMs, unit: 'ms', note, ...(isMedium ? { goal: { atMost: 250 } } : {}) });
  report.add({ name: 'fuzzball extract over every pair', value: wholeMs / 1000, unit: 's', note: `extrapolated from ${pairs.length * (sampledTenants / rounds)} tenants x ${lists.companies.length} companies, seed ${seed}` });
  report.add({ name: 'faster than every pair, warm', value: wholeMs / warmMs, unit: 'x', note, ...goal({ atLeast: 400 }) });
  report.add({ name: 'faster than every pair, cold', value: wholeMs / cold.elapsedMs, unit: 'x', note, ...goal({ atLeast: 400 }) });
}

/** With the index kept: what one person's change costs. */
async function rematch(report: Report, { tenants, companies }: MatchLists): Promise<void> {
  const note = `median of ${changes}, ${noteOf({ tenants, companies })}`;
  const matcher = createMatcher(companies);
  await matcher.match(tenants, nothingKnown);
  let round = 0;
  const next = <Row>(rows: readonly Row[]): readonly Row[] => rows.slice(((round += 1) * 97) % rows.length).slice(0, 1);
  const matchOne = () => matcher.match(next(tenants).map((tenant) => ({ ...tenant, name: `${tenant.name} Annexe` })), nothingKnown);

  report.add({ name: 'again after one changed tenant', value: await medianOf(changes, () => timed(matchOne)), unit: 'ms', note, goal: { atMost: 20 } });
  const changeCompany = async () => {
    matcher.updateCompanies({ changed: next(companies).map((company) => ({ ...company, name: `${company.name} Annexe ${round}`, website: `annexe${round}.example` })) });
    await matchOne();
  };
  report.add({ name: 'again after one changed company', value: await medianOf(changes, () => timed(changeCompany)), unit: 'ms', note, goal: { atMost: 20 } });
  const removeCompany = async () => {
    matcher.updateCompanies({ removed: next(companies) });
    await matchOne();
  };
  report.add({ name: 'again after one removed company', value: await medianOf(changes, () => timed(removeCompany)), unit: 'ms', note, goal: { atMost: 20 } });
}

/** n is the number of tenants and companies together. */
async function drawCurve(report: Report): Promise<void> {
  const costs: number[] = [];
  for (const size of curve) {
    const lists = madeUpLists(size, seed);
    const n = lists.tenants.length + lists.companies.length;
    const elapsedMs = await medianOf(5, () => timed(() => matchTenants(lists.tenants, lists.companies, nothingKnown)));
    costs.push((elapsedMs * 1e6) / (n * Math.log2(n)));
    report.add({ name: `curve: n = ${n}`, value: elapsedMs, unit: 'ms', note: `warm, ${noteOf(lists)}`, ...(size === medium ? { goal: { atMost: 250 } } : {}) });
    report.add({ name: `curve: n = ${n}, per n log n`, value: costs.at(-1) ?? NaN, unit: 'ns', note: noteOf(lists) });
  }
  const [first = NaN] = costs;
  report.add({ name: 'curve: cost per n log n, largest to smallest', value: (costs.at(-1) ?? NaN) / first, unit: 'x', goal: { atMost: 1.1 } });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** After one that does not count. */
async function medianOf(times: number, measure: () => Promise<number>): Promise<number> {
  await measure();
  const values: number[] = [];
  for (let time = 0; time < times; time += 1) values.push(await measure());
  return values.sort((left, right) => left - right)[Math.floor(times / 2)] ?? NaN;
}
