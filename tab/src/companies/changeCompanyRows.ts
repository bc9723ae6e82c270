import type { MappingView, SaveRow } from '../../../contracts/mappings.js';

type Company = Pick<MappingView, 'psaConnectionId' | 'companyId'>;
type Link = Company & Pick<MappingView, 'tenantId' | 'version'>;

/**
 * Puts another company of the same PSA in the place of one link. `isOnlyLink`: the tenant is known to have no other
 * link; unless it is, the other links must stay, so the old company leaves and the new one comes beside the rest.
 * No rows: the same company, or one of another PSA.
 */
export function changeCompanyRows({ tenantId, psaConnectionId, companyId, version }: Link, chosen: Company, isOnlyLink: boolean): SaveRow[] {
  if (chosen.psaConnectionId !== psaConnectionId || chosen.companyId === companyId) return [];
  const row = { tenantId, psaConnectionId, baseVersion: version, origin: 'manual' } as const;
  if (isOnlyLink) return [{ ...row, action: 'link', companyId: chosen.companyId }];
  return [
    { ...row, action: 'unlink', companyId },
    { ...row, action: 'link-also', companyId: chosen.companyId },
  ];
}
