import { z } from 'zod';
import type { InvokeResponse } from 'botbuilder';
import { newActionId, type TenantRow } from '../../../services/index.js';
import { companyChoice, companyChoices, tenantChoice, tenantChoices, type Choice } from '../addCompany/choices.js';
import { isSameChoice, parseTenantValue } from '../addCompany/choiceValues.js';
import { newDraft, readDraft, type AddDraft } from '../addCompany/draft.js';
import { rowOfDraft } from '../addCompany/rowOfDraft.js';
import { chosenRow, saveLink, type ChosenRow, type Saved } from '../addCompany/saveAction.js';
import type { ActionReply, ChatTools, Turn } from '../chatTools.js';
import { tabLink } from '../deepLink.js';
import { formatPercent, leastShownScore } from '../language/formats.js';
import { pressOnce, type OneTimeButton } from '../oneTime/pressOnce.js';
import { dialogAnswer, resultsAnswer } from './extensionAnswers.js';
import { extensionWords } from './extensionWords.js';
import { linkDialogCard } from './linkDialogCard.js';
import { shareMapping } from './shareCards.js';
import { tenantsInText } from './tenantsInText.js';

const stepSchema = z.looseObject({ step: z.enum(['search', 'save']).catch('search') });
const messageSchema = z.object({ messagePayload: z.object({ body: z.object({ content: z.string() }), subject: z.string().nullish() }) });
const submitSchema = z.looseObject({ data: z.looseObject({}).catch({}) });
const linkTask = z.object({ kind: z.literal('dialog-link'), undoId: z.string() });

const shownChoices = 8;

/** "Link this tenant" on a message: a dialog with the tenants that it names, and the companies that fit. */
export async function openLinkDialog(tools: ChatTools, turn: Turn, value: unknown): Promise<InvokeResponse> {
  const [first] = await tenantsNamed(tools, turn, value);
  return draw(tools, turn, { draft: { ...newDraft(await offerLink(tools, turn)), tenantChoice: first ? tenantChoice(turn.language, first).value : '' }, problem: '', value });
}

/** A press in the dialog: another search, or the link itself, which becomes a card to be sent. */
export async function submitLinkDialog(tools: ChatTools, turn: Turn, value: unknown): Promise<InvokeResponse> {
  const { data } = submitSchema.parse(value);
  const draft = readDraft(turn.language, data);
  const { actionId } = draft;
  const redraw = (problem: string) => draw(tools, turn, { draft, problem, value });
  if (stepSchema.parse(data).step === 'search') return redraw('');
  const wish = rowOfDraft(turn.language, draft);
  if (wish.kind !== 'row') return redraw(wish.sentence);
  let answer: InvokeResponse | undefined;
  const answered = async (with_: Promise<InvokeResponse>): Promise<ActionReply> => {
    answer = await with_;
    return { kind: 'notice', sentence: '' };
  };
  const button: OneTimeButton<z.infer<typeof linkTask>, ChosenRow, Saved> = {
    task: linkTask,
    choice: chosenRow,
    run: (by, { undoId }, row) => saveLink(tools, by, { actionId, undoId, row }),
    tell: ({ choice }) => answered(tellLink(tools, turn, choice)),
    reopen: (_task, why) => answered(redraw(why)),
    renew: async (_task, why) => answered(draw(tools, turn, { draft: { ...draft, actionId: await offerLink(tools, turn) }, problem: why, value })),
  };
  const reply = await pressOnce(tools, turn, { actionId, choice: wish.row }, button);
  return answer ?? redraw(reply.kind === 'notice' ? reply.sentence : '');
}

/** The dialog is its person's alone. */
function offerLink({ services }: ChatTools, { caller }: Turn): Promise<string> {
  return services.offerAction(caller, { role: 'mapper', userIds: [caller.person.userId], task: { kind: 'dialog-link', undoId: newActionId() } satisfies z.infer<typeof linkTask> });
}

async function tellLink({ services, config }: ChatTools, { caller, language }: Turn, { tenantId, psaConnectionId, companyId }: ChosenRow): Promise<InvokeResponse> {
  const { mappings } = await services.listMappings(caller, { query: tenantId, limit: 100, offset: 0 });
  const mapping = mappings.find((one) => one.tenantId === tenantId && one.psaConnectionId === psaConnectionId && one.companyId === companyId);
  return resultsAnswer(mapping ? [shareMapping(language, mapping, tabLink(config.teamsAppId, 'companies', mapping.tenantName))] : []);
}

type Drawn = { readonly draft: AddDraft; readonly problem: string; /** Of the activity: the message is in it. */ readonly value: unknown };

async function draw(tools: ChatTools, turn: Turn, { draft, problem, value }: Drawn): Promise<InvokeResponse> {
  const { services } = tools;
  const { language } = turn;
  const named = draft.tenantQuery.trim() === '' ? await tenantsNamed(tools, turn, value) : [];
  const tenants = named.length > 0 ? named.map((row) => tenantChoice(language, row)) : (await tenantChoices({ services, turn, draft, limit: shownChoices })).choices;
  const suggested = draft.companyQuery.trim() === '' ? await suggestedCompanies(tools, turn, draft) : undefined;
  const companies = suggested?.choices ?? (await companyChoices({ services, turn, draft, limit: shownChoices })).choices;
  const companyChosen = draft.companyChoice === '' && suggested?.isSure ? (companies[0]?.value ?? '') : draft.companyChoice;
  const card = linkDialogCard(language, { draft: { ...draft, companyChoice: companyChosen }, problem, isNamed: named.length > 0, tenants: withChosen(tenants, draft.tenantChoice), companies });
  return dialogAnswer(extensionWords[language].linkThis, card);
}

async function tenantsNamed({ services }: ChatTools, { caller }: Turn, value: unknown): Promise<TenantRow[]> {
  const message = messageSchema.safeParse(value).data?.messagePayload;
  return message ? tenantsInText(await services.listTenants(caller), `${message.subject ?? ''} ${message.body.content}`) : [];
}

/** Without a search: what auto-map would choose from for the tenant, with how sure it is. `isSure`: it would propose the first. */
async function suggestedCompanies({ services }: ChatTools, { caller, language }: Turn, { tenantChoice: chosen }: AddDraft): Promise<{ readonly choices: Choice[]; readonly isSure: boolean }> {
  const tenantId = parseTenantValue(chosen)?.tenantId;
  const choices: Choice[] = [];
  let isSure = false;
  if (tenantId === undefined) return { choices, isSure };
  await services.suggestMappings(caller, { tenantIds: [tenantId] }, {
    onSuggestions(batch) {
      isSure = batch.some(({ kind }) => kind === 'matched');
      for (const { company, confidence } of batch.flatMap(({ candidates }) => candidates)) {
        const { title, value } = companyChoice(language, company, true);
        choices.push({ title: confidence.score >= leastShownScore ? `${title} · ${formatPercent(language, confidence.score)}` : title, value });
      }
    },
  });
  return { choices, isSure };
}

/** The versions that a person saw stay in the value of what they chose. */
function withChosen(choices: readonly Choice[], chosen: string): Choice[] {
  return choices.map((choice) => (isSameChoice(choice.value, chosen) ? { ...choice, value: chosen } : choice));
}
