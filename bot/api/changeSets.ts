import { changeSetId } from '../../contracts/values.js';
import type { Services } from '../../services/index.js';
import { createSlots } from '../../services/runtime/slots.js';
import type { ApiHandlers } from './apiHandler.js';
import { parseRequest } from './parseRequest.js';

type Handlers = Pick<ApiHandlers, 'listHistory' | 'getChangeSet' | 'listUnitHistory' | 'previewRestore' | 'restoreState' | 'verifyHistory' | 'undoChangeSet'>;

export function changeSetHandlers(services: Services): Handlers {
  // It reads all that was ever saved.
  const verifying = createSlots(1);
  const idOf = (params: Readonly<Record<string, string>>) => parseRequest(changeSetId, params['changeSetId']);
  return {
    listHistory: ({ caller, request }) => services.listHistory(caller, request),
    getChangeSet: ({ caller, request, params }) => services.getChangeSet(caller, idOf(params), request),
    listUnitHistory: ({ caller, request: { tenantId, psaConnectionId, ...page } }) => services.listUnitHistory(caller, { tenantId, psaConnectionId }, page),
    previewRestore: ({ caller, request: { orgVersion, ...page } }) => services.previewRestore(caller, orgVersion, page),
    restoreState: ({ caller, request }) => services.restoreState(caller, request),
    verifyHistory: ({ caller }) => verifying.use(caller.orgId, undefined, () => services.verifyHistory(caller)),
    undoChangeSet: ({ caller, request, params }) => services.undoChangeSet(caller, idOf(params), request),
  };
}
