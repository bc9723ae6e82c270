import type { TenantId } from '../../../services/domain/ids.js';
import { newActionId, type CandidateView } from '../../../services/index.js';
import type { Card } from '../cards/card.js';
import type { ChatTools, Turn } from '../chatTools.js';
import { tabLink } from '../deepLink.js';
import { usersOf } from '../oneTime/pressOnce.js';
import { allDoneCard, caseCard, endedCard } from './reviewCards.js';
import { findNext, type ReviewPlace } from './reviewOrder.js';
import { reviewWords } from './reviewWords.js';
import { readCase, readQueue, type CaseTask, type Progress, type TenantCase } from './tenantCase.js';

type Deal = {
  readonly purpose: CaseTask['purpose'];
  readonly problem?: string;
  /** In the place of auto-map's. */
  readonly candidates?: readonly CandidateView[];
  /** Where the review goes on behind it. */
  readonly place?: ReviewPlace | undefined;
  /** Where it was just read. */
  readonly progress?: Progress;
};

/** A new card for one tenant, with an action of its own that is based on what the card shows. */
export async function dealCase(tools: ChatTools, turn: Turn, tenantId: TenantId, { purpose, problem = '', candidates, place, progress }: Deal): Promise<Card> {
  const found = await readCase(tools, turn, tenantId);
  if (!found) return endedCard(reviewWords[turn.language].nothingChanged, reviewWords[turn.language].gone);
  const offered = candidates ? { ...found, candidates } : found;
  const actionId = await offerCase(tools, turn, offered, { purpose, place });
  return drawCase(tools, turn, offered, { purpose, actionId, problem, progress: progress ?? (await readQueue(tools, turn)) });
}

/** The next tenant that waits, or that none does. */
export async function dealNext(tools: ChatTools, turn: Turn, after?: ReviewPlace): Promise<Card> {
  const queue = await readQueue(tools, turn);
  const next = await findNext(tools, turn, queue.waiting, after);
  return next ? dealCase(tools, turn, next.row.tenantId, { purpose: 'review', place: next.place, progress: queue }) : allDoneCard(turn.language, queue);
}

export function drawCase({ config }: ChatTools, turn: Turn, given: TenantCase, { purpose, actionId, problem, progress }: { readonly purpose: CaseTask['purpose']; readonly actionId: string; readonly problem: string; readonly progress: Progress }): Card {
  return caseCard(turn.language, { case: given, purpose, actionId, userIds: viewersOf(config, turn), progress, bulkLink: tabLink(config.teamsAppId, 'bulk', given.row.name), problem });
}

function offerCase({ services }: ChatTools, turn: Turn, { row, draft, candidates }: TenantCase, { purpose, place }: Pick<Deal, 'purpose' | 'place'>): Promise<string> {
  const task: CaseTask = {
    kind: 'case',
    purpose,
    tenantId: row.tenantId,
    draftVersion: draft?.version ?? 0,
    units: row.units.map(({ psaConnectionId, version }) => ({ psaConnectionId, version })),
    candidates: candidates.map(({ company: { psaConnectionId, companyId } }) => ({ psaConnectionId, companyId })),
    undoId: newActionId(),
    ...(place ? { place } : {}),
  };
  return services.offerAction(turn.caller, { role: 'mapper', userIds: usersOf(turn), task });
}

/** In a chat of several, those whose role the settings name; Teams renews a card for at most 60. */
export function viewersOf({ people }: ChatTools['config'], { caller, reference }: Turn): string[] {
  const others = reference.conversation?.conversationType === 'personal' ? [] : people.map(({ userId }) => userId);
  return [...new Set([caller.person.userId, ...others])].map((userId) => `8:orgid:${userId}`);
}
