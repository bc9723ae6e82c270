import type { Services } from '../../services/index.js';
import type { ApiHandlers } from './apiHandler.js';

export function companyHandlers(services: Services): Pick<ApiHandlers, 'searchCompanies'> {
  return { searchCompanies: ({ caller, request }) => services.searchCompanies(caller, request) };
}
