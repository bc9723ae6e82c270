import type { Person } from './organization.js';

/** What the app may tell by itself. */
export const noticeTopics = ['new-tenants', 'drift', 'sync-problems', 'long-runs'] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

export const conversationScopes = ['personal', 'groupChat', 'channel'] as const;
export type ConversationScope = (typeof conversationScopes)[number];

/** Times of day are `HH:MM` in `timeZone` (an IANA name). */
export type NoticeSettings = {
  readonly isOn: boolean;
  readonly topics: readonly NoticeTopic[];
  /** Once a day, all at once; null: as soon as something is new. */
  readonly dailyAt: string | null;
  /** Nothing is sent from that time to the other, perhaps over midnight; null: never quiet. */
  readonly quiet: { readonly from: string; readonly to: string } | null;
  readonly timeZone: string;
};

/** Where to write, and how: what the channel said when somebody switched notices on. */
export type ConversationAddress = {
  /** Of a channel, without a thread. */
  readonly conversationId: string;
  readonly scope: ConversationScope;
  /** Of a channel: its team. Else null. */
  readonly teamId: string | null;
  readonly serviceUrl: string;
  /** As the chat calls it. */
  readonly language: string;
};

/** A conversation that asked to be told, and how far it has been. `version` counts its changes, from 1. Times are ISO 8601, UTC. */
export type NotifiedConversation = ConversationAddress & {
  readonly version: number;
  readonly settings: NoticeSettings;
  readonly setBy: Person;
  readonly setAt: string;
  /** Hashes of what is true now and need not be told any more. */
  readonly told: readonly string[];
  /** The day (YYYY-MM-DD, in its time zone) of the latest daily look; null: none yet. */
  readonly dailyDay: string | null;
  /** A process is sending, or died in it; after `until` another may. */
  readonly claim: { readonly claimId: string; readonly until: string } | null;
  /** The channel asked for patience, or did not answer. */
  readonly notBefore: string | null;
  /** Attempts that failed since the last one that did not. */
  readonly failures: number;
};
