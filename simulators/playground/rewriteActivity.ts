import { z } from 'zod';
import type { ChannelAccount } from '../teams/identities.js';

/** What the Playground calls those whom Teams calls otherwise. It tells with each activity. */
export type PlaygroundIds = { readonly personId: string; readonly botId: string; readonly tenantId: string };

/** Who they are to the app. `member` is the person as the Bot Connector lists people. */
export type TeamsIds = { readonly orgId: string; readonly serviceUrl: string; readonly bot: ChannelAccount; readonly person: ChannelAccount; readonly member: ChannelAccount };

export type Names = { readonly teams: TeamsIds; readonly playground: PlaygroundIds };

/** What version 0.2.28 says without a configuration file. */
export const defaultPlaygroundIds: PlaygroundIds = {
  personId: 'user-id-0',
  botId: '00000000-0000-0000-0000-00000000000011',
  tenantId: '00000000-0000-0000-0000-0000000000001',
};

const account = z.looseObject({ id: z.string().min(1) });
type Account = z.infer<typeof account>;
const tenant = z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() });
const entity = z.looseObject({ mentioned: account.optional(), text: z.string().optional() });

/** An activity as the Playground posts it. */
export const playgroundActivity = z.looseObject({
  id: z.string().min(1),
  type: z.string().min(1),
  from: account,
  recipient: account,
  conversation: z.looseObject({ id: z.string().min(1), tenantId: z.string().optional() }),
  channelData: tenant.optional(),
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
});
export type PlaygroundActivity = z.infer<typeof playgroundActivity>;

export function idsOf({ from, recipient, conversation, channelData }: PlaygroundActivity): PlaygroundIds {
  return { personId: from.id, botId: recipient.id, tenantId: conversation.tenantId ?? channelData?.tenant?.id ?? defaultPlaygroundIds.tenantId };
}

/** The same activity as Teams would send it: whoever uses the Playground is the chosen person, and the bot is ours. */
export function toTeamsActivity(activity: PlaygroundActivity, teams: TeamsIds): PlaygroundActivity {
  const names: Names = { teams, playground: idsOf(activity) };
  const { conversation, channelData, text, entities, membersAdded, membersRemoved } = activity;
  const mention = `<at>${teams.bot.name}</at>`;
  const ofBot = entities?.find(({ mentioned }) => mentioned?.id === names.playground.botId)?.text;
  return {
    ...activity,
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    from: teams.person,
    recipient: teams.bot,
    conversation: { ...conversation, tenantId: teams.orgId },
    channelData: { ...channelData, tenant: { ...channelData?.tenant, id: teams.orgId } },
    ...(text === undefined ? {} : { text: ofBot ? text.replaceAll(ofBot, mention) : text }),
    ...(entities && { entities: entities.map((one) => (one.mentioned?.id === names.playground.botId ? { ...one, mentioned: teams.bot, text: mention } : one)) }),
    ...(membersAdded && { membersAdded: membersAdded.map((member) => toTeamsAccount(member, names)) }),
    ...(membersRemoved && { membersRemoved: membersRemoved.map((member) => toTeamsAccount(member, names)) }),
  };
}

const fromApp = z.looseObject({
  from: account.optional(),
  recipient: account.optional(),
  bot: account.optional(),
  members: z.array(account).nullish(),
  tenantId: z.string().optional(),
  conversation: z.looseObject({ tenantId: z.string().optional() }).optional(),
  channelData: tenant.nullish(),
  entities: z.array(entity).nullish(),
  activity: z.unknown().optional(),
});

/** What the app posts to the Bot Connector, an activity or a new conversation, in the Playground's names. Throws ZodError for anything else. */
export function toPlaygroundBody(body: unknown, names: Names): Record<string, unknown> {
  const posted = fromApp.parse(body);
  const { from, recipient, bot, members, tenantId, conversation, channelData, entities, activity } = posted;
  return {
    ...posted,
    ...(from && { from: toPlaygroundAccount(from, names) }),
    ...(recipient && { recipient: toPlaygroundAccount(recipient, names) }),
    ...(bot && { bot: toPlaygroundAccount(bot, names) }),
    ...(members && { members: members.map((member) => toPlaygroundAccount(member, names)) }),
    ...(tenantId && { tenantId: names.playground.tenantId }),
    ...(conversation?.tenantId && { conversation: { ...conversation, tenantId: names.playground.tenantId } }),
    ...(channelData?.tenant && { channelData: { ...channelData, tenant: { ...channelData.tenant, id: names.playground.tenantId } } }),
    ...(entities && { entities: entities.map((one) => (one.mentioned ? { ...one, mentioned: toPlaygroundAccount(one.mentioned, names) } : one)) }),
    ...(activity === undefined ? {} : { activity: toPlaygroundBody(activity, names) }),
  };
}

/** A path of the Bot Connector, whose parts may be an account's id. Undefined for one that is no path. */
export function toPlaygroundPath(pathname: string, names: Names): string | undefined {
  try {
    const parts = pathname.split('/').map(decodeURIComponent);
    return parts.map((part) => encodeURIComponent(toPlaygroundId(part, names))).join('/');
  } catch {
    return undefined;
  }
}

const accounts = z.array(account);
const page = z.looseObject({ members: accounts });

/** What the Playground answers the app: lists of members, one member, or the id of what was posted. */
export function toTeamsAnswer(body: unknown, names: Names): unknown {
  const toMember = (one: Account) => toTeamsAccount(one, names, names.teams.member);
  const all = accounts.safeParse(body);
  if (all.success) return all.data.map(toMember);
  const some = page.safeParse(body);
  if (some.success) return { ...some.data, members: some.data.members.map(toMember) };
  const one = account.safeParse(body);
  return one.success ? toMember(one.data) : body;
}

/** JSON leaves out what is undefined. The Playground's directory ids are not even GUIDs, and ours are none of its. */
const withoutDirectoryId = { aadObjectId: undefined };

/** The Playground's other people keep their ids, but the organization does not know them. */
function toTeamsAccount(one: Account, { teams, playground }: Names, person = teams.person): Account {
  if (one.id === playground.personId) return { ...person };
  if (one.id === playground.botId) return { ...teams.bot };
  return { ...one, ...withoutDirectoryId, ...('tenantId' in one ? { tenantId: teams.orgId } : {}) };
}

function toPlaygroundAccount(one: Account, names: Names): Account {
  return { ...one, ...withoutDirectoryId, id: toPlaygroundId(one.id, names) };
}

/** The connector takes a person's directory id as well. */
function toPlaygroundId(id: string, { teams, playground }: Names): string {
  if (id === teams.person.id || id === teams.person.aadObjectId) return playground.personId;
  return id === teams.bot.id ? playground.botId : id;
}
