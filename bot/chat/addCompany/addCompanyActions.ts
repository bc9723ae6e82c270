import { z } from 'zod';
import type { Caller } from '../../../services/domain/organization.js';
import { AppError } from '../../../services/runtime/errors.js';
import type { Card } from '../cards/card.js';
import { cancelledCard } from '../cards/resultCards.js';
import type { ActionReply, CardAction, ChatTools } from '../chatTools.js';
import { parseTenantValue, tenantValue } from './choiceValues.js';
import { drawForm, drawStep } from './drawAddCompany.js';
import { readDraft, type AddDraft } from './draft.js';
import { drawLink } from './linkResult.js';
import { saveDraft } from './saveDraft.js';
import { neighbour, steps, stepsFor, type Step } from './steps.js';

const stepSchema = z.looseObject({ step: z.enum([...steps, 'form']).catch('form') });
const originSchema = z.looseObject({ from: z.enum(['form', 'steps']).catch('form') });

/** The buttons of the "add company" cards. None of them changes anything but `add-save`. */
export function addCompanyActions(tools: ChatTools): CardAction[] {
  const draw = (caller: Caller, draft: AddDraft, step: Step | 'form', problem?: string) => (step === 'form' ? drawForm(tools, caller, draft, problem) : drawStep(tools, caller, draft, step, problem));
  const navigate = (verb: CardAction['verb'], go: (caller: Caller, draft: AddDraft, step: Step | 'form') => Promise<Card>): CardAction => ({
    verb,
    role: 'mapper',
    run: async (caller, data) => ({ kind: 'card', isResult: false, card: await go(caller, readDraft(data), stepSchema.parse(data).step) }),
  });
  const allSteps = async (caller: Caller) => stepsFor(await tools.services.listConnections(caller));

  return [
    navigate('add-steps', (caller, draft) => draw(caller, draft, 'psa')),
    navigate('add-search', (caller, draft, step) => draw(caller, withoutChoice(draft, step), step)),
    navigate('add-resume', draw),
    navigate('add-cancel', (_caller, draft, step) => Promise.resolve(cancelledCard(draft, step))),
    navigate('add-back', async (caller, draft, step) => draw(caller, draft, (step !== 'form' && neighbour(await allSteps(caller), step, -1)) || 'form')),
    navigate('add-next', async (caller, draft, step) => {
      if (step === 'form') return draw(caller, draft, step);
      const missing = missingAt(step, draft);
      if (missing !== '') return draw(caller, draft, step, missing);
      return draw(caller, draft, neighbour(await allSteps(caller), step, 1) ?? step);
    }),
    { verb: 'add-save', role: 'mapper', run: (caller, data) => save(tools, caller, readDraft(data), originSchema.parse(data).from) },
  ];
}

async function save(tools: ChatTools, caller: Caller, draft: AddDraft, from: 'form' | 'steps'): Promise<ActionReply> {
  try {
    const outcome = await saveDraft(tools, caller, draft);
    if ('row' in outcome) {
      const saved = outcome.result.kind === 'saved' ? outcome.result.summary : null;
      return { kind: 'card', isResult: true, card: await drawLink(tools, caller, { ...outcome.row, saved }) };
    }
    const kept = outcome.kind === 'changed-meanwhile' ? await seenAgain(tools, caller, draft) : draft;
    const step = outcome.kind === 'incomplete' ? 'company' : 'tenant';
    const card = from === 'form' ? await drawForm(tools, caller, kept, outcome.sentence) : await drawStep(tools, caller, kept, step, outcome.sentence);
    return { kind: 'card', isResult: false, card };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'key-reused') throw error;
    return { kind: 'notice', sentence: 'This card was used before with other choices, and that result stays. Choose "Add another" or type "add company" for a new card.' };
  }
}

/** After a conflict the person sees the tenant as it is now: a second try is based on that. */
async function seenAgain({ services }: ChatTools, caller: Caller, draft: AddDraft): Promise<AddDraft> {
  const row = (await services.listTenants(caller)).find(({ tenantId }) => tenantId === parseTenantValue(draft.tenantChoice)?.tenantId);
  return row ? { ...draft, tenantChoice: tenantValue(row) } : draft;
}

/** A choice that the new search does not offer would be chosen unseen. */
function withoutChoice(draft: AddDraft, step: Step | 'form'): AddDraft {
  if (step === 'company') return { ...draft, companyChoice: '' };
  return step === 'tenant' ? { ...draft, tenantChoice: '' } : draft;
}

function missingAt(step: Step, draft: AddDraft): string {
  if (step === 'psa' && draft.psaConnectionId === '') return 'Please choose a PSA.';
  if (step === 'company' && draft.companyChoice === '') return 'Please choose a company. Search first where it is not among these.';
  if (step === 'account' && draft.partnerAccountId === '') return 'Please choose a Microsoft Partner Center account.';
  return step === 'tenant' && draft.tenantChoice === '' ? 'Please choose a tenant. Search first where it is not among these.' : '';
}
