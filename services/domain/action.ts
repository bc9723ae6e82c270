import type { UserId } from './ids.js';
import type { Person, Role } from './organization.js';

/** Whose press counts, and for what. Another may finish it after a crash, in this person's name. `claimId` is of this press alone. */
export type ActionClaim = { readonly claimId: string; readonly person: Person; readonly role: Role; /** ISO 8601, UTC. */ readonly at: string; readonly choice: unknown };

/** What a card's buttons do once. `task` and `result` are the host's own, as JSON can hold them. */
export type OneTimeAction = {
  /** The weakest role that may use it. */
  readonly role: Role;
  /** Null: everybody who has the role. */
  readonly userIds: readonly UserId[] | null;
  /** ISO 8601, UTC. A result outlives it. */
  readonly expiresAt: string;
  readonly task: unknown;
  /** Null: nobody's press counts so far. */
  readonly claim: ActionClaim | null;
  /** Null: not done. */
  readonly result: unknown;
};
