import type { Services } from '../../services/index.js';
import type { ApiHandlers } from './apiHandler.js';

export function connectionHandlers(services: Services): Pick<ApiHandlers, 'listConnections' | 'syncSources' | 'cancelSync'> {
  return {
    listConnections: ({ caller }) => services.listConnections(caller),
    async syncSources({ caller, request: { source, confirmedMissing } }, { emit, stopping }) {
      // A pull is shared with whoever else asks for it, so one who leaves must not end it for the others; who wants it to end says so.
      await services.syncSources(caller, {
        signal: stopping,
        only: source,
        confirmedMissing,
        onProgress: ({ ref, name }, done, total) => emit({ kind: 'progress', source: ref, sourceName: name, done, total }),
      });
      emit({ kind: 'done', connections: await services.listConnections(caller) });
    },
    async cancelSync({ caller }) {
      await services.cancelSync(caller);
      return services.listConnections(caller);
    },
  };
}
