import type { OrgId, UserId } from '../../domain/ids.js';
import type { Person } from '../../domain/organization.js';
import type { Clock } from '../../runtime/clock.js';

/** Who is on the bulk page: whoever asked for the draft in the last 15 seconds, of this process. With several processes, those on another are not seen. */
export type Presence = {
  seen(orgId: OrgId, person: Person): void;
  /** By name. */
  othersThan(orgId: OrgId, person: Person): Person[];
};

const staysMs = 15_000;

export function createPresence(clock: Clock): Presence {
  const seenAt = new Map<OrgId, Map<UserId, { readonly person: Person; readonly atMs: number }>>();
  return {
    seen(orgId, person) {
      const people = seenAt.get(orgId) ?? new Map<UserId, { person: Person; atMs: number }>();
      const atMs = clock.now().getTime();
      for (const [userId, entry] of people) if (atMs - entry.atMs > staysMs) people.delete(userId);
      people.set(person.userId, { person, atMs });
      seenAt.set(orgId, people);
    },
    othersThan(orgId, { userId }) {
      const nowMs = clock.now().getTime();
      const here = [...(seenAt.get(orgId)?.values() ?? [])].filter(({ person, atMs }) => person.userId !== userId && nowMs - atMs <= staysMs);
      return here.map(({ person }) => person).sort((a, b) => a.name.localeCompare(b.name) || a.userId.localeCompare(b.userId));
    },
  };
}
