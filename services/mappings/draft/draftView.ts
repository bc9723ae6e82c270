import { isIgnored, isSettled, type Decided, type DraftNote, type Ignored, type TenantDraft } from '../../domain/draft.js';
import { groupBy } from '../../domain/groupBy.js';
import type { CompanyId, PsaConnectionId, TenantId } from '../../domain/ids.js';
import { companyPresenter, goneCompany, type CompanyView } from '../companyView.js';
import { companyNameOf } from '../listTenants.js';
import type { MappingState } from '../readMappingState.js';

/** What people decided of one tenant, as it counts now. */
export type DraftRowView = {
  tenantId: TenantId;
  /** Goes back as `baseVersion` with the next decision. */
  version: number;
  choice: (Decided & { kind: 'accept' | 'choose'; company: CompanyView; isIncluded: boolean; savesSeen: number }) | null;
  ignored: Ignored | null;
  rejected: (Decided & { psaConnectionId: PsaConnectionId; companyId: CompanyId; companyName: string })[];
  note: DraftNote | null;
};

/** A choice that a save has settled and an ignoring that has run out are shown as gone. `now`: ISO 8601, UTC. */
export function draftPresenter({ sources, lists, units }: MappingState, now: string): (row: TenantDraft) => DraftRowView {
  const unitsByTenant = groupBy(units, (unit) => unit.tenantId);
  const present = companyPresenter(sources.psaConnections, units);
  return (row) => {
    const { tenantId, version, choice, rejected } = row;
    const isOpen = choice !== null && !isSettled(choice, unitsByTenant.get(tenantId) ?? []);
    return {
      tenantId,
      version,
      choice: isOpen ? { ...decidedOf(choice), kind: choice.kind, company: present(lists.findCompany(choice) ?? goneCompany(choice, choice.companyNameThen)), isIncluded: choice.isIncluded, savesSeen: choice.savesSeen } : null,
      ignored: isIgnored(row, now) ? row.ignored : null,
      rejected: rejected.map((pair) => ({ ...decidedOf(pair), psaConnectionId: pair.psaConnectionId, companyId: pair.companyId, companyName: companyNameOf(lists, pair.psaConnectionId, pair) })),
      note: row.note ?? null,
    };
  };
}

function decidedOf({ decidedBy, decidedAt }: Decided): Decided {
  return { decidedBy, decidedAt };
}
