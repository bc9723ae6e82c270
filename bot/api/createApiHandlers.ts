import type { Services } from '../../services/index.js';
import type { Config } from '../../services/runtime/config.js';
import type { ApiHandlers } from './apiHandler.js';
import { autoMapHandlers } from './autoMap.js';
import { changeSetHandlers } from './changeSets.js';
import { companyHandlers } from './companies.js';
import { connectionHandlers } from './connections.js';
import { draftHandlers } from './draft.js';
import { driftHandlers } from './drift.js';
import { mappingHandlers } from './mappings.js';
import { psaWriteHandlers } from './psaWrites.js';
import { sessionHandlers } from './session.js';
import { tenantHandlers } from './tenants.js';
import { transferHandlers } from './transfer/transferHandlers.js';

export function createApiHandlers({ config, services }: { readonly config: Pick<Config, 'organization' | 'nextStepUrl' | 'autoMapsOnOpen'>; readonly services: Services }): ApiHandlers {
  return {
    ...sessionHandlers(config),
    ...connectionHandlers(services),
    ...tenantHandlers(services),
    ...companyHandlers(services),
    ...psaWriteHandlers(services),
    ...mappingHandlers(services),
    ...autoMapHandlers(services),
    ...draftHandlers(services),
    ...driftHandlers(services),
    ...changeSetHandlers(services),
    ...transferHandlers(services),
  };
}
