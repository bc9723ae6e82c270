import { z } from 'zod';
import { AppError } from '../../../services/runtime/errors.js';
import { findTenantRows } from '../addCompany/findTenantRows.js';
import type { ChatTools, Turn } from '../chatTools.js';
import { tabLink } from '../deepLink.js';
import type { Share } from './extensionAnswers.js';
import { shareCompany, shareMapping, shareTenant } from './shareCards.js';

/** The searches of the manifest's `composeExtensions`. */
export const searchIds = ['findTenant', 'findCompany', 'findLink'] as const;

const mostResults = 25;
const querySchema = z.object({
  commandId: z.enum(searchIds),
  // `initialRun` comes with another parameter, when nothing was typed yet.
  parameters: z.array(z.object({ name: z.string(), value: z.string().max(500).catch('') })).max(10).catch([]),
  queryOptions: z.object({ skip: z.number().int().min(0).max(100_000).catch(0), count: z.number().int().min(1).catch(mostResults) }).catch({ skip: 0, count: mostResults }),
});

export type SearchResults = { readonly query: string; readonly shares: readonly Share[] };

/** Best first, as the tab and the cards find them. AppError `bad-request` for what no honest client sends. */
export async function searchExtension({ services, config }: ChatTools, { caller, language }: Turn, value: unknown): Promise<SearchResults> {
  const parsed = querySchema.safeParse(value);
  if (!parsed.success) throw new AppError('bad-request', 'the search of the message extension is not understood');
  const { commandId, parameters, queryOptions } = parsed.data;
  const query = (parameters.find(({ name }) => name === 'query')?.value ?? '').trim().slice(0, 200);
  const [offset, limit] = [queryOptions.skip, Math.min(mostResults, queryOptions.count)];
  const linkTo = (page: 'companies' | 'bulk', find: string) => tabLink(config.teamsAppId, page, find);
  switch (commandId) {
    case 'findTenant': {
      const rows = findTenantRows(await services.listTenants(caller), { query, partnerAccountId: '', showAlreadyAdded: true, likeName: '' });
      return { query, shares: rows.slice(offset, offset + limit).map((row) => shareTenant(language, row, linkTo(row.units.some(({ links }) => links.length > 0) ? 'companies' : 'bulk', row.name))) };
    }
    case 'findCompany': {
      const { companies } = await services.searchCompanies(caller, { query, limit: offset + limit });
      return { query, shares: companies.slice(offset).map((company) => shareCompany(language, company, linkTo('companies', company.name))) };
    }
    case 'findLink': {
      const { mappings } = await services.listMappings(caller, { query, limit, offset });
      return { query, shares: mappings.map((mapping) => shareMapping(language, mapping, linkTo('companies', mapping.tenantName))) };
    }
  }
}
