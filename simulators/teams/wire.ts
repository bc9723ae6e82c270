/** What the page and the simulator's server say to each other. Types only: the page is built for browsers. */

export type Scope = 'personal' | 'groupChat' | 'channel';

export type TeamsPerson = { readonly userId: string; readonly name: string; readonly role: string };

/** What Teams knows from the app's manifest. `entityId` is the static tab's, `companies` unless told. */
export type TeamsApp = { readonly teamsAppId: string; readonly tabClientId: string; readonly botId: string; readonly name: string; readonly entityId?: string; readonly extension?: ExtensionManifest };

/** The manifest's `composeExtensions`, as far as a host needs them. */
export type ExtensionManifest = {
  readonly searches: readonly { readonly id: string; readonly title: string; readonly parameter: string; readonly hint: string }[];
  readonly messageActions: readonly { readonly id: string; readonly title: string }[];
  /** Host names whose links the app unfolds. */
  readonly linkDomains: readonly string[];
};

/** GET /teams/session */
export type HostSession = {
  readonly app: TeamsApp;
  readonly orgId: string;
  readonly orgName: string;
  readonly people: readonly TeamsPerson[];
};

/** A message as one person sees it. `version` grows with each change. */
export type ShownMessage = {
  readonly id: string;
  readonly version: number;
  readonly author: 'bot' | 'person' | 'notice';
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly text: string;
  readonly cards: readonly unknown[];
  /** Texts of suggested replies. */
  readonly suggestedReplies: readonly string[];
  /** Content types of attachments that this page can't show. */
  readonly otherAttachments: readonly string[];
};

/** One server-sent event of /teams/events. The first one is `snapshot`. */
export type ConversationEvent =
  | { readonly kind: 'snapshot'; readonly messages: readonly ShownMessage[] }
  | { readonly kind: 'message'; readonly message: ShownMessage }
  | { readonly kind: 'removed'; readonly id: string }
  | { readonly kind: 'typing' };

/** POST /teams/actions and /teams/submit */
export type ActionAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'failed'; readonly sentence: string };

/** An Action.Execute; `data` holds the card's inputs as well. */
export type CardAction = { readonly id?: string | undefined; readonly verb?: string | undefined; readonly data?: unknown };

export type Choice = { readonly title: string; readonly value: string };

/** POST /teams/search. At most 15 results, as in Teams. */
export type SearchAnswer = { readonly kind: 'results'; readonly results: readonly Choice[] } | { readonly kind: 'failed'; readonly sentence: string };

export type ExtensionResult = { readonly title: string; readonly text: string; readonly card: unknown };
/** POST /teams/extension/search, /teams/extension/link and /teams/extension/dialog. `nothing`: the link stays a link. */
export type ExtensionAnswer =
  | { readonly kind: 'results'; readonly results: readonly ExtensionResult[] }
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly card: unknown }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly sentence: string };
