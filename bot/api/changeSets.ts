import { changeSetId } from '../../contracts/values.js';
import type { Services } from '../../services/index.js';
import type { ApiHandlers } from './apiHandler.js';
import { parseRequest } from './parseRequest.js';

export function changeSetHandlers(services: Services): Pick<ApiHandlers, 'undoChangeSet'> {
  return { undoChangeSet: ({ caller, params }) => services.undoChangeSet(caller, parseRequest(changeSetId, params['changeSetId'])) };
}
