import type { Services } from '../../services/index.js';
import type { ApiHandlers } from './apiHandler.js';

export function draftHandlers(services: Pick<Services, 'listDraft' | 'decideDraft'>): Pick<ApiHandlers, 'listDraft' | 'decideDraft'> {
  return {
    listDraft: ({ caller, request }) => services.listDraft(caller, request),
    decideDraft: ({ caller, request }) => services.decideDraft(caller, request),
  };
}
