import type { TenantRow } from '../../../contracts/tenants.js';
import { texts } from './texts.js';

/** How an account stands to a tenant: "Reseller", "Reseller, GDAP", or "GDAP" where only a delegated admin relationship names it. */
export function relationshipText({ relationship, listedBy }: Pick<TenantRow['sources'][number], 'relationship' | 'listedBy'>): string {
  const isDelegated = listedBy.includes('gdap');
  if (isDelegated && !listedBy.includes('partner-center')) return texts.delegated;
  return isDelegated ? `${texts.relationships[relationship]}, ${texts.delegated}` : texts.relationships[relationship];
}
