import type { ConnectedSources, ConnectionDirectory } from '../connections/connectionDirectory.js';
import { isIgnored, type DismissedDrift, type TenantDraft } from '../domain/draft.js';
import type { LinkDrift, LinkDriftKind, NewTenant } from '../domain/drift.js';
import type { PsaConnectionId } from '../domain/ids.js';
import { unitKeyText, type CompanyLink, type MappingUnit } from '../domain/mapping.js';
import type { Caller, Person } from '../domain/organization.js';
import type { Clock } from '../runtime/clock.js';
import type { Store } from '../storage/ports.js';
import { findDrift } from './findDrift.js';
import { psaNameOf } from './nameOfSource.js';
import type { SourceListReader } from './sourceLists.js';

/** One change, with its link as people see it. Names are today's; those of the time of linking where a source no longer lists them. */
export type LinkDriftView = LinkDrift & { tenantName: string; companyName: string; psaName: string; decidedBy: Person; decidedAt: string; /** Of the unit (tenant, PSA connection). */ version: number };
export type NewTenantView = Omit<NewTenant, 'partnerAccountIds'> & { partnerAccountNames: string[] };
/** A change that a person called fine. */
export type DismissedDriftView = LinkDriftView & { dismissedBy: Person; dismissedAt: string };
export type DriftKind = LinkDriftKind | 'new-tenant';
/** `counts` and `dismissedCount` are of everything; `links`, `newTenants` and `dismissed` hold the first `limit` each. `unjudged`: links of which one side can't be judged. */
export type DriftList = { links: LinkDriftView[]; newTenants: NewTenantView[]; counts: Record<DriftKind, number>; dismissed: DismissedDriftView[]; dismissedCount: number; unjudged: number };

type Ports = { readonly connections: ConnectionDirectory; readonly sourceLists: SourceListReader; readonly store: Store; readonly clock: Clock };

/** The gravest first. */
const order: readonly LinkDriftKind[] = ['company-deleted', 'relationship-lost', 'company-inactive', 'company-renamed', 'tenant-renamed'];

/** What changed at the sources since the links were saved, and which tenants are new: the gravest first, then by name; the newest tenant and the latest dismissal first. */
export function listDrift({ connections, sourceLists, store, clock }: Ports) {
  return async ({ orgId }: Pick<Caller, 'orgId'>, { limit }: { readonly limit: number }): Promise<DriftList> => {
    const [lists, sources, units, draft] = await Promise.all([sourceLists.read(orgId), connections.connectionsOf(orgId), store.mappings.listUnits(orgId), store.drafts.read(orgId, 0)]);
    const now = clock.now().toISOString();
    const ignored = new Set(draft.rows.filter((row) => isIgnored(row, now)).map(({ tenantId }) => tenantId));
    const drift = findDrift({
      lists,
      units,
      partnerAccountIds: sources.partnerAccounts.map(({ partnerAccountId }) => partnerAccountId),
      psaConnectionIds: sources.psaConnections.map(({ psaConnectionId }) => psaConnectionId),
      isIgnored: (tenantId) => ignored.has(tenantId),
    });
    const present = presenter(units, sources, {
      tenantName: (tenantId) => lists.findTenant(tenantId)?.name,
      companyName: (psaConnectionId, companyId) => lists.findCompany({ psaConnectionId, companyId })?.name,
    });
    const dismissalOf = dismissalFinder(draft.rows);
    const changes = drift.links.flatMap(present);
    const dismissed = changes
      .flatMap((change): DismissedDriftView[] => {
        const dismissal = dismissalOf(change);
        return dismissal ? [{ ...change, dismissedBy: dismissal.decidedBy, dismissedAt: dismissal.decidedAt }] : [];
      })
      .sort((a, b) => b.dismissedAt.localeCompare(a.dismissedAt) || a.tenantName.localeCompare(b.tenantName));
    const links = changes.filter((change) => !dismissalOf(change)).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.nameThen.localeCompare(b.nameThen) || a.tenantId.localeCompare(b.tenantId));
    const newTenants = drift.newTenants.toSorted((a, b) => b.firstListedAt.localeCompare(a.firstListedAt) || a.name.localeCompare(b.name));
    const countOf = (kind: LinkDriftKind) => links.filter((link) => link.kind === kind).length;
    return {
      links: links.slice(0, limit),
      newTenants: newTenants.slice(0, limit).map(({ partnerAccountIds, ...tenant }) => ({ ...tenant, partnerAccountNames: partnerAccountIds.map((id) => sources.partnerAccounts.find((account) => account.partnerAccountId === id)?.name ?? id) })),
      counts: { 'tenant-renamed': countOf('tenant-renamed'), 'company-renamed': countOf('company-renamed'), 'company-inactive': countOf('company-inactive'), 'company-deleted': countOf('company-deleted'), 'relationship-lost': countOf('relationship-lost'), 'new-tenant': newTenants.length },
      dismissed: dismissed.slice(0, limit),
      dismissedCount: dismissed.length,
      unjudged: drift.unjudged,
    };
  };
}

function dismissalFinder(rows: readonly TenantDraft[]): (change: LinkDriftView) => DismissedDrift | undefined {
  const byTenant = new Map(rows.flatMap(({ tenantId, dismissed }) => (dismissed ? [[tenantId, dismissed] as const] : [])));
  return (change) => byTenant.get(change.tenantId)?.find((dismissal) => isSameChange(dismissal, change));
}

type Change = Pick<LinkDrift, 'kind' | 'psaConnectionId' | 'companyId' | 'now'>;

/** Of one tenant. */
export function isSameChange(one: Change, other: Change): boolean {
  return one.kind === other.kind && one.psaConnectionId === other.psaConnectionId && one.companyId === other.companyId && one.now === other.now;
}

type NamesToday = { readonly tenantName: (tenantId: LinkDrift['tenantId']) => string | undefined; readonly companyName: (psaConnectionId: PsaConnectionId, companyId: CompanyLink['companyId']) => string | undefined };

function presenter(units: readonly MappingUnit[], sources: ConnectedSources, { tenantName, companyName }: NamesToday): (drift: LinkDrift) => LinkDriftView[] {
  const unitByKey = new Map(units.map((unit) => [unitKeyText(unit), unit]));
  return (drift) => {
    const unit = unitByKey.get(unitKeyText(drift));
    const link = unit?.links.find(({ companyId }) => companyId === drift.companyId);
    if (!unit || !link) return [];
    const { psaConnectionId, companyId, tenantId } = drift;
    return [
      {
        ...drift,
        tenantName: tenantName(tenantId) ?? link.tenantNameThen,
        companyName: companyName(psaConnectionId, companyId) ?? link.companyNameThen,
        psaName: psaNameOf(sources, psaConnectionId),
        decidedBy: link.decidedBy,
        decidedAt: link.decidedAt,
        version: unit.version,
      },
    ];
  };
}
