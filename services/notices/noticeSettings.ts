import type { OrgId } from '../domain/ids.js';
import { noticeTopics, type ConversationAddress, type NoticeSettings, type NotifiedConversation } from '../domain/notice.js';
import { hasRole, type Caller } from '../domain/organization.js';
import { AppError } from '../runtime/errors.js';
import { factHash, type Fact } from './fact.js';
import { gatherFacts } from './gatherFacts.js';
import type { NoticePorts } from './noticePorts.js';

const tries = 10;

/** What a conversation has until somebody chooses: nothing is sent. */
export const initialSettings: Omit<NoticeSettings, 'timeZone'> = { isOn: false, topics: noticeTopics, dailyAt: null, quiet: { from: '19:00', to: '07:00' } };

/** Undefined: nobody has chosen anything for this conversation. */
export function getNotices({ store }: Pick<NoticePorts, 'store'>) {
  return async ({ orgId }: Pick<Caller, 'orgId'>, conversationId: string): Promise<Pick<NotifiedConversation, 'settings' | 'setBy' | 'setAt'> | undefined> => {
    const found = await store.conversations.read(orgId, conversationId);
    return found && { settings: found.settings, setBy: found.setBy, setAt: found.setAt };
  };
}

/**
 * Chooses what a conversation is told. What is true already when a topic is switched on is not news. AppError `not-allowed`: what a whole
 * group or channel is told needs the role mapper.
 */
export function setNotices(ports: NoticePorts) {
  const gather = gatherFacts(ports);
  const { conversations } = ports.store;
  return async (caller: Caller, address: ConversationAddress, settings: NoticeSettings): Promise<void> => {
    const { orgId, person } = caller;
    if (address.scope !== 'personal' && !hasRole(caller, 'mapper')) throw new AppError('not-allowed', 'what a group is told needs the role mapper');
    const facts = settings.isOn ? await gather(orgId) : [];
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const before = await conversations.read(orgId, address.conversationId);
      const told = [...new Set([...(before?.told ?? []), ...alreadyTrue(facts, settings, before?.settings).map(factHash)])];
      const kept = before ?? { version: 0, dailyDay: null, claim: null, notBefore: null, failures: 0 };
      const { conversationId, scope, teamId, serviceUrl, language } = address;
      const next = { ...kept, conversationId, scope, teamId, serviceUrl, language, version: kept.version + 1, settings, setBy: person, setAt: ports.clock.now().toISOString(), told };
      if (await conversations.replace(orgId, next)) return;
    }
    throw new AppError('storage-unavailable', 'the conversation was changed by others again and again', { isRetryable: true });
  };
}

/** The app was removed from a conversation, or from a team and so from all of its channels. */
export function forgetConversations({ store: { conversations } }: Pick<NoticePorts, 'store'>) {
  return async ({ orgId }: { readonly orgId: OrgId }, gone: { readonly conversationId: string; readonly teamId: string | null }): Promise<void> => {
    const all = await conversations.list(orgId);
    const ofTeam = all.filter(({ teamId }) => gone.teamId !== null && teamId === gone.teamId).map(({ conversationId }) => conversationId);
    for (const conversationId of new Set([gone.conversationId, ...ofTeam])) await conversations.remove(orgId, conversationId);
  };
}

function alreadyTrue(facts: readonly Fact[], { topics }: NoticeSettings, before: NoticeSettings | undefined): readonly Fact[] {
  const wereOn = before?.isOn ? before.topics : [];
  return facts.filter(({ topic }) => topics.includes(topic) && !wereOn.includes(topic));
}
