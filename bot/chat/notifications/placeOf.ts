import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { ConversationScope } from '../../../services/domain/notice.js';
import { isTimeZone } from '../../../services/index.js';

/** The conversation that a turn was in, and the clock on its wall. */
export type Place = {
  /** Of a channel, without a thread. */
  readonly conversationId: string;
  readonly scope: ConversationScope;
  /** Of a channel: its team. Else null. */
  readonly teamId: string | null;
  readonly serviceUrl: string;
  /** An IANA name; UTC where the client tells none. */
  readonly timeZone: string;
};

const channelData = z.object({ team: z.object({ id: z.string() }) });

export function placeOf({ conversation, channelData: data, serviceUrl = '', localTimezone }: Partial<Activity>): Place {
  const scope = scopeOf(conversation?.conversationType, conversation?.isGroup);
  return {
    // A channel's threads are `<channel id>;messageid=<first message>`.
    conversationId: conversation?.id.split(';')[0] ?? '',
    scope,
    teamId: channelData.safeParse(data).data?.team.id ?? null,
    serviceUrl,
    timeZone: typeof localTimezone === 'string' && isTimeZone(localTimezone) ? localTimezone : 'UTC',
  };
}

function scopeOf(type: string | undefined, isGroup: boolean | undefined): ConversationScope {
  if (type === 'channel' || type === 'groupChat') return type;
  return isGroup ? 'groupChat' : 'personal';
}
