import { z } from 'zod';
import type { OrgId, TenantId, UserId } from '../../../services/domain/ids.js';
import { newActionId, type Services, type Suggestion } from '../../../services/index.js';
import { drawLink, nameLink } from '../addCompany/linkResult.js';
import { chosenRow, saveLink, type ChosenRow, type Saved } from '../addCompany/saveAction.js';
import type { ActionReply, CardAction, ChatTools, Turn } from '../chatTools.js';
import { pressOnce, readActionId, usersOf, type OneTimeButton } from '../oneTime/pressOnce.js';
import { acceptCard } from './acceptCard.js';
import { noticeWords } from './noticeWords.js';

const acceptTask = z.object({ kind: z.literal('accept'), undoId: z.string(), row: chosenRow });
type AcceptTask = z.infer<typeof acceptTask>;

type Offer = { readonly orgId: OrgId; /** Null: everybody who may map. */ readonly userIds: readonly UserId[] | null };

/** One action for each tenant that auto-map found a company for: the link that one tap saves. */
export async function offerAccepts(services: Pick<Services, 'offerAction'>, offer: Offer, suggestions: Iterable<Suggestion>): Promise<ReadonlyMap<TenantId, string>> {
  const offered = new Map<TenantId, string>();
  for (const { tenantId, kind, candidates: [best] } of suggestions) {
    if (kind !== 'matched' || !best) continue;
    const { psaConnectionId, companyId } = best.company;
    // A new tenant has never been linked: whoever links it meanwhile makes this one a conflict.
    const row: ChosenRow = { action: 'link', tenantId, psaConnectionId, companyId, baseVersion: 0, origin: 'chat' };
    offered.set(tenantId, await offerAccept(services, offer, row));
  }
  return offered;
}

function offerAccept(services: Pick<Services, 'offerAction'>, { orgId, userIds }: Offer, row: ChosenRow): Promise<string> {
  return services.offerAction({ orgId }, { role: 'mapper', userIds, task: { kind: 'accept', undoId: newActionId(), row } satisfies AcceptTask });
}

/** The "Link" of a new tenant. The notice stays as it is, since it tells of other things too: the first press posts what it came to, later ones say it. */
export function acceptAction(tools: ChatTools): CardAction {
  return {
    verb: 'notice-accept',
    role: 'mapper',
    run(turn, data) {
      const actionId = readActionId(turn, data);
      const button: OneTimeButton<AcceptTask, null, Saved> = {
        task: acceptTask,
        choice: z.null(),
        run: (by, { undoId, row }) => saveLink(tools, by, { actionId, undoId, row }),
        async tell({ task: { undoId, row }, result, by, isFirst }) {
          if (isFirst) return { kind: 'post', card: await drawLink(tools, turn, { ...row, saved: result.at === null ? null : { at: result.at, undoId } }) };
          const { tenantName, companyName } = await nameLink(tools, turn.caller, row);
          return { kind: 'notice', sentence: noticeWords[turn.language].linkedBefore(tenantName, companyName, by) };
        },
        reopen: ({ row }, why) => again(tools, turn, row, actionId, why),
        renew: async ({ row }, why) => again(tools, turn, row, await offerAccept(tools.services, { orgId: turn.caller.orgId, userIds: usersOf(turn) }, row), why),
      };
      return pressOnce(tools, turn, { actionId, choice: null }, button);
    },
  };
}

async function again(tools: ChatTools, turn: Turn, row: ChosenRow, actionId: string, problem: string): Promise<ActionReply> {
  return { kind: 'post', card: acceptCard(turn.language, await nameLink(tools, turn.caller, row), { actionId, problem }) };
}
