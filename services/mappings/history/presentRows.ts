import type { CompanyId, PsaConnectionId, TenantId } from '../../domain/ids.js';
import type { CompanyLink, MappingOrigin, UnitKey } from '../../domain/mapping.js';
import type { Person } from '../../domain/organization.js';
import { companyNameOf } from '../listTenants.js';
import { psaNamesOf } from '../companyView.js';
import type { MappingState } from '../readMappingState.js';

/** A company as it is or was linked. The name is today's, or that of then where the PSA no longer lists it. */
export type LinkView = { companyId: CompanyId; companyName: string; origin: MappingOrigin; decidedBy: Person; decidedAt: string };
/** What becomes or became of one unit. */
export type ChangedRow = { tenantId: TenantId; tenantName: string; psaConnectionId: PsaConnectionId; psaName: string; before: LinkView[]; after: LinkView[] };

export type Change = UnitKey & { readonly before: readonly CompanyLink[]; readonly after: readonly CompanyLink[] };

/** Ids into names, as people know them today. */
export function changePresenter({ sources, lists }: Pick<MappingState, 'sources' | 'lists'>): (change: Change) => ChangedRow {
  const psaNames = psaNamesOf(sources.psaConnections);
  return ({ tenantId, psaConnectionId, before, after }) => {
    const toView = ({ companyId, companyNameThen, origin, decidedBy, decidedAt }: CompanyLink): LinkView => ({ companyId, companyName: companyNameOf(lists, psaConnectionId, { companyId, companyNameThen }), origin, decidedBy, decidedAt });
    const tenantName = lists.findTenant(tenantId)?.name ?? (after[0] ?? before[0])?.tenantNameThen ?? tenantId;
    return { tenantId, tenantName, psaConnectionId, psaName: psaNames(psaConnectionId), before: before.map(toView), after: after.map(toView) };
  };
}
