import { createHash } from 'node:crypto';
import type { Scope, TeamsApp, TeamsPerson } from './wire.js';

export type ChannelAccount = { readonly id: string; readonly name: string; readonly aadObjectId?: string };
export type ConversationAccount = { readonly id: string; readonly conversationType: Scope; readonly tenantId: string; readonly isGroup?: true; readonly name?: string };

/** Ids are derived from what they stand for, so that references which the bot has stored outlive a restart. */
export type Identities = {
  readonly bot: ChannelAccount;
  readonly teamId: string;
  readonly teamName: string;
  readonly teamGroupId: string;
  account(person: TeamsPerson): ChannelAccount;
  conversationId(scope: Scope, person: TeamsPerson): string;
};

export function makeIdentities(orgId: string, app: TeamsApp): Identities {
  const hash = (...parts: string[]) => createHash('sha256').update([orgId, app.botId, ...parts].join('|')).digest('hex');
  const group = hash('team group');
  return {
    bot: { id: `28:${app.botId}`, name: app.name },
    teamId: `19:${hash('team').slice(0, 32)}@thread.tacv2`,
    teamName: 'Service desk',
    teamGroupId: [group.slice(0, 8), group.slice(8, 12), `4${group.slice(13, 16)}`, `8${group.slice(17, 20)}`, group.slice(20, 32)].join('-'),
    account: (person) => ({ id: `29:1${hash('person', person.userId).slice(0, 48)}`, name: person.name, aadObjectId: person.userId }),
    conversationId(scope, person) {
      if (scope === 'personal') return `a:1${hash('personal', person.userId).slice(0, 48)}`;
      return scope === 'groupChat' ? `19:${hash('group chat').slice(0, 32)}@thread.v2` : `19:${hash('channel').slice(0, 32)}@thread.tacv2`;
    },
  };
}

/** A channel's threads are `<channel id>;messageid=<first message>`. */
export function withoutThread(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}
