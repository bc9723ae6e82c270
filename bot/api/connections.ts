import type { Services } from '../../services/index.js';
import type { ApiHandlers } from './apiHandler.js';

type Handled = 'listConnections' | 'describeConnections' | 'checkConnection' | 'listCompanyKinds' | 'saveConnection' | 'uploadCompanyFile' | 'previewFile' | 'pauseConnection' | 'previewRemoval' | 'removeConnection' | 'syncSources' | 'cancelSync' | 'findMissing';

export function connectionHandlers(services: Services): Pick<ApiHandlers, Handled> {
  return {
    listConnections: ({ caller }) => services.listConnections(caller),
    describeConnections: ({ caller }) => services.describeConnections(caller),
    checkConnection: ({ caller, request }) => services.checkConnection(caller, request),
    listCompanyKinds: ({ caller, request }) => services.listCompanyKinds(caller, request),
    saveConnection: ({ caller, request }) => services.saveConnection(caller, request),
    uploadCompanyFile: ({ caller, request, file }) => services.uploadCompanyFile(caller, request, file),
    previewFile: ({ caller, request }) => services.previewFile(caller, request),
    pauseConnection: ({ caller, request }) => services.pauseConnection(caller, request),
    previewRemoval: ({ caller, request }) => services.previewRemoval(caller, request),
    removeConnection: ({ caller, request }) => services.removeConnection(caller, request),
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
    findMissing: ({ caller, request }) => services.findMissing(caller, request),
    async cancelSync({ caller }) {
      await services.cancelSync(caller);
      return services.listConnections(caller);
    },
  };
}
