import { findTenantRows } from '../addCompany/findTenantRows.js';
import type { ChatTools, Command } from '../chatTools.js';
import { askNameCard, foundCard } from './findCards.js';

const shown = 6;

/** "find NAME": tenants and companies, and where each stands. */
export function findCommand({ services }: ChatTools): Omit<Command, 'name'> {
  return {
    role: 'viewer',
    async run({ caller, language }, argument) {
      if (argument === '') return askNameCard(language, 'find');
      const [rows, { companies, total }] = await Promise.all([services.listTenants(caller), services.searchCompanies(caller, { query: argument, limit: shown })]);
      const tenants = findTenantRows(rows, { query: argument, partnerAccountId: '', showAlreadyAdded: true, likeName: '' });
      return foundCard(language, { query: argument.slice(0, 60), tenants: tenants.slice(0, shown), tenantTotal: tenants.length, companies, companyTotal: total });
    },
  };
}
