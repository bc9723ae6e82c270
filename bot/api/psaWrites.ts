import type { Services } from '../../services/index.js';
import type { ApiHandlers } from './apiHandler.js';

export function psaWriteHandlers(services: Services): Pick<ApiHandlers, 'listPsaSkills' | 'prepareNewCompany' | 'createCompany' | 'storeTenantIds'> {
  return {
    listPsaSkills: ({ caller }) => services.listPsaSkills(caller),
    prepareNewCompany: ({ caller, request }) => services.prepareNewCompany(caller, request),
    createCompany: ({ caller, request }) => services.createCompany(caller, request),
    async storeTenantIds({ caller, request }, { emit, signal }) {
      const counts = await services.storeTenantIds(caller, request, {
        signal,
        onProgress: (done, total) => emit({ kind: 'progress', done, total }),
        onRow: (row) => emit({ kind: 'row', row }),
      });
      emit({ kind: 'done', ...counts });
    },
  };
}
