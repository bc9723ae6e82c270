import type { Services } from '../../services/index.js';
import { createSlots } from '../../services/runtime/slots.js';
import type { ApiHandlers } from './apiHandler.js';

// Runs share one thread with everybody's requests: many at once would make all of them slow and none of them sooner done.
const runsPerOrganization = 2;

export function autoMapHandlers({ suggestMappings }: Pick<Services, 'suggestMappings'>): Pick<ApiHandlers, 'autoMap'> {
  const slots = createSlots(runsPerOrganization);
  return {
    async autoMap({ caller, request }, { emit, signal }) {
      const run = () =>
        suggestMappings(caller, request, {
          signal,
          onProgress: (done, total) => emit({ kind: 'progress', done, total }),
          onSuggestions: (suggestions) => emit({ kind: 'suggestions', suggestions }),
        });
      emit({ kind: 'done', ...(await slots.use(caller.orgId, signal, run)) });
    },
  };
}
