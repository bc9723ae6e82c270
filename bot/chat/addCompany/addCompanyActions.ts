import { z } from 'zod';
import type { Card } from '../cards/card.js';
import { cancelledCard } from '../cards/resultCards.js';
import type { ActionReply, CardAction, ChatTools, Turn } from '../chatTools.js';
import type { Language } from '../language/language.js';
import { addCompanyWords } from './addCompanyWords.js';
import { parseTenantValue, tenantValue } from './choiceValues.js';
import { drawForm, drawStep } from './drawAddCompany.js';
import { readDraft, type AddDraft } from './draft.js';
import { rowOfDraft } from './rowOfDraft.js';
import { pressSave } from './saveAction.js';
import { neighbour, steps, stepsFor, type Step } from './steps.js';

const stepSchema = z.looseObject({ step: z.enum([...steps, 'form']).catch('form') });
const originSchema = z.looseObject({ from: z.enum(['form', 'steps']).catch('form') });

/** The buttons of the "add company" cards. None of them changes anything but `add-save`. */
export function addCompanyActions(tools: ChatTools): CardAction[] {
  const draw = (turn: Turn, draft: AddDraft, step: Step | 'form', problem?: string) => (step === 'form' ? drawForm(tools, turn, draft, problem) : drawStep(tools, turn, draft, step, problem));
  const navigate = (verb: CardAction['verb'], go: (turn: Turn, draft: AddDraft, step: Step | 'form') => Promise<Card>): CardAction => ({
    verb,
    role: 'mapper',
    run: async (turn, data) => ({ kind: 'card', isResult: false, card: await go(turn, readDraft(turn.language, data), stepSchema.parse(data).step) }),
  });
  const allSteps = async ({ caller }: Turn) => stepsFor(await tools.services.listConnections(caller));

  return [
    navigate('add-steps', (turn, draft) => draw(turn, draft, 'psa')),
    navigate('add-search', (turn, draft, step) => draw(turn, withoutChoice(draft, step), step)),
    navigate('add-resume', draw),
    navigate('add-cancel', ({ language }, draft, step) => Promise.resolve(cancelledCard(language, draft, step))),
    navigate('add-back', async (turn, draft, step) => draw(turn, draft, (step !== 'form' && neighbour(await allSteps(turn), step, -1)) || 'form')),
    navigate('add-next', async (turn, draft, step) => {
      if (step === 'form') return draw(turn, draft, step);
      const missing = missingAt(turn.language, step, draft);
      if (missing !== '') return draw(turn, draft, step, missing);
      return draw(turn, draft, neighbour(await allSteps(turn), step, 1) ?? step);
    }),
    { verb: 'add-save', role: 'mapper', run: (turn, data) => save(tools, turn, readDraft(turn.language, data), originSchema.parse(data).from) },
  ];
}

/** The pressed card comes back with what is wrong, and with all that was chosen and typed. */
async function save(tools: ChatTools, turn: Turn, draft: AddDraft, from: 'form' | 'steps'): Promise<ActionReply> {
  const again = async (kept: AddDraft, step: Step, problem: string): Promise<ActionReply> => ({ kind: 'card', isResult: false, card: from === 'form' ? await drawForm(tools, turn, kept, problem) : await drawStep(tools, turn, kept, step, problem) });
  const chosen = rowOfDraft(turn.language, draft);
  if (chosen.kind !== 'row') return again(draft, chosen.kind === 'incomplete' ? 'company' : 'tenant', chosen.sentence);
  return pressSave(tools, turn, { actionId: draft.actionId, row: chosen.row }, async (actionId, problem) => again({ ...(await seenAgain(tools, turn, draft)), actionId }, 'tenant', problem));
}

/** After a conflict the person sees the tenant as it is now: a second try is based on that. */
async function seenAgain({ services }: ChatTools, { caller }: Turn, draft: AddDraft): Promise<AddDraft> {
  const row = (await services.listTenants(caller)).find(({ tenantId }) => tenantId === parseTenantValue(draft.tenantChoice)?.tenantId);
  return row ? { ...draft, tenantChoice: tenantValue(row) } : draft;
}

/** A choice that the new search does not offer would be chosen unseen. */
function withoutChoice(draft: AddDraft, step: Step | 'form'): AddDraft {
  if (step === 'company') return { ...draft, companyChoice: '' };
  return step === 'tenant' ? { ...draft, tenantChoice: '' } : draft;
}

function missingAt(language: Language, step: Step, draft: AddDraft): string {
  const words = addCompanyWords[language];
  if (step === 'psa' && draft.psaConnectionId === '') return words.choosePsa;
  if (step === 'company' && draft.companyChoice === '') return words.chooseListedCompany;
  if (step === 'account' && draft.partnerAccountId === '') return words.chooseAccount;
  return step === 'tenant' && draft.tenantChoice === '' ? words.chooseListedTenant : '';
}
