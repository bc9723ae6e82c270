import type { OrgId } from '../domain/ids.js';
import type { ConversationStore } from './ports.js';

/** Copies the conversations that asked to be told, with what they were told; those that the source no longer has are removed. May be cut off anywhere and run again. */
export async function copyConversations(from: ConversationStore, to: ConversationStore, orgId: OrgId): Promise<void> {
  const wanted = await from.list(orgId);
  for (const { conversationId } of await to.list(orgId)) if (!wanted.some((one) => one.conversationId === conversationId)) await to.remove(orgId, conversationId);
  for (const conversation of wanted) await to.adopt(orgId, conversation);
}

/** One line for each. */
export async function conversationLines(conversations: ConversationStore, orgId: OrgId): Promise<string[]> {
  return (await conversations.list(orgId)).map((conversation) => JSON.stringify(conversation));
}
