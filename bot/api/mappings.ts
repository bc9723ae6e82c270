import type { Services } from '../../services/index.js';
import type { ApiHandlers } from './apiHandler.js';

export function mappingHandlers(services: Services): Pick<ApiHandlers, 'listMappings' | 'saveMappings'> {
  return {
    listMappings: ({ caller, request }) => services.listMappings(caller, request),
    /** Goes on when the client has gone: sent again with the same key, it gets the same answer. */
    async saveMappings({ caller, request }, { emit }) {
      const result = await services.saveMappings(caller, request, { onProgress: (phase, done, total) => emit({ kind: 'progress', phase, done, total }) });
      emit({ kind: 'result', result });
    },
  };
}
