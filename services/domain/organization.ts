import type { OrgId, UserId } from './ids.js';

/** What a person may do, weakest first: look, map, approve, change settings. */
export const roles = ['viewer', 'mapper', 'approver', 'admin'] as const;
export type Role = (typeof roles)[number];

/** A person as shown beside what they did. `userId` identifies, `name` is display only. */
export type Person = { readonly userId: UserId; readonly name: string };

/** Who asks, from where. Built by a gate from a verified token, never from a request's body. */
export type Caller = {
  readonly orgId: OrgId;
  readonly person: Person;
  readonly role: Role;
  readonly via: 'tab' | 'chat' | 'import' | 'api';
  readonly requestId: string;
};

/** A stronger role includes the weaker ones. */
export function hasRole(caller: Pick<Caller, 'role'>, needed: Role): boolean {
  return roles.indexOf(caller.role) >= roles.indexOf(needed);
}
