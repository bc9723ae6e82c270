import type { Services } from '../../services/index.js';
import type { ApiHandlers } from './apiHandler.js';

export function driftHandlers(services: Services): Pick<ApiHandlers, 'listDrift' | 'dismissDrift'> {
  return {
    listDrift: ({ caller, request }) => services.listDrift(caller, request),
    dismissDrift: ({ caller, request }) => services.dismissDrift(caller, request),
  };
}
