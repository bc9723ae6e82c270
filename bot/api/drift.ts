import type { Services } from '../../services/index.js';
import type { ApiHandlers } from './apiHandler.js';

export function driftHandlers(services: Services): Pick<ApiHandlers, 'listDrift'> {
  return { listDrift: ({ caller, request }) => services.listDrift(caller, request) };
}
