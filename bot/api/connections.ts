import type { Services } from '../../services/index.js';
import type { ApiHandlers } from './apiHandler.js';

export function connectionHandlers(services: Services): Pick<ApiHandlers, 'listConnections' | 'syncSources'> {
  return {
    listConnections: ({ caller }) => services.listConnections(caller),
    async syncSources({ caller }, { emit, stopping }) {
      // A pull is shared with whoever else asks for it, so one who leaves must not end it for the others.
      await services.syncSources(caller, { signal: stopping, onProgress: (sourceName, done, total) => emit({ kind: 'progress', sourceName, done, total }) });
      emit({ kind: 'done', connections: await services.listConnections(caller) });
    },
  };
}
