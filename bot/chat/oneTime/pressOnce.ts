import { z } from 'zod';
import type { Caller, Role } from '../../../services/domain/organization.js';
import type { ActionEffect, ActionUse } from '../../../services/index.js';
import { messageWords } from '../cards/messageWords.js';
import { requireRole } from '../chatTurns.js';
import type { ActionReply, ChatTools, Turn } from '../chatTools.js';
import { ChatRefusal } from '../language/chatRefusal.js';
import { oneTimeWords } from './oneTimeWords.js';

export const actionId = z.string().regex(/^[0-9a-f]{32}$/);

/** One kind of button that does something once. All but the id comes from the server's own record. */
export type OneTimeButton<Task, Choice, Result> = {
  readonly task: z.ZodType<Task>;
  readonly choice: z.ZodType<Choice>;
  /** See `ActionRequest`: one effect, the same answer, however often it is run for one action and choice. */
  readonly run: (turn: Turn, task: Task, choice: Choice) => Promise<ActionEffect<Result>>;
  readonly isReplaceable?: (choice: Choice) => boolean;
  /** The card that tells what the first press came to. */
  readonly tell: (use: { readonly task: Task; readonly choice: Choice; readonly result: Result; readonly by: string; /** When that press counted; ISO 8601, UTC. */ readonly at: string; readonly isFirst: boolean }) => Promise<ActionReply>;
  /** The card as it may be used again, with what is wrong. */
  readonly reopen: (task: Task, why: string) => Promise<ActionReply>;
  /** The card anew, under a new action. */
  readonly renew: (task: Task, why: string) => Promise<ActionReply>;
};

/** A press of a one-time button: the first counts, and every later one, of anybody, is shown its result. */
export async function pressOnce<Task, Choice, Result>({ services }: ChatTools, turn: Turn, press: { readonly actionId: string; readonly choice: Choice }, button: OneTimeButton<Task, Choice, Result>): Promise<ActionReply> {
  const { task, choice, run, isReplaceable = () => true, tell, reopen, renew } = button;
  const words = oneTimeWords[turn.language];
  const use: ActionUse<Result> = await services.useAction(turn.caller, {
    ...press,
    accepts: (storedTask) => task.safeParse(storedTask).success,
    run: async (caller: Caller, storedTask, storedChoice) => run({ ...turn, caller }, task.parse(storedTask), choice.parse(storedChoice)),
    isReplaceable: (storedChoice) => isReplaceable(choice.parse(storedChoice)),
  });
  switch (use.kind) {
    case 'unknown':
      throw new ChatRefusal('not-found', 'no such action', messageWords[turn.language].usedUpButton);
    case 'not-allowed':
      return refuse(turn, use.role);
    case 'not-yours':
      return { kind: 'notice', sentence: words.notYours };
    case 'expired':
      return renew(task.parse(use.task), words.expired);
    case 'open':
      return reopen(task.parse(use.task), use.why);
    case 'done':
      return tell({ task: task.parse(use.task), choice: choice.parse(use.claim.choice), result: use.result, by: use.claim.person.name, at: use.claim.at, isFirst: use.isFirst });
  }
}

function refuse(turn: Turn, role: Role): never {
  requireRole(turn, role);
  throw new Error('the role was enough after all');
}

/** A card in a personal chat is its person's alone; elsewhere everybody who has the role may press. */
export function usersOf({ caller, reference }: Turn) {
  return reference.conversation?.conversationType === 'personal' ? [caller.person.userId] : null;
}

/** The id that a button's data bring along. Throws a ChatRefusal for anything else. */
export function readActionId(turn: Turn, data: unknown): string {
  const parsed = z.looseObject({ actionId }).safeParse(data);
  if (!parsed.success) throw new ChatRefusal('bad-request', 'a button brings no action', messageWords[turn.language].usedUpButton);
  return parsed.data.actionId;
}
