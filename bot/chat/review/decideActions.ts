import { z } from 'zod';
import type { DraftDecision } from '../../../services/domain/draft.js';
import type { Person } from '../../../services/domain/organization.js';
import type { ActionEffect, DraftRowView } from '../../../services/index.js';
import { saveLink } from '../addCompany/saveAction.js';
import { parseCompanyValue } from '../addCompany/choiceValues.js';
import type { ActionReply, CardAction, ChatTools, Turn } from '../chatTools.js';
import { refusalOf } from '../language/saveWords.js';
import { pressOnce, readActionId, type OneTimeButton } from '../oneTime/pressOnce.js';
import { dealCase, dealNext, viewersOf } from './dealCase.js';
import { decidedCard, type Decided } from './decidedCards.js';
import { nameCase } from './nameCase.js';
import { withRefresh } from './reviewCards.js';
import { reviewWords } from './reviewWords.js';
import { offerTakeBack, type TakenDecision } from './takeBackAction.js';
import { caseTask, companyKey, readQueue, type CaseTask } from './tenantCase.js';

const caseChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), ...companyKey.shape }),
  z.object({ kind: z.literal('ignore'), reason: z.string() }),
  z.object({ kind: z.literal('reject'), ...companyKey.shape }),
]);
export type CaseChoice = z.infer<typeof caseChoice>;
type CaseResult = { readonly kind: Decided['kind']; readonly at: string; readonly by: string; readonly reason: string; /** In the draft: this card decided it, and can take it back. */ readonly isOwn?: boolean };

const inputs = z.looseObject({ candidate: z.string().max(3).catch(''), companyChoice: z.string().max(500).catch(''), reason: z.string().max(1_000).catch('') });

/** Link, Ignore, Not this company: what of them is pressed first counts for the card. */
export function decideActions(tools: ChatTools): CardAction[] {
  const decide = (verb: CardAction['verb'], choose: (turn: Turn, task: CaseTask, data: z.infer<typeof inputs>) => CaseChoice | string): CardAction => ({
    verb,
    role: 'mapper',
    async run(turn, data) {
      const actionId = readActionId(turn, data);
      const stored = await tools.services.readAction(turn.caller, actionId);
      const task = stored && caseTask.safeParse(stored.task).data;
      // Whoever presses a decided card learns what it came to, whatever was chosen; an id of no case is refused below.
      const choice: CaseChoice | string = task && stored.result === null ? choose(turn, task, inputs.parse(data)) : { kind: 'ignore', reason: '' };
      return typeof choice === 'string' ? { kind: 'notice', sentence: choice } : pressCase(tools, turn, actionId, choice);
    },
  });
  return [
    decide('decide-link', ({ language }, task, { candidate, companyChoice }) => {
      const key = parseCompanyValue(companyChoice) ?? candidateOf(task, candidate);
      return key ? { kind: 'link', ...key } : reviewWords[language].chooseFirst;
    }),
    decide('decide-reject', ({ language }, task, { candidate }) => {
      const key = candidateOf(task, candidate);
      return key ? { kind: 'reject', ...key } : reviewWords[language].chooseForReject;
    }),
    decide('decide-ignore', (_turn, _task, { reason }) => ({ kind: 'ignore', reason: reason.trim().slice(0, 200) })),
  ];
}

/** The only one need not be chosen. */
function candidateOf({ candidates }: CaseTask, candidate: string) {
  return candidates.length === 1 ? candidates[0] : candidate === '' ? undefined : candidates[Number(candidate)];
}

export function pressCase(tools: ChatTools, turn: Turn, actionId: string, choice: CaseChoice): Promise<ActionReply> {
  const again = async ({ tenantId, purpose, place }: CaseTask, why: string): Promise<ActionReply> => ({ kind: 'card', isResult: true, card: await dealCase(tools, turn, tenantId, { purpose, place, problem: why }) });
  const button: OneTimeButton<CaseTask, CaseChoice, CaseResult> = {
    task: caseTask,
    choice: caseChoice,
    run: (by, task, chosen) => makeEffect(tools, by, task, chosen, actionId),
    // A save that failed can be tried with another company: both have one key. A decision of the draft has none.
    isReplaceable: ({ kind }) => kind === 'link',
    async tell({ task, choice: chosen, result, isFirst }) {
      const next = isFirst && task.purpose === 'review' ? await dealAfter(tools, turn, task, chosen) : undefined;
      return { kind: 'card', isResult: true, card: await drawDecided(tools, turn, { task, choice: chosen, result, actionId }), ...(next ? { next } : {}) };
    },
    reopen: again,
    renew: again,
  };
  return pressOnce(tools, turn, { actionId, choice }, button);
}

/** Who said "not this company" is asked about the others of the same tenant. */
async function dealAfter(tools: ChatTools, turn: Turn, { tenantId, candidates, place }: CaseTask, { kind }: CaseChoice) {
  return kind === 'reject' && candidates.length > 1 ? dealCase(tools, turn, tenantId, { purpose: 'review', place }) : dealNext(tools, turn, place);
}

