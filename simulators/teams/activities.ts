import { withoutThread, type ChannelAccount, type ConversationAccount, type Identities } from './identities.js';
import type { Scope, TeamsApp, TeamsPerson } from './wire.js';

export type Activity = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };

/** Who does it, where. `conversationId` may name a channel's thread. */
export type Place = { readonly person: TeamsPerson; readonly scope: Scope; readonly conversationId: string };

export type ActivityBuilder = {
  /** In which language a person's Teams is from now on; en-US before. */
  speak(person: TeamsPerson, locale: string): void;
  /** With a mention of the bot in group chats and channels: Teams tells a bot of nothing else there. */
  message(id: string, place: Place, text: string): Activity;
  /** Action.Submit: a message without text. */
  submit(id: string, place: Place, replyToId: string, value: unknown): Activity;
  invoke(id: string, place: Place, invoke: { readonly name: string; readonly value: unknown; readonly replyToId?: string }): Activity;
  /** What a bot gets when it is added, in Teams' order. */
  installed(ids: readonly [string, string], place: Place): readonly [Activity, Activity];
};

type Options = { readonly app: TeamsApp; readonly orgId: string; readonly serviceUrl: string; readonly identities: Identities };

/** Activities as the Teams channel sends them to /api/messages. */
export function makeActivityBuilder({ app, orgId, serviceUrl, identities }: Options): ActivityBuilder {
  const locales = new Map<string, string>();
  const localeOf = ({ userId }: TeamsPerson) => locales.get(userId) ?? 'en-US';

  function base(id: string, place: Place) {
    const now = new Date().toISOString();
    return {
      id,
      timestamp: now,
      localTimestamp: now,
      localTimezone: 'UTC',
      locale: localeOf(place.person),
      channelId: 'msteams',
      serviceUrl,
      from: identities.account(place.person),
      recipient: identities.bot satisfies ChannelAccount,
      conversation: conversation(place),
      channelData: channelData(place),
    };
  }

  function conversation({ scope, conversationId }: Place): ConversationAccount {
    const account = { id: conversationId, conversationType: scope, tenantId: orgId };
    return scope === 'personal' ? account : { ...account, isGroup: true };
  }

  function channelData({ scope, conversationId }: Place) {
    const tenant = { tenant: { id: orgId } };
    if (scope !== 'channel') return tenant;
    const channelId = withoutThread(conversationId);
    const team = { id: identities.teamId, name: identities.teamName, aadGroupId: identities.teamGroupId };
    return { ...tenant, team, channel: { id: channelId }, teamsTeamId: identities.teamId, teamsChannelId: channelId };
  }

  const clientInfoOf = ({ person }: Place) => ({ type: 'clientInfo', locale: localeOf(person), country: 'US', platform: 'Web', timezone: 'UTC' });
  const mentionText = `<at>${app.name}</at>`;
  const mention = { type: 'mention', mentioned: identities.bot, text: mentionText };

  return {
    speak: ({ userId }, locale) => void locales.set(userId, locale),
    message(id, place, text) {
      const isPersonal = place.scope === 'personal';
      return {
        ...base(id, place),
        type: 'message',
        textFormat: 'plain',
        text: isPersonal ? text : `${mentionText} ${text}`,
        attachments: [],
        entities: isPersonal ? [clientInfoOf(place)] : [mention, clientInfoOf(place)],
      };
    },
    submit: (id, place, replyToId, value) => ({ ...base(id, place), type: 'message', replyToId, value, entities: [clientInfoOf(place)] }),
    invoke: (id, place, { name, value, replyToId }) => ({ ...base(id, place), type: 'invoke', name, value, ...(replyToId ? { replyToId } : {}), entities: [clientInfoOf(place)] }),
    installed([addedId, installId], place) {
      const eventType = place.scope === 'channel' ? { eventType: 'teamMemberAdded' } : {};
      const added = base(addedId, place);
      return [
        { ...added, type: 'conversationUpdate', membersAdded: [{ id: identities.bot.id }], channelData: { ...added.channelData, ...eventType } },
        { ...base(installId, place), type: 'installationUpdate', action: 'add' },
      ];
    },
  };
}
