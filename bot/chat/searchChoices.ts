import { z } from 'zod';
import type { Services } from '../../services/index.js';
import { AppError } from '../../services/runtime/errors.js';
import { companyChoices, tenantChoices, type Choice } from './addCompany/choices.js';
import { emptyChoices, type AddDraft } from './addCompany/draft.js';
import type { Turn } from './chatTools.js';

/** Teams shows no more. */
const maxResults = 15;

// botbuilder's own path rejects an empty query, which Teams sends when a picker is opened.
const searchSchema = z.object({ dataset: z.enum(['companies', 'tenants']), queryText: z.string().max(500).catch(''), data: z.looseObject({}).catch({}) });
const inputs = z.object({
  psaConnectionId: z.string().max(100).catch(''),
  companyChoice: z.string().max(500).catch(''),
  partnerAccountId: z.string().max(100).catch(''),
  showAlreadyAdded: z
    .union([z.boolean(), z.string()])
    .transform((value) => String(value) === 'true')
    .catch(false),
});

/** Answers `application/search`: best first, depending on the card's other inputs. Throws AppError `bad-request`. */
export async function searchChoices(services: Services, turn: Turn, value: unknown): Promise<Choice[]> {
  const search = searchSchema.safeParse(value);
  if (!search.success) throw new AppError('bad-request', 'the search request is not understood');
  const { dataset, queryText, data } = search.data;
  const draft: AddDraft = { actionId: '', ...emptyChoices, ...inputs.parse(data), companyQuery: queryText, tenantQuery: queryText };
  const read = dataset === 'companies' ? companyChoices : tenantChoices;
  return (await read({ services, turn, draft, limit: maxResults })).choices;
}
