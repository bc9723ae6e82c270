import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { placeOf } from './placeOf.js';

const channelEvent = z.object({ eventType: z.string().optional(), channel: z.object({ id: z.string() }).optional(), team: z.object({ id: z.string() }).optional() });

/** Conversations in which nothing may be written any more: one, or all channels of a team. Undefined: the activity ends none. */
export type Gone = { readonly conversationId: string; readonly teamId: string | null };

/** Reads what Teams says when the app is removed, or a channel or team is deleted. An upgrade removes nothing. */
export function goneWith(activity: Partial<Activity>): Gone | undefined {
  const { type, action, membersRemoved = [], recipient } = activity as Partial<Activity> & { readonly action?: string };
  const { conversationId, teamId } = placeOf(activity);
  const event = channelEvent.safeParse(activity.channelData).data;
  if (type === 'installationUpdate') return action === 'remove' ? { conversationId, teamId } : undefined;
  if (type !== 'conversationUpdate') return undefined;
  if (membersRemoved.some(({ id }) => id === recipient?.id)) return { conversationId, teamId };
  if (event?.eventType === 'teamDeleted' || event?.eventType === 'teamHardDeleted') return { conversationId, teamId };
  if (event?.eventType === 'channelDeleted' && event.channel) return { conversationId: event.channel.id, teamId: null };
  return undefined;
}
