import { z } from 'zod';
import type { ChangeSetId } from '../../../services/domain/ids.js';
import type { HistoryEntry } from '../../../services/index.js';
import type { ActionReply, CardAction, ChatTools, Command, Turn } from '../chatTools.js';
import { tabLink } from '../deepLink.js';
import { undoConflictSentence } from '../language/saveWords.js';
import { pressOnce, readActionId, usersOf, type OneTimeButton } from '../oneTime/pressOnce.js';
import { historyCard, nothingToUndoCard, saveUndoneCard, undoSaveCard } from './historyCards.js';

const shownEntries = 8;
/** Older saves are the tab's. */
const looksBack = 50;
const shownRows = 8;

const undoSaveTask = z.object({ kind: z.literal('undo-save'), changeSetId: z.string().transform((text) => text as ChangeSetId) });
type UndoSaveTask = z.infer<typeof undoSaveTask>;

export function historyCommand({ services, config }: ChatTools): Omit<Command, 'name'> {
  return {
    role: 'viewer',
    async run({ caller, language }) {
      const { entries } = await services.listHistory(caller, { limit: shownEntries });
      return historyCard(language, entries, tabLink(config.teamsAppId, 'history'));
    },
  };
}

/** "undo": the person's own latest save that is neither an undo nor undone. Asks first. */
export function undoCommand(tools: ChatTools): Omit<Command, 'name'> {
  return {
    role: 'mapper',
    async run(turn) {
      const { entries } = await tools.services.listHistory(turn.caller, { limit: looksBack });
      const undone = new Set(entries.map(({ undoes }) => undoes));
      const latest = entries.find(({ actor, undoes, changeSetId }: HistoryEntry) => actor.userId === turn.caller.person.userId && undoes === null && !undone.has(changeSetId));
      return latest ? drawUndoSave(tools, turn, latest.changeSetId, await offer(tools, turn, latest.changeSetId), '') : nothingToUndoCard(turn.language);
    },
  };
}

/** Takes a whole save back, or says which rows later saves touched. */
export function undoSaveAction(tools: ChatTools): CardAction {
  return {
    verb: 'undo-save',
    role: 'mapper',
    run(turn, data) {
      const actionId = readActionId(turn, data);
      const keep = async ({ changeSetId }: UndoSaveTask, id: string, why: string): Promise<ActionReply> => ({ kind: 'card', isResult: true, card: await drawUndoSave(tools, turn, changeSetId, id, why) });
      const button: OneTimeButton<UndoSaveTask, null, { readonly at: string }> = {
        task: undoSaveTask,
        choice: z.null(),
        async run({ caller, language }, { changeSetId }) {
          const result = await tools.services.undoChangeSet(caller, changeSetId);
          return result.kind === 'undone' ? { kind: 'done', result: { at: result.summary.at } } : { kind: 'open', why: undoConflictSentence(language, result.conflicts.slice(0, 3)) };
        },
        async tell({ task, result, by }) {
          const { entry } = await tools.services.getChangeSet(turn.caller, task.changeSetId, { offset: 0, limit: 1 });
          return { kind: 'card', isResult: true, card: saveUndoneCard(turn.language, entry, { by, at: result.at }) };
        },
        reopen: (task, why) => keep(task, actionId, why),
        renew: async (task, why) => keep(task, await offer(tools, turn, task.changeSetId), why),
      };
      return pressOnce(tools, turn, { actionId, choice: null }, button);
    },
  };
}

async function drawUndoSave({ services }: ChatTools, { caller, language }: Turn, changeSetId: ChangeSetId, actionId: string, problem: string) {
  return undoSaveCard(language, await services.getChangeSet(caller, changeSetId, { offset: 0, limit: shownRows }), actionId, problem);
}

function offer({ services }: ChatTools, turn: Turn, changeSetId: ChangeSetId): Promise<string> {
  return services.offerAction(turn.caller, { role: 'mapper', userIds: usersOf(turn), task: { kind: 'undo-save', changeSetId } satisfies UndoSaveTask });
}
