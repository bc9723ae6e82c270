import mongoose from 'mongoose';
import type { NotifiedConversation } from '../../domain/notice.js';
import { requireConversation, requireOrgId } from '../argumentChecks.js';
import type { ConversationStore } from '../ports.js';
import { maxTimeMS } from './connectMongo.js';
import type { ConversationDoc, Models } from './models.js';
import { isDuplicateKey } from './storageError.js';

/** Each version is inserted as a document of its own, which only one process can do; the ones before are then removed. */
export function mongoConversations({ conversations }: Models): ConversationStore {
  const newestOf = async (orgId: string, conversationId: string) => (await conversations.findOne({ orgId, conversationId }).sort({ version: -1 }).maxTimeMS(maxTimeMS).lean<ConversationDoc>()) ?? undefined;
  // Written by `replace` and `adopt` below.
  const toConversation = ({ json }: ConversationDoc) => JSON.parse(json) as NotifiedConversation;
  const toDoc = (orgId: string, conversation: NotifiedConversation): ConversationDoc => {
    const { conversationId, version } = conversation;
    return { _id: `${orgId}\n${conversationId}\n${version}`, orgId, conversationId, version, json: JSON.stringify(conversation) };
  };

  async function insert(doc: ConversationDoc): Promise<boolean> {
    try {
      await conversations.insertMany([doc], { lean: true });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // Ours, when only the reply to it was lost: what two processes write differs in its claim.
      return (await conversations.findById(doc._id).maxTimeMS(maxTimeMS).lean<ConversationDoc>())?.json === doc.json;
    }
  }

  return {
    async list(orgId) {
      requireOrgId(orgId);
      const newest = new Map<string, ConversationDoc>();
      for (const doc of await conversations.find({ orgId }).maxTimeMS(maxTimeMS).lean<ConversationDoc[]>()) {
        if ((newest.get(doc.conversationId)?.version ?? 0) < doc.version) newest.set(doc.conversationId, doc);
      }
      return [...newest.values()].map(toConversation);
    },
    async read(orgId, conversationId) {
      requireOrgId(orgId);
      const found = await newestOf(orgId, conversationId);
      return found && toConversation(found);
    },
    async replace(orgId, next) {
      requireOrgId(orgId);
      requireConversation(next);
      const { conversationId, version } = next;
      const doc = toDoc(orgId, next);
      const before = (await newestOf(orgId, conversationId))?.version ?? 0;
      if (before !== version - 1 && before !== version) return false;
      if (!(await insert(doc))) return false;
      // A writer that slept between the look and the insert may find that others went on: theirs counts.
      const newest = (await newestOf(orgId, conversationId))?.version ?? 0;
      if (newest !== version) await conversations.deleteOne({ _id: doc._id });
      else if (version > 1) await conversations.deleteMany({ orgId, conversationId, version: mongoose.trusted({ $lt: version }) });
      return newest === version;
    },
    async adopt(orgId, conversation) {
      requireOrgId(orgId);
      requireConversation(conversation);
      await conversations.deleteMany({ orgId, conversationId: conversation.conversationId });
      await insert(toDoc(orgId, conversation));
    },
    async remove(orgId, conversationId) {
      requireOrgId(orgId);
      await conversations.deleteMany({ orgId, conversationId });
    },
  };
}
