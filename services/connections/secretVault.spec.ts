import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { newOrgId, thrownBy } from '../../test/support/storageSamples.js';
import { withTemporarySqlite } from '../../test/support/temporarySqlite.js';
import { createFileKey } from '../runtime/secrets/fileKey.js';
import { createKeyRing } from '../runtime/secrets/keyRing.js';
import type { SecretStore } from '../storage/ports.js';
import { createSecretVault, rewrapDataKey } from './secretVault.js';
import { rotateInVault } from './storedAccess.js';

const kind = 'psa-connection:halo|clientSecret';
const newKey = () => createFileKey(randomBytes(32));
const withSecrets = (work: (secrets: SecretStore) => Promise<void>) => withTemporarySqlite(({ secrets }) => work(secrets));

describe('the secret vault', function () {
  this.timeout(20_000);

  it('gives back what it kept, also after a restart, and not what was removed', () =>
    withSecrets(async (secrets) => {
      const keys = createKeyRing(newKey());
      const orgId = newOrgId();
      const vault = createSecretVault(secrets, keys);
      const ids = await Promise.all(['one', 'two ünï', 'x'.repeat(8000)].map((value) => vault.keep(orgId, kind, value)));
      const reopened = createSecretVault(secrets, keys);
      expect(await Promise.all(ids.map(async (id) => (await reopened.open(orgId, kind, id))?.value))).to.deep.equal(['one', 'two ünï', 'x'.repeat(8000)]);
      await reopened.remove(orgId, ids.slice(0, 1));
      expect(await vault.open(orgId, kind, ids[0] ?? '')).to.equal(undefined);
    }));

  it('opens nothing that was moved to another organization, purpose, id or version', () =>
    withSecrets(async (secrets) => {
      const keys = createKeyRing(newKey());
      const vault = createSecretVault(secrets, keys);
      const [orgId, otherOrg] = [newOrgId(), newOrgId()];
      const id = await vault.keep(orgId, kind, 'canary');
      const other = await vault.keep(otherOrg, kind, 'theirs');
      const stored = await secrets.read(orgId, id);
      const dataKey = await secrets.read(orgId, 'data-key');
      if (!stored || !dataKey) throw new Error('not stored');
      const refused = async (work: Promise<unknown>) => expect(await thrownBy(work)).to.have.property('code', 'configuration');
      await refused(vault.open(orgId, 'psa-connection:other|clientSecret', id));
      await secrets.adopt(orgId, { ...stored, secretId: 'another-id' });
      await refused(vault.open(orgId, kind, 'another-id'));
      await secrets.adopt(orgId, { ...stored, version: 2 });
      await refused(vault.open(orgId, kind, id));
      await secrets.adopt(otherOrg, stored);
      await refused(vault.open(otherOrg, kind, id));
      // Even with the key of the organization that it came from.
      await secrets.adopt(otherOrg, { ...dataKey, secretId: 'data-key' });
      await refused(createSecretVault(secrets, keys).open(otherOrg, kind, id));
      expect((await vault.open(otherOrg, kind, other))?.value).to.equal('theirs');
    }));

  it('has one key per organization, however many ask for the first time at once', () =>
    withSecrets(async (secrets) => {
      const keys = createKeyRing(newKey());
      const orgId = newOrgId();
      const vaults = Array.from({ length: 6 }, () => createSecretVault(secrets, keys));
      const ids = await Promise.all(vaults.map((vault, n) => vault.keep(orgId, kind, `secret ${n}`)));
      const fresh = createSecretVault(secrets, keys);
      for (const [n, id] of ids.entries()) expect((await fresh.open(orgId, kind, id))?.value).to.equal(`secret ${n}`);
    }));

  it('replaces a secret only for whoever saw the newest version', () =>
    withSecrets(async (secrets) => {
      const vault = createSecretVault(secrets, createKeyRing(newKey()));
      const orgId = newOrgId();
      expect(await vault.replace(orgId, kind, 'token', 0, 'first')).to.equal(true);
      expect(await Promise.all(['a', 'b', 'c'].map((value) => vault.replace(orgId, kind, 'token', 1, value)))).to.have.members([true, false, false]);
      expect((await vault.open(orgId, kind, 'token'))?.version).to.equal(2);
    }));

  it('keeps a refresh token that rotates, under the id that the connection names', () =>
    withSecrets(async (secrets) => {
      const vault = createSecretVault(secrets, createKeyRing(newKey()));
      const orgId = newOrgId();
      const id = await vault.keep(orgId, kind, 'first');
      const [one, other] = [rotateInVault(vault, orgId, kind, id), rotateInVault(vault, orgId, kind, id)];
      expect(await one.read()).to.deep.equal({ token: 'first', version: 1 });
      await one.replace(1, 'second');
      expect(await thrownBy(other.replace(1, 'late'))).to.have.property('code', 'connection-changed');
      expect(await other.read()).to.deep.equal({ token: 'second', version: 2 });
      await vault.remove(orgId, [id]);
      expect(await one.read()).to.equal(null);
      expect(await thrownBy(one.replace(2, 'after the removal'))).to.have.property('code', 'connection-changed');
    }));

  it('is opened by the new key after a rewrap, which touches no secret', () =>
    withSecrets(async (secrets) => {
      const [before, after] = [newKey(), newKey()];
      const orgId = newOrgId();
      expect(await rewrapDataKey(secrets, createKeyRing(after, [before]), orgId)).to.equal(false);
      const id = await createSecretVault(secrets, createKeyRing(before)).keep(orgId, kind, 'canary');
      const sealed = await secrets.read(orgId, id);
      expect(await thrownBy(createSecretVault(secrets, createKeyRing(after)).open(orgId, kind, id))).to.have.property('code', 'configuration');
      expect((await createSecretVault(secrets, createKeyRing(after, [before])).open(orgId, kind, id))?.value).to.equal('canary');
      expect(await rewrapDataKey(secrets, createKeyRing(after, [before]), orgId)).to.equal(true);
      expect((await createSecretVault(secrets, createKeyRing(after)).open(orgId, kind, id))?.value).to.equal('canary');
      expect(await secrets.read(orgId, id)).to.deep.equal(sealed);
      expect(await thrownBy(createSecretVault(secrets, createKeyRing(before)).check(orgId))).to.have.property('code', 'configuration');
    }));
});
