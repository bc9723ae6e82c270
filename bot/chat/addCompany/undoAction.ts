import { z } from 'zod';
import type { ChangeSetId, CompanyId, PsaConnectionId, TenantId } from '../../../services/domain/ids.js';
import { undoneCard } from '../cards/resultCards.js';
import type { CardAction, ChatTools, Turn } from '../chatTools.js';
import { undoConflictSentence } from '../language/saveWords.js';
import { pressOnce, readActionId, usersOf, type OneTimeButton } from '../oneTime/pressOnce.js';
import { drawLink, nameLink, type LinkKey } from './linkResult.js';

const id = <Id>() => z.string().min(1).max(200).transform((text) => text as Id);
const undoTask = z.object({ kind: z.literal('undo'), changeSetId: id<ChangeSetId>(), tenantId: id<TenantId>(), psaConnectionId: id<PsaConnectionId>(), companyId: id<CompanyId>() });
type UndoTask = z.infer<typeof undoTask>;
type Undone = { readonly at: string };

/** Offers to take back what a save did. `actionId` where the button was promised before. */
export function offerUndo({ services }: ChatTools, turn: Turn, task: LinkKey & { readonly changeSetId: ChangeSetId }, actionId?: string): Promise<string> {
  const { changeSetId, tenantId, psaConnectionId, companyId } = task;
  return services.offerAction(turn.caller, { role: 'mapper', userIds: usersOf(turn), task: { kind: 'undo', changeSetId, tenantId, psaConnectionId, companyId } satisfies UndoTask, ...(actionId === undefined ? {} : { actionId }) });
}

/** Takes back what a card saved. Where it can't be taken back, the card stays and says why. */
export function undoAction(tools: ChatTools): CardAction {
  return {
    verb: 'undo',
    role: 'mapper',
    run(turn, data) {
      const actionId = readActionId(turn, data);
      const keep = async (task: UndoTask, undoId: string, problem: string) => ({ kind: 'card', isResult: true, card: await drawLink(tools, turn, { ...task, saved: { at: null, undoId }, problem }) }) as const;
      const button: OneTimeButton<UndoTask, null, Undone> = {
        task: undoTask,
        choice: z.null(),
        async run({ caller, language }, { changeSetId }) {
          const result = await tools.services.undoChangeSet(caller, changeSetId);
          return result.kind === 'undone' ? { kind: 'done', result: { at: result.summary.at } } : { kind: 'open', why: undoConflictSentence(language, result.conflicts) };
        },
        async tell({ task, result, by }) {
          return { kind: 'card', isResult: true, card: undoneCard(turn.language, await nameLink(tools, turn.caller, task), { undoneBy: by, undoneAt: result.at }) };
        },
        reopen: (task, why) => keep(task, actionId, why),
        renew: async (task, why) => keep(task, await offerUndo(tools, turn, task), why),
      };
      return pressOnce(tools, turn, { actionId, choice: null }, button);
    },
  };
}
