import type { Config } from '../../services/runtime/config.js';
import type { ApiHandlers } from './apiHandler.js';

export function sessionHandlers({ organization, nextStepUrl, autoMapsOnOpen }: Pick<Config, 'organization' | 'nextStepUrl' | 'autoMapsOnOpen'>): Pick<ApiHandlers, 'getSession'> {
  return {
    getSession: ({ caller }) => Promise.resolve({ organizationName: organization.name, person: caller.person, role: caller.role, nextStepUrl, autoMapsOnOpen }),
  };
}
