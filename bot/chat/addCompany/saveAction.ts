import { z } from 'zod';
import type { CompanyId, PartnerAccountId, PsaConnectionId, TenantId } from '../../../services/domain/ids.js';
import { newActionId, type ActionEffect, type SaveRow } from '../../../services/index.js';
import type { ActionReply, ChatTools, Turn } from '../chatTools.js';
import { conflictSentence, problemSentence } from '../language/saveWords.js';
import { pressOnce, usersOf, type OneTimeButton } from '../oneTime/pressOnce.js';
import { addCompanyWords } from './addCompanyWords.js';
import { drawLink } from './linkResult.js';
import { offerUndo } from './undoAction.js';

const id = <Id>() => z.string().min(1).max(200).transform((text) => text as Id);
const undoId = z.string();
const saveTask = z.object({ kind: z.literal('save'), undoId });
type SaveTask = z.infer<typeof saveTask>;

/** What a press chose: one link, based on what the person saw. */
export const chosenRow = z.object({
  action: z.enum(['link', 'link-also']),
  tenantId: id<TenantId>(),
  psaConnectionId: id<PsaConnectionId>(),
  companyId: id<CompanyId>(),
  baseVersion: z.number().int().min(0),
  origin: z.literal('chat'),
  partnerAccountId: id<PartnerAccountId>().optional(),
}) satisfies z.ZodType<SaveRow>;
export type ChosenRow = z.infer<typeof chosenRow>;

/** `at` null: the link was there before. */
export type Saved = { readonly at: string | null };

/** The action behind the "Save" of a new card. */
export function offerSave({ services }: ChatTools, turn: Turn): Promise<string> {
  return services.offerAction(turn.caller, { role: 'mapper', userIds: usersOf(turn), task: { kind: 'save', undoId: newActionId() } satisfies SaveTask });
}

/** Saves the link, once per action: the action's id is the key of the save. The Undo button is offered before its card is drawn. */
export async function saveLink(tools: ChatTools, turn: Turn, { actionId, undoId, row }: { readonly actionId: string; readonly undoId: string; readonly row: ChosenRow }): Promise<ActionEffect<Saved>> {
  const result = await tools.services.saveMappings(turn.caller, { idempotencyKey: `chat:${actionId}`, rows: [row] });
  switch (result.kind) {
    case 'saved':
      await offerUndo(tools, turn, { ...row, changeSetId: result.summary.changeSetId }, undoId);
      return { kind: 'done', result: { at: result.summary.at } };
    case 'unchanged':
      return { kind: 'done', result: { at: null } };
    case 'conflict':
      return { kind: 'open', why: conflictSentence(turn.language, result.conflicts) };
    case 'refused':
      return { kind: 'open', why: problemSentence(turn.language, result.problems) };
  }
}

/** A press of "Save". `again` draws the card as the person left it, under that action, with a sentence. */
export function pressSave(tools: ChatTools, turn: Turn, { actionId, row }: { readonly actionId: string; readonly row: ChosenRow }, again: (actionId: string, problem: string) => Promise<ActionReply>): Promise<ActionReply> {
  const button: OneTimeButton<SaveTask, ChosenRow, Saved> = {
    task: saveTask,
    choice: chosenRow,
    run: (by, { undoId }, chosen) => saveLink(tools, by, { actionId, undoId, row: chosen }),
    async tell({ task, choice, result }) {
      const isOther = JSON.stringify(choice) !== JSON.stringify(chosenRow.parse(row));
      const saved = result.at === null ? null : { at: result.at, undoId: task.undoId };
      // That somebody's other choice did not count is for that person only.
      return { kind: 'card', isResult: !isOther, card: await drawLink(tools, turn, { ...choice, saved, problem: isOther ? addCompanyWords[turn.language].usedBefore : '' }) };
    },
    reopen: (_task, why) => again(actionId, why),
    renew: async (_task, why) => again(await offerSave(tools, turn), why),
  };
  return pressOnce(tools, turn, { actionId, choice: row }, button);
}