async function makeEffect(tools: ChatTools, turn: Turn, task: CaseTask, choice: CaseChoice, actionId: string): Promise<ActionEffect<CaseResult>> {
  const { tenantId, undoId, units } = task;
  const by = turn.caller.person.name;
  if (choice.kind !== 'link') return decideInDraft(tools, turn, task, choice);
  const { psaConnectionId, companyId } = choice;
  const baseVersion = units.find((unit) => unit.psaConnectionId === psaConnectionId)?.version ?? 0;
  const effect = await saveLink(tools, turn, { actionId, undoId, row: { action: 'link', tenantId, psaConnectionId, companyId, baseVersion, origin: 'chat' } });
  if (effect.kind === 'open') return effect;
  const { at } = effect.result;
  if (at !== null) return { kind: 'done', result: { kind: 'linked', at, by, reason: '' } };
  const { mappings } = await tools.services.listMappings(turn.caller, { query: tenantId, limit: 1000, offset: 0 });
  const link = mappings.find((mapping) => mapping.tenantId === tenantId && mapping.psaConnectionId === psaConnectionId && mapping.companyId === companyId);
  return link ? { kind: 'done', result: { kind: 'already', at: link.decidedAt, by: link.decidedBy.name, reason: '' } } : { kind: 'open', why: reviewWords[turn.language].takenBackMeanwhile };
}

/** As the bulk page does. That it says so already, perhaps through another delivery of this very press, is a success too. */
async function decideInDraft(tools: ChatTools, turn: Turn, { tenantId, draftVersion: baseVersion, undoId }: CaseTask, choice: Exclude<CaseChoice, { kind: 'link' }>): Promise<ActionEffect<CaseResult>> {
  const { caller, language } = turn;
  const words = reviewWords[language];
  const decision: DraftDecision = choice.kind === 'ignore' ? { kind: 'ignore', tenantId, baseVersion, reason: choice.reason, until: null } : { kind: 'reject', tenantId, baseVersion, psaConnectionId: choice.psaConnectionId, companyId: choice.companyId };
  const { rows, conflicts: [conflict], refused: [refusal] } = await tools.services.decideDraft(caller, { since: 0, decisions: [decision] });
  if (refusal) return { kind: 'open', why: language === 'en' ? refusal.sentence : await whyRefused(tools, turn, tenantId) };
  const taken = takenDecision(rows.find((each) => each.tenantId === tenantId), choice);
  if (!taken) return { kind: 'open', why: conflict?.decidedBy ? words.decidedMeanwhile(conflict.decidedBy.name) : words.takenBackMeanwhile };
  const { kind, at, by, reason } = taken.decision;
  // What somebody else had decided before is theirs to take back.
  const isOwn = taken.decidedBy.userId === caller.person.userId;
  if (isOwn) await offerTakeBack(tools, turn, taken.decision, undoId);
  return { kind: 'done', result: { kind, at, by, reason, isOwn } };
}

/** Either the tenant is listed no longer or the company is. */
async function whyRefused({ services }: ChatTools, { caller, language }: Turn, tenantId: CaseTask['tenantId']): Promise<string> {
  const isListed = (await services.listTenants(caller)).some((row) => row.tenantId === tenantId);
  return isListed ? refusalOf(language, 'unknown-company') : reviewWords[language].gone;
}

function takenDecision(row: DraftRowView | undefined, choice: Exclude<CaseChoice, { kind: 'link' }>): { readonly decision: TakenDecision; readonly decidedBy: Person } | undefined {
  if (!row) return undefined;
  const { tenantId, ignored, rejected } = row;
  if (choice.kind === 'ignore') return ignored ? { decision: { kind: 'ignored', tenantId, at: ignored.decidedAt, by: ignored.decidedBy.name, reason: ignored.reason }, decidedBy: ignored.decidedBy } : undefined;
  const { psaConnectionId, companyId } = choice;
  const pair = rejected.find((each) => each.psaConnectionId === psaConnectionId && each.companyId === companyId);
  return pair && { decision: { kind: 'rejected', tenantId, psaConnectionId, companyId, at: pair.decidedAt, by: pair.decidedBy.name, reason: '' }, decidedBy: pair.decidedBy };
}

export async function drawDecided(tools: ChatTools, turn: Turn, { task, choice, result, actionId }: { readonly task: CaseTask; readonly choice: CaseChoice; readonly result: CaseResult; readonly actionId: string }) {
  const { tenantId, undoId, purpose } = task;
  const [names, progress] = await Promise.all([nameCase(tools, turn, choice.kind === 'ignore' ? { tenantId } : { ...choice, tenantId }), purpose === 'review' ? readQueue(tools, turn) : null]);
  const card = decidedCard(turn.language, { ...result, ...names, undoId: result.kind === 'linked' || result.isOwn ? undoId : null, review: progress && { progress, actionId }, problem: '' });
  return withRefresh(turn.language, card, actionId, viewersOf(tools.config, turn));
}

/** For drawing a decided card anew. Undefined: nobody decided it so far. */
export function readDecided(stored: { readonly task: unknown; readonly claim: { readonly choice: unknown } | null; readonly result: unknown }): { task: CaseTask; choice: CaseChoice; result: CaseResult } | undefined {
  if (!stored.claim || stored.result === null) return undefined;
  // Written by this file.
  return { task: caseTask.parse(stored.task), choice: caseChoice.parse(stored.claim.choice), result: stored.result as CaseResult };
}
