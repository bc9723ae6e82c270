import type { NotifiedConversation } from '../../domain/notice.js';
import { requireConversation, requireOrgId } from '../argumentChecks.js';
import type { ConversationStore } from '../ports.js';
import type { WorkerClient } from './workerClient.js';

export function sqliteConversations(client: WorkerClient): ConversationStore {
  async function read(orgId: string, conversationId: string | null): Promise<NotifiedConversation[]> {
    requireOrgId(orgId);
    // Written by `replace` and `adopt` below.
    return (await client.call('listConversations', { orgId, conversationId })).rows.map((row) => JSON.parse(row) as NotifiedConversation);
  }
  function argsOf(orgId: string, conversation: NotifiedConversation) {
    requireOrgId(orgId);
    requireConversation(conversation);
    const { conversationId, version } = conversation;
    return { orgId, conversationId, version, row: JSON.stringify(conversation) };
  }
  return {
    list: (orgId) => read(orgId, null),
    read: async (orgId, conversationId) => (await read(orgId, conversationId))[0],
    replace: async (orgId, next) => (await client.call('replaceConversation', argsOf(orgId, next))).value,
    async adopt(orgId, conversation) {
      await client.call('adoptConversation', argsOf(orgId, conversation));
    },
    async remove(orgId, conversationId) {
      requireOrgId(orgId);
      await client.call('removeConversation', { orgId, conversationId });
    },
  };
}
