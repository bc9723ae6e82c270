import { extract, ratio } from 'fuzzball';
import { seededRandom } from '../simulators/seed/seededRandom.js';
import type { MatchLists } from './readFolder.js';

/**
 * Milliseconds that it would take to compare the name of every tenant with that of every company by fuzzball's own `extract`
 * (ratio, texts as they are), from a sample of tenants.
 */
export function comparePairs({ tenants, companies }: MatchLists, { sample, seed }: { readonly sample: number; readonly seed: number }): number {
  const names = companies.map(({ name }) => name);
  const queries = seededRandom(seed).shuffle(tenants.slice(0, 1000)).slice(0, sample).map(({ name }) => name);
  const compare = (query: string) => extract(query, names, { scorer: ratio, full_process: false, limit: 5 });
  // Compiled code from the first one on.
  compare(queries[0] ?? '');
  const startedAt = performance.now();
  for (const query of queries) compare(query);
  return ((performance.now() - startedAt) / queries.length) * tenants.length;
}
