import type { ActionRequest, ActionUse, Services } from '../../../services/index.js';
import type { Caller } from '../../../services/domain/organization.js';

/** What many bots do: a press is done when it comes, under a key of its own, and only an activity id that was seen before is passed over. */
export function naiveServices(real: Services): Partial<Services> {
  let saves = 0;
  return {
    async useAction<Result>(caller: Caller, { actionId, choice, run }: ActionRequest<Result>): Promise<ActionUse<Result>> {
      const stored = await real.readAction(caller, actionId);
      if (!stored) return { kind: 'unknown' };
      const effect = await run(caller, stored.task, choice);
      const claim = { claimId: '', person: caller.person, role: caller.role, at: '', choice };
      return effect.kind === 'done' ? { kind: 'done', result: effect.result, task: stored.task, claim, isFirst: true } : { kind: 'open', why: effect.why, task: stored.task };
    },
    saveMappings: async (caller, request, options) => {
      const [row] = request.rows;
      if (!row) return real.saveMappings(caller, request, options);
      const { units = [] } = (await real.listTenants(caller)).find(({ tenantId }) => tenantId === row.tenantId) ?? {};
      const baseVersion = units.find(({ psaConnectionId }) => psaConnectionId === row.psaConnectionId)?.version ?? 0;
      return real.saveMappings(caller, { ...request, idempotencyKey: `naive:${(saves += 1)}`, rows: [{ ...row, baseVersion }] }, options);
    },
  };
}
