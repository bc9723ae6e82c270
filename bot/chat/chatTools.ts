import type { Caller, Role } from '../../services/domain/organization.js';
import type { Services } from '../../services/index.js';
import type { Config } from '../../services/runtime/config.js';
import type { Card } from './cards/card.js';
import type { CommandLabel } from './cards/messageCards.js';
import type { Verb } from './verbs.js';

/** What commands and actions work with. */
export type ChatTools = { readonly services: Services; readonly config: Pick<Config, 'teamsAppId' | 'nextStepUrl'> };

/** Something that people type. `words` are all the ways to say it, the first one its name. */
export type Command = CommandLabel & {
  readonly words: readonly [string, ...string[]];
  /** The weakest role that may use it. */
  readonly role: Role;
  run(caller: Caller): Promise<Card>;
};

/**
 * What a button leads to. `card` replaces the button's own, for all who see it when it tells a result; `post` is a new message;
 * `notice` leaves everything as it is and says why.
 */
export type ActionReply =
  | { readonly kind: 'card'; readonly card: Card; readonly isResult: boolean }
  | { readonly kind: 'post'; readonly card: Card }
  | { readonly kind: 'notice'; readonly sentence: string };

/** What a card's button asks for. `data` is what the client sent: not to be believed. */
export type CardAction = { readonly verb: Verb; readonly role: Role; run(caller: Caller, data: unknown): Promise<ActionReply> };
