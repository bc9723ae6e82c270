import type { ConversationReference } from 'botbuilder';
import type { Caller, Role } from '../../services/domain/organization.js';
import type { Services } from '../../services/index.js';
import type { Config } from '../../services/runtime/config.js';
import type { Card } from './cards/card.js';
import type { CommandName } from './commands/words/commandNames.js';
import type { Language } from './language/language.js';
import type { Place } from './notifications/placeOf.js';
import type { Verb } from './verbs.js';

/** What commands and actions work with. */
export type ChatTools = { readonly services: Services; readonly config: Pick<Config, 'teamsAppId' | 'nextStepUrl' | 'people'> };

/** One thing that a person typed or pressed: who, and in which language they are answered. */
export type Turn = { readonly caller: Caller; readonly language: Language; /** Where it was. */ readonly reference: Partial<ConversationReference>; readonly place: Place };

/** A card now, and the one that takes its place when the work is done; `later` never rejects. */
export type CommandAnswer = { readonly card: Card; readonly later?: Promise<Card> };

/** Something that people type. Its words are in `commands/words/`. */
export type Command = {
  readonly name: CommandName;
  /** The weakest role that may use it. */
  readonly role: Role;
  /** `argument`: what followed the command's words, '' for nothing. */
  run(turn: Turn, argument: string): Promise<Card | CommandAnswer>;
};

/**
 * What a button leads to. `card` replaces the button's own, for all who see it when it tells a result; `post` is a new message;
 * `notice` leaves everything as it is and says why. `next` is a new message after it; `later` takes the place of what was posted.
 */
export type ActionReply =
  | { readonly kind: 'card'; readonly card: Card; readonly isResult: boolean; readonly next?: Card }
  /** For the one who asked, and only there. */
  | { readonly kind: 'view'; readonly card: Card }
  | { readonly kind: 'post'; readonly card: Card; readonly later?: Promise<Card> }
  | { readonly kind: 'notice'; readonly sentence: string };

/** What a card's button asks for. `data` is what the client sent: not to be believed. */
export type CardAction = { readonly verb: Verb; readonly role: Role; run(turn: Turn, data: unknown): Promise<ActionReply> };
