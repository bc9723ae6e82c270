import { randomBytes } from 'node:crypto';
import type { OrgId } from '../domain/ids.js';
import { systemClock, type Clock } from '../runtime/clock.js';
import { AppError } from '../runtime/errors.js';
import type { KeyRing } from '../runtime/secrets/keyRing.js';
import { openBytes, sealBytes } from '../runtime/secrets/sealText.js';
import { newTimedId } from '../runtime/timedId.js';
import type { WrappedKey } from '../runtime/secrets/wrappingKey.js';
import type { SecretStore } from '../storage/ports.js';

/** `version` counts how often it was replaced. */
export type OpenSecret = { readonly value: string; readonly version: number };

/**
 * Secrets, sealed with a key of their organization, which is itself wrapped by the operator's key. `kind` says what a secret is for: it
 * opens only under the organization, kind, id and version that it was sealed for.
 */
export type SecretVault = {
  /** Gives the id of the new secret, which tells its age (`timeOfId`). */
  keep(orgId: OrgId, kind: string, value: string): Promise<string>;
  /** Undefined: there is none. AppError `configuration` when it can't be opened, `secrets-unavailable` while the operator's key is out of reach. */
  open(orgId: OrgId, kind: string, secretId: string): Promise<OpenSecret | undefined>;
  /** Under a fixed id, in the place of that version (0: there must be none). False: somebody was quicker. */
  replace(orgId: OrgId, kind: string, secretId: string, knownVersion: number, value: string): Promise<boolean>;
  remove(orgId: OrgId, secretIds: readonly string[]): Promise<void>;
  /** Can the organization's key be used? Rejects as `open` does. */
  check(orgId: OrgId): Promise<void>;
};

const dataKeyId = 'data-key';
const dataKeyBytes = 32;

export function createSecretVault(secrets: SecretStore, keys: KeyRing, clock: Clock = systemClock): SecretVault {
  const known = new Map<OrgId, Promise<Buffer>>();

  async function readDataKey(orgId: OrgId): Promise<Buffer | undefined> {
    const stored = await secrets.read(orgId, dataKeyId);
    return stored && keys.unwrap(JSON.parse(stored.sealed) as WrappedKey);
  }

  async function makeDataKey(orgId: OrgId): Promise<Buffer> {
    const dataKey = randomBytes(dataKeyBytes);
    const sealed = JSON.stringify(await keys.wrap(dataKey));
    if (await secrets.replace(orgId, { secretId: dataKeyId, version: 1, sealed })) return dataKey;
    const others = await readDataKey(orgId);
    if (!others) throw new AppError('storage-unavailable', 'the data key came and went', { isRetryable: true });
    return others;
  }

  /** The same one for everybody who asks at once; a failure is not remembered. */
  function dataKeyOf(orgId: OrgId): Promise<Buffer> {
    const before = known.get(orgId);
    if (before) return before;
    const reading = readDataKey(orgId).then((found) => found ?? makeDataKey(orgId));
    known.set(orgId, reading);
    reading.catch(() => known.delete(orgId));
    return reading;
  }

  async function replace(orgId: OrgId, kind: string, secretId: string, knownVersion: number, value: string): Promise<boolean> {
    const version = knownVersion + 1;
    const sealed = sealBytes(await dataKeyOf(orgId), Buffer.from(value, 'utf8'), contextOf(orgId, kind, secretId, version));
    return secrets.replace(orgId, { secretId, version, sealed });
  }

  return {
    async keep(orgId, kind, value) {
      const secretId = newTimedId(clock.now());
      if (!(await replace(orgId, kind, secretId, 0, value))) throw new AppError('internal', 'a new secret id was taken');
      return secretId;
    },
    async open(orgId, kind, secretId) {
      const stored = await secrets.read(orgId, secretId);
      if (!stored) return undefined;
      return { value: openBytes(await dataKeyOf(orgId), stored.sealed, contextOf(orgId, kind, secretId, stored.version)).toString('utf8'), version: stored.version };
    },
    replace,
    remove: (orgId, secretIds) => secrets.remove(orgId, secretIds),
    async check(orgId) {
      await readDataKey(orgId);
    },
  };
}

function contextOf(orgId: OrgId, kind: string, secretId: string, version: number): string {
  return JSON.stringify([orgId, kind, secretId, version]);
}

/** Wraps the organization's key anew with the key that is in use now. False: there is none. What it sealed stays as it is. */
export async function rewrapDataKey(secrets: SecretStore, keys: KeyRing, orgId: OrgId): Promise<boolean> {
  const stored = await secrets.read(orgId, dataKeyId);
  if (!stored) return false;
  const sealed = JSON.stringify(await keys.wrap(await keys.unwrap(JSON.parse(stored.sealed) as WrappedKey)));
  if (await secrets.replace(orgId, { ...stored, version: stored.version + 1, sealed })) return true;
  return rewrapDataKey(secrets, keys, orgId);
}
