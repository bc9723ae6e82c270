import type { Services } from '../../services/index.js';
import type { ApiHandlers } from './apiHandler.js';

export function tenantHandlers(services: Services): Pick<ApiHandlers, 'listTenants'> {
  return { listTenants: async ({ caller }) => ({ tenants: await services.listTenants(caller) }) };
}
