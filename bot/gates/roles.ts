import { roles, type Role } from '../../services/domain/organization.js';
import type { Config } from '../../services/runtime/config.js';

/** The strongest of: app roles in the token, the settings file's entry for the person, the default. Undefined: may not come in. */
export function roleOf({ people, defaultRole }: Pick<Config, 'people' | 'defaultRole'>, userId: string, tokenRoles: readonly string[] = []): Role | undefined {
  const granted = [defaultRole, people.find((entry) => entry.userId === userId)?.role, ...tokenRoles.map((name) => name.toLowerCase())];
  return [...roles].reverse().find((role) => granted.includes(role));
}
