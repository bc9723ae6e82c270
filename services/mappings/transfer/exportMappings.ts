import { emptyDraft, isIgnored } from '../../domain/draft.js';
import { groupBy } from '../../domain/groupBy.js';
import type { CompanyId, PsaConnectionId, TenantId } from '../../domain/ids.js';
import type { Evidence } from '../../domain/match.js';
import type { CompanyLink, MappingOrigin, MappingUnit } from '../../domain/mapping.js';
import type { Caller } from '../../domain/organization.js';
import { psaNamesOf } from '../companyView.js';
import { companyNameOf } from '../listTenants.js';
import type { MappingPorts } from '../mappingPorts.js';
import { readMappingState } from '../readMappingState.js';

/** One tenant and one company it is linked to, or one tenant without any. What is not there is ''. */
export type ExportRow = {
  readonly tenantId: TenantId;
  readonly tenantName: string;
  readonly domain: string;
  readonly accounts: string;
  readonly state: 'linked' | 'not-linked' | 'ignored';
  readonly psaConnectionId: PsaConnectionId | '';
  readonly psaName: string;
  readonly companyId: CompanyId | '';
  readonly companyName: string;
  readonly how: MappingOrigin | '';
  /** 0-1, at the time of linking. */
  readonly score: number | null;
  /** Why it was linked. */
  readonly evidence: readonly Evidence[];
  /** What somebody said when ignoring it. */
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
};

/** Every tenant, linked or not, by name; then links of tenants that no account lists any more. Rows are made as they are asked for. */
export function exportMappings(ports: MappingPorts) {
  return async ({ orgId }: Pick<Caller, 'orgId'>): Promise<Iterable<ExportRow>> => {
    const [{ sources, lists, units }, draft] = await Promise.all([readMappingState(ports, orgId), ports.drafts.read(orgId)]);
    const now = ports.clock.now().toISOString();
    const psaNames = psaNamesOf(sources.psaConnections);
    const accountNames = new Map(sources.partnerAccounts.map((account) => [account.partnerAccountId, account.name]));
    const linked = groupBy(units.filter((unit) => unit.links.length > 0), (unit) => unit.tenantId);

    const linkRow = ({ tenantId, psaConnectionId }: MappingUnit, link: CompanyLink): ExportRow => {
      const tenant = lists.findTenant(tenantId);
      return {
        tenantId,
        tenantName: tenant?.name ?? link.tenantNameThen,
        domain: tenant?.domain ?? '',
        accounts: accountsOf(tenant?.sources ?? []),
        state: 'linked',
        psaConnectionId,
        psaName: psaNames(psaConnectionId),
        companyId: link.companyId,
        companyName: companyNameOf(lists, psaConnectionId, link),
        how: link.origin,
        score: link.score,
        evidence: link.evidence,
        reason: '',
        decidedBy: link.decidedBy.name,
        decidedAt: link.decidedAt,
      };
    };
    const accountsOf = (listedBy: (typeof lists.tenants)[number]['sources']) => listedBy.map(({ partnerAccountId }) => accountNames.get(partnerAccountId) ?? partnerAccountId).join(', ');
    const linkRows = (tenantId: TenantId) => (linked.get(tenantId) ?? []).flatMap((unit) => unit.links.map((link) => linkRow(unit, link)));

    function* rows(): Generator<ExportRow> {
      for (const { tenantId, name, domain, sources: listedBy } of lists.tenants) {
        const own = linkRows(tenantId);
        yield* own;
        if (own.length > 0) continue;
        const decided = draft.rows.get(tenantId) ?? emptyDraft(tenantId);
        const ignored = isIgnored(decided, now) ? decided.ignored : null;
        const none = { psaConnectionId: '', psaName: '', companyId: '', companyName: '', how: '', score: null, evidence: [] } as const;
        yield { tenantId, tenantName: name, domain, accounts: accountsOf(listedBy), state: ignored ? 'ignored' : 'not-linked', ...none, reason: ignored?.reason ?? '', decidedBy: ignored?.decidedBy.name ?? '', decidedAt: ignored?.decidedAt ?? '' };
      }
      for (const tenantId of linked.keys()) if (!lists.findTenant(tenantId)) yield* linkRows(tenantId);
    }
    return rows();
  };
}
