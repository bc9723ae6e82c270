import { z } from 'zod';
import type { OneTimeAction } from '../../../services/domain/action.js';
import type { CandidateView } from '../../../services/index.js';
import { companyChoice, findCompany } from '../addCompany/choices.js';
import { messageWords } from '../cards/messageWords.js';
import { resultWords } from '../cards/resultWords.js';
import type { ActionReply, CardAction, ChatTools, Turn } from '../chatTools.js';
import { tabLink } from '../deepLink.js';
import { ChatRefusal } from '../language/chatRefusal.js';
import { readActionId } from '../oneTime/pressOnce.js';
import { dealCase, dealNext, drawCase } from './dealCase.js';
import { drawDecided, readDecided } from './decideActions.js';
import { endedCard, otherCompanyCard } from './reviewCards.js';
import { reviewWords } from './reviewWords.js';
import { caseTask, readCase, readQueue, type CaseTask } from './tenantCase.js';

const shownCompanies = 8;
const otherInputs = z.looseObject({ companyQuery: z.string().max(500).catch(''), companyChoice: z.string().max(500).catch('') });

/** The buttons of a review card that decide nothing. On a card that was decided they show the decision. */
export function reviewActions(tools: ChatTools): CardAction[] {
  const readTask = async (turn: Turn, data: unknown) => {
    const actionId = readActionId(turn, data);
    const stored = await tools.services.readAction(turn.caller, actionId);
    const task = stored && caseTask.safeParse(stored.task).data;
    if (!task) throw new ChatRefusal('not-found', 'no such case', messageWords[turn.language].usedUpButton);
    return { actionId, stored, task };
  };
  const browse = (verb: CardAction['verb'], go: (turn: Turn, task: CaseTask, given: { readonly actionId: string; readonly data: unknown }) => Promise<ActionReply>): CardAction => ({
    verb,
    role: 'mapper',
    async run(turn, data) {
      const { actionId, stored, task } = await readTask(turn, data);
      const decided = await drawIfDecided(tools, turn, stored, actionId);
      return decided ?? go(turn, task, { actionId, data });
    },
  });
  return [
    browse('review-refresh', async (turn, task, { actionId }) => ({ kind: 'view', card: await drawAgain(tools, turn, task, actionId) })),
    browse('review-back', async (turn, task, { actionId }) => ({ kind: 'card', isResult: false, card: await drawAgain(tools, turn, task, actionId) })),
    browse('review-other', async (turn, task, { actionId, data }) => {
      const { companyQuery, companyChoice: value } = otherInputs.parse(data);
      const { companies, total } = await tools.services.searchCompanies(turn.caller, { query: companyQuery, limit: shownCompanies });
      const row = (await tools.services.listTenants(turn.caller)).find(({ tenantId }) => tenantId === task.tenantId);
      if (!row) return { kind: 'card', isResult: true, card: endedCard(reviewWords[turn.language].nothingChanged, reviewWords[turn.language].gone) };
      const offered = { choices: companies.map((company) => companyChoice(turn.language, company, true)), total, hidden: 0 };
      return { kind: 'card', isResult: false, card: otherCompanyCard(turn.language, { row, actionId, bulkLink: tabLink(tools.config.teamsAppId, 'bulk', row.name), problem: '', search: { id: 'companyChoice', what: 'companies', offered, query: companyQuery, value } }) };
    }),
    browse('review-skip', async (turn, { place }) => ({ kind: 'card', isResult: true, card: await dealNext(tools, turn, place) })),
    // On a card that was decided: a new one behind it, whatever was dealt since.
    { verb: 'review-next', role: 'mapper', run: async (turn, data) => ({ kind: 'post', card: await dealNext(tools, turn, (await readTask(turn, data)).task.place) }) },
    browse('review-cancel', ({ language }) => Promise.resolve({ kind: 'card', isResult: true, card: endedCard(resultWords[language].cancelled, reviewWords[language].nothingChanged) })),
  ];
}

async function drawIfDecided(tools: ChatTools, turn: Turn, stored: OneTimeAction, actionId: string): Promise<ActionReply | undefined> {
  const decided = readDecided(stored);
  return decided && { kind: 'view', card: await drawDecided(tools, turn, { ...decided, actionId }) };
}

/** The same card where nothing came between; else a new one, based on how things are now. */
async function drawAgain(tools: ChatTools, turn: Turn, task: CaseTask, actionId: string) {
  const { tenantId, purpose, place } = task;
  const found = await readCase(tools, turn, tenantId);
  const candidates = found && (await Promise.all(task.candidates.map((key) => candidateFor(tools, turn, found.candidates, key))));
  const isCurrent = found && (found.draft?.version ?? 0) === task.draftVersion && sameUnits(task, found.row.units) && candidates?.every((each) => each !== undefined);
  if (!isCurrent) return dealCase(tools, turn, tenantId, { purpose, place, problem: found && found.row.units.some(({ links }) => links.length > 0) ? reviewWords[turn.language].linkedElsewhere : '' });
  return drawCase(tools, turn, { ...found, candidates: candidates?.flatMap((each) => each ?? []) ?? [] }, { purpose, actionId, problem: '', progress: await readQueue(tools, turn) });
}

function sameUnits({ units }: CaseTask, now: CaseTask['units']): boolean {
  const textOf = (all: CaseTask['units']) => all.map(({ psaConnectionId, version }) => `${psaConnectionId}:${version}`).sort().join();
  return textOf(units) === textOf(now);
}

async function candidateFor({ services }: ChatTools, { caller }: Turn, known: readonly CandidateView[], key: CaseTask['candidates'][number]): Promise<CandidateView | undefined> {
  const found = known.find(({ company }) => company.psaConnectionId === key.psaConnectionId && company.companyId === key.companyId);
  if (found) return found;
  const company = await findCompany(services, caller, key);
  return company && { company, confidence: { score: 0, band: 'low' }, evidence: [] };
}
