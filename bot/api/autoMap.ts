import type { Services } from '../../services/index.js';
import type { ApiHandlers } from './apiHandler.js';

export function autoMapHandlers({ suggestMappings }: Pick<Services, 'suggestMappings'>): Pick<ApiHandlers, 'autoMap'> {
  return {
    async autoMap({ caller, request }, { emit, signal }) {
      const counts = await suggestMappings(caller, request, {
        signal,
        onProgress: (done, total) => emit({ kind: 'progress', done, total }),
        onSuggestions: (suggestions) => emit({ kind: 'suggestions', suggestions }),
      });
      emit({ kind: 'done', ...counts });
    },
  };
}
