import { emptyDraft, type DraftDecision, type TenantDraft } from '../../domain/draft.js';
import { groupBy } from '../../domain/groupBy.js';
import type { TenantId } from '../../domain/ids.js';
import type { Caller, Person } from '../../domain/organization.js';
import type { DraftWrite } from '../../storage/ports.js';
import type { SourceLists } from '../../sync/sourceLists.js';
import { psaNamesOf } from '../companyView.js';
import type { MappingPorts } from '../mappingPorts.js';
import { applyDecision, isMergeable } from './applyDecision.js';
import { describeDecision, describeNote, describeRow } from './describeDraft.js';
import { listDraft, type DraftNews } from './listDraft.js';

/** A decision that was not taken, because somebody decided the tenant first; with both values. */
export type DraftConflict = { tenantId: TenantId; tenantName: string; wished: string; current: string; decidedBy: Person | null; decidedAt: string | null; sentence: string };
export type DraftRefusal = { tenantId: TenantId; sentence: string };
/** `news` since the version that the person had seen: their own decisions and everybody else's. */
export type DecideResult = DraftNews & { conflicts: DraftConflict[]; refused: DraftRefusal[] };
export type DecideRequest = { readonly since: number; readonly decisions: readonly DraftDecision[] };

/** Takes decisions into the draft. Each stands for itself: a conflict or a refusal of one does not keep out the others. */
export function decideDraft(ports: MappingPorts) {
  const { clock, connections, drafts, sourceLists, store } = ports;
  const list = listDraft(ports);
  return async (caller: Caller, { since, decisions }: DecideRequest): Promise<DecideResult> => {
    const { orgId, person } = caller;
    const [{ psaConnections }, lists, { rows }] = await Promise.all([connections.connectionsOf(orgId), sourceLists.read(orgId), drafts.read(orgId)]);
    const psaNames = psaNamesOf(psaConnections);
    const decidedAt = clock.now().toISOString();
    const refused: DraftRefusal[] = [];
    const lost: { decision: DraftDecision; row: TenantDraft }[] = [];
    const writes: (DraftWrite & { readonly last: DraftDecision })[] = [];
    for (const [tenantId, wishes] of groupBy(decisions, (decision) => decision.tenantId)) {
      const current = rows.get(tenantId) ?? emptyDraft(tenantId);
      let next = current;
      let last: DraftDecision | undefined;
      for (const decision of wishes) {
        const problem = findProblem(decision, lists, psaNames);
        if (problem !== undefined) {
          refused.push({ tenantId, sentence: problem });
          continue;
        }
        const applied = applyDecision(next, decision, { decidedBy: person, decidedAt, companyNameThen: companyNameIn(decision, lists) });
        if (applied === next) continue;
        if (decision.baseVersion !== current.version && !isMergeable(current, decision)) {
          lost.push({ decision, row: current });
          next = current;
          break;
        }
        next = applied;
        last = decision;
      }
      const { version: baseVersion, ...row } = next;
      if (last && next !== current) writes.push({ baseVersion, row, last });
    }
    const { conflicts: raced } = writes.length > 0 ? await store.drafts.write(orgId, writes) : { conflicts: [] };
    for (const row of raced) for (const { last } of writes.filter((write) => write.row.tenantId === row.tenantId)) lost.push({ decision: last, row });
    return { ...(await list(caller, { since })), conflicts: lost.map((each) => toConflict(each, lists)), refused };
  };
}

function toConflict({ decision, row }: { readonly decision: DraftDecision; readonly row: TenantDraft }, lists: SourceLists): DraftConflict {
  const { tenantId } = decision;
  const { text, decided } = decision.kind === 'note' ? describeNote(row) : describeRow(row);
  const tenantName = lists.findTenant(tenantId)?.name ?? tenantId;
  return {
    tenantId,
    tenantName,
    wished: describeDecision(decision, companyNameIn(decision, lists)),
    current: text,
    decidedBy: decided?.decidedBy ?? null,
    decidedAt: decided?.decidedAt ?? null,
    sentence: decided ? `${decided.decidedBy.name} decided ${tenantName} meanwhile.` : `The decision of ${tenantName} was taken back meanwhile.`,
  };
}

/** What is taken back may be of a tenant or a company that is listed no longer. */
function findProblem(decision: DraftDecision, lists: SourceLists, psaNames: ReturnType<typeof psaNamesOf>): string | undefined {
  if (decision.kind === 'withdraw' || decision.kind === 'stop-ignoring' || decision.kind === 'allow') return undefined;
  if (!lists.findTenant(decision.tenantId)) return `No connected Partner Center account lists the tenant ${decision.tenantId}.`;
  if (decision.kind === 'ignore' || decision.kind === 'note' || lists.findCompany(decision)) return undefined;
  return `${psaNames(decision.psaConnectionId)} has no company with the id ${decision.companyId}. Please choose the company again.`;
}

function companyNameIn(decision: DraftDecision, lists: SourceLists): string {
  return 'companyId' in decision ? (lists.findCompany(decision)?.name ?? decision.companyId) : '';
}
