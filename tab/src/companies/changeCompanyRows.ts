import type { MappingView, SaveRow } from '../../../contracts/mappings.js';

type Company = Pick<MappingView, 'psaConnectionId' | 'companyId'>;

/**
 * Puts another company of the same PSA in the place of one link. Two rows rather than one `link`, which would also
 * drop companies that this page may not show (a search hides them) and be refused where another PSA is linked too.
 * No rows: the same company, or one of another PSA.
 */
export function changeCompanyRows({ tenantId, psaConnectionId, companyId, version }: MappingView, chosen: Company): SaveRow[] {
  if (chosen.psaConnectionId !== psaConnectionId || chosen.companyId === companyId) return [];
  const row = { tenantId, psaConnectionId, baseVersion: version, origin: 'manual' } as const;
  return [
    { ...row, action: 'unlink', companyId },
    { ...row, action: 'link-also', companyId: chosen.companyId },
  ];
}
