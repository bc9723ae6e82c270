import { addCompanyCard } from '../cards/addCompanyCard.js';
import { addStepCard } from '../cards/addStepCard.js';
import type { Card } from '../cards/card.js';
import type { ChatTools, Turn } from '../chatTools.js';
import { tabLink } from '../deepLink.js';
import { chosenChoices, companyChoices, sourceChoices, tenantChoices, type Choice, type Choices } from './choices.js';
import { isSameChoice } from './choiceValues.js';
import { addCompanyWords } from './addCompanyWords.js';
import type { AddDraft } from './draft.js';
import { stepsFor, type Step } from './steps.js';

const formChoices = 15;
const stepChoices = 8;

/** All four questions on one card. What is chosen already is among the choices, so that it is shown again. */
export async function drawForm({ services, config }: ChatTools, turn: Turn, draft: AddDraft, problem = ''): Promise<Card> {
  const fresh = { services, turn, limit: formChoices, draft: { ...draft, companyQuery: '', tenantQuery: '' } };
  const [connections, companies, tenants, chosen] = await Promise.all([services.listConnections(turn.caller), companyChoices(fresh), tenantChoices(fresh), chosenChoices({ services, turn, draft })]);
  const { psas, accounts } = sourceChoices(connections);
  return addCompanyCard(turn.language, {
    draft,
    psas,
    accounts,
    companies: withChosen(chosen.company, companies.choices),
    tenants: withChosen(chosen.tenant, tenants.choices),
    bulkLink: tabLink(config.teamsAppId, 'bulk'),
    addLink: companies.total > formChoices || tenants.total > formChoices ? tabLink(config.teamsAppId, 'add') : null,
    problem,
  });
}

/** One question. A step that need not be asked (a single PSA or account) becomes the next one. */
export async function drawStep({ services, config }: ChatTools, turn: Turn, draft: AddDraft, wantedStep: Step, problem = ''): Promise<Card> {
  const connections = await services.listConnections(turn.caller);
  const all = stepsFor(connections);
  const step = all.includes(wantedStep) ? wantedStep : wantedStep === 'psa' ? 'company' : 'tenant';
  const reading = { services, turn, draft, limit: stepChoices };
  const { psas, accounts } = sourceChoices(connections);
  const [offered, chosen] = await Promise.all([offeredAt(step, reading, psas, accounts), chosenChoices({ services, turn, draft })]);
  const words = addCompanyWords[turn.language];
  const settled: [string, string | undefined, Step][] = [
    [words.psa, psas.find(({ value }) => value === draft.psaConnectionId)?.title, 'psa'],
    [words.company, chosen.company?.title, 'company'],
    [words.account, accounts.find(({ value }) => value === draft.partnerAccountId)?.title, 'account'],
    [words.tenant, chosen.tenant?.title, 'tenant'],
  ];
  const position = all.indexOf(step);
  return addStepCard(turn.language, {
    step,
    position: { number: position + 1, of: all.length },
    draft,
    chosen: settled.flatMap(([label, value, of]) => (value !== undefined && all.includes(of) && all.indexOf(of) < position ? [[label, value] as const] : [])),
    offered,
    addLink: tabLink(config.teamsAppId, 'add'),
    problem,
  });
}

function offeredAt(step: Step, reading: Parameters<typeof companyChoices>[0], psas: Choice[], accounts: Choice[]): Promise<Choices> {
  switch (step) {
    case 'psa':
      return Promise.resolve({ choices: psas, total: psas.length, hidden: 0 });
    case 'account':
      return Promise.resolve({ choices: accounts, total: accounts.length, hidden: 0 });
    case 'company':
      return companyChoices(reading);
    case 'tenant':
      return tenantChoices(reading);
    case 'confirm':
      return Promise.resolve({ choices: [], total: 0, hidden: 0 });
  }
}

function withChosen(chosen: Choice | undefined, choices: readonly Choice[]): Choice[] {
  return chosen ? [chosen, ...choices.filter((choice) => !isSameChoice(choice.value, chosen.value))] : [...choices];
}
