import type { DriftList } from '../../../contracts/drift.js';

/** How much there is to look at. A link that changed in two ways counts twice. */
export function driftCounts({ counts }: Pick<DriftList, 'counts'>): { readonly links: number; readonly newTenants: number } {
  const { 'new-tenant': newTenants, ...ofLinks } = counts;
  return { links: Object.values(ofLinks).reduce((sum, count) => sum + count, 0), newTenants };
}
