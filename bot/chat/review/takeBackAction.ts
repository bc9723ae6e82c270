import { z } from 'zod';
import type { DraftDecision } from '../../../services/domain/draft.js';
import type { TenantId } from '../../../services/domain/ids.js';
import type { ActionEffect, DraftRowView } from '../../../services/index.js';
import type { ActionReply, CardAction, ChatTools, Turn } from '../chatTools.js';
import { pressOnce, readActionId, usersOf, type OneTimeButton } from '../oneTime/pressOnce.js';
import { decidedCard, overtakenCard, takenBackCard } from './decidedCards.js';
import { nameCase } from './nameCase.js';
import { reviewWords } from './reviewWords.js';
import { companyKey, tenantIdText } from './tenantCase.js';

const decided = { tenantId: tenantIdText, /** ISO 8601, UTC: tells the decision from a later one that says the same. */ at: z.string(), by: z.string(), reason: z.string() };
const takeBackTask = z.object({ kind: z.literal('take-back'), decision: z.discriminatedUnion('kind', [z.object({ kind: z.literal('ignored'), ...decided }), z.object({ kind: z.literal('rejected'), ...decided, ...companyKey.shape })]) });
type TakeBackTask = z.infer<typeof takeBackTask>;
export type TakenDecision = TakeBackTask['decision'];

/** Offers to take back an "Ignore" or a "Not this company". `actionId` where the button was promised before. */
export function offerTakeBack({ services }: ChatTools, turn: Turn, decision: TakenDecision, actionId?: string): Promise<string> {
  return services.offerAction(turn.caller, { role: 'mapper', userIds: usersOf(turn), task: { kind: 'take-back', decision } satisfies TakeBackTask, ...(actionId === undefined ? {} : { actionId }) });
}

/** Takes back what a card decided in the draft, and nothing that was decided later. */
export function takeBackAction(tools: ChatTools): CardAction {
  return {
    verb: 'undo-decision',
    role: 'mapper',
    async run(turn, data) {
      const actionId = readActionId(turn, data);
      const overtaken = await drawIfOvertaken(tools, turn, actionId);
      if (overtaken) return overtaken;
      const keep = async ({ decision }: TakeBackTask, undoId: string, problem: string): Promise<ActionReply> => ({ kind: 'card', isResult: true, card: decidedCard(turn.language, { ...decision, ...(await nameCase(tools, turn, decision)), undoId, review: null, problem }) });
      const button: OneTimeButton<TakeBackTask, null, 'taken-back'> = {
        task: takeBackTask,
        choice: z.null(),
        run: (by, { decision }) => takeBack(tools, by, decision),
        async tell({ task: { decision }, by, at }) {
          return { kind: 'card', isResult: true, card: takenBackCard(turn.language, { ...decision, ...(await nameCase(tools, turn, decision)), undoneBy: by, undoneAt: at }) };
        },
        reopen: (task, why) => keep(task, actionId, why),
        renew: async (task, why) => keep(task, await offerTakeBack(tools, turn, task.decision), why),
      };
      return pressOnce(tools, turn, { actionId, choice: null }, button);
    },
  };
}

/**
 * Somebody took it back in the tab, or decided anew: then nobody's press here may claim to have done it. The draft is read before the
 * action, since whoever presses claims first and writes then: gone and unclaimed is gone by another way.
 */
async function drawIfOvertaken(tools: ChatTools, turn: Turn, actionId: string): Promise<ActionReply | undefined> {
  const offered = await tools.services.readAction(turn.caller, actionId);
  const decision = offered && takeBackTask.safeParse(offered.task).data?.decision;
  if (!decision || offered.claim || holds(await readRow(tools, turn, decision.tenantId), decision)) return undefined;
  if ((await tools.services.readAction(turn.caller, actionId))?.claim) return undefined;
  const { row, company } = await nameCase(tools, turn, decision);
  return { kind: 'card', isResult: true, card: overtakenCard(turn.language, { row, company }) };
}

/** The same whether this press or another delivery of it wrote: afterwards the decision is there no more. */
async function takeBack(tools: ChatTools, turn: Turn, decision: TakenDecision): Promise<ActionEffect<'taken-back'>> {
  const row = await readRow(tools, turn, decision.tenantId);
  if (!row || !holds(row, decision)) return { kind: 'done', result: 'taken-back' };
  const { tenantId, version: baseVersion } = row;
  const wish: DraftDecision = decision.kind === 'ignored' ? { kind: 'stop-ignoring', tenantId, baseVersion } : { kind: 'allow', tenantId, baseVersion, psaConnectionId: decision.psaConnectionId, companyId: decision.companyId };
  const { rows, conflicts: [conflict] } = await tools.services.decideDraft(turn.caller, { since: 0, decisions: [wish] });
  if (!holds(rows.find((each) => each.tenantId === tenantId), decision)) return { kind: 'done', result: 'taken-back' };
  const words = reviewWords[turn.language];
  return { kind: 'open', why: conflict?.decidedBy ? words.decidedMeanwhile(conflict.decidedBy.name) : words.takenBackMeanwhile };
}

async function readRow({ services }: ChatTools, { caller }: Turn, tenantId: TenantId): Promise<DraftRowView | undefined> {
  return (await services.listDraft(caller, { since: 0 })).rows.find((row) => row.tenantId === tenantId);
}

function holds(row: DraftRowView | undefined, decision: TakenDecision): boolean {
  if (!row) return false;
  if (decision.kind === 'ignored') return row.ignored?.decidedAt === decision.at;
  return row.rejected.some(({ psaConnectionId, companyId, decidedAt }) => psaConnectionId === decision.psaConnectionId && companyId === decision.companyId && decidedAt === decision.at);
}
