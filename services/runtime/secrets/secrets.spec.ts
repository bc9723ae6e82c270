import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { pino } from 'pino';
import { thrownBy } from '../../../test/support/storageSamples.js';
import { startKeyVault, type KeyVaultSimulator } from '../../../simulators/keyVault/startKeyVault.js';
import { systemClock } from '../clock.js';
import { AppError } from '../errors.js';
import { microsoftAnchors } from '../trustAnchors.js';
import { createFileKey } from './fileKey.js';
import { readKeySettings } from './keySettings.js';
import { createKeyRing } from './keyRing.js';
import { openKeyRing } from './openKeyRing.js';
import { readKeyFile } from './readKeyFile.js';
import { openBytes, sealBytes } from './sealText.js';

const codeOf = (error: unknown) => (error instanceof AppError ? error.code : error);

describe('sealing', () => {
  it('opens with the same key and context only', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.string(), (bytes, context, other) => {
        const key = randomBytes(32);
        const sealed = sealBytes(key, Buffer.from(bytes), context);
        expect(openBytes(key, sealed, context).equals(bytes)).to.equal(true);
        expect(() => openBytes(randomBytes(32), sealed, context)).to.throw(AppError);
        if (other !== context) expect(() => openBytes(key, sealed, other)).to.throw(AppError);
      }),
      { numRuns: 50 },
    );
  });

  it('notices every changed bit, and what is cut off', () => {
    const key = randomBytes(32);
    const sealed = sealBytes(key, Buffer.from('a secret of some length'), 'place');
    const parts = sealed.split('.').slice(1).map((part) => Buffer.from(part, 'base64url'));
    for (const part of parts) {
      for (let bit = 0; bit < part.length * 8; bit += 1) {
        const at = bit >> 3;
        part[at] = (part[at] ?? 0) ^ (1 << (bit & 7));
        const changed = ['v1', ...parts.map((bytes) => bytes.toString('base64url'))].join('.');
        expect(() => openBytes(key, changed, 'place'), `bit ${bit}`).to.throw(AppError);
        part[at] = (part[at] ?? 0) ^ (1 << (bit & 7));
      }
    }
    expect(openBytes(key, ['v1', ...parts.map((bytes) => bytes.toString('base64url'))].join('.'), 'place').toString()).to.equal('a secret of some length');
    for (const cut of ['', 'v1', sealed.slice(0, -4), `${sealed}.x`]) expect(() => openBytes(key, cut, 'place'), cut).to.throw(AppError);
  });

  it('never gives the same text twice', () => {
    const key = randomBytes(32);
    expect(sealBytes(key, Buffer.from('x'), '')).to.not.equal(sealBytes(key, Buffer.from('x'), ''));
  });
});

describe('the key that protects secrets', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const fileOf = (text: string) => {
    const file = join(folder, 'key');
    writeFileSync(file, text);
    return file;
  };

  it('is 32 random bytes as base64, with or without a line end', () => {
    for (let count = 0; count < 200; count += 1) {
      const key = randomBytes(32);
      for (const text of [key.toString('base64'), `${key.toString('base64')}\n`, key.toString('base64url')]) expect(readKeyFile(fileOf(text))).to.deep.equal({ kind: 'key', key });
    }
  });

  const bad: readonly (readonly [string, string, string])[] = [
    ['empty', '', 'is empty'],
    ['no base64', 'not base64!', 'as base64'],
    ['two lines', `${randomBytes(16).toString('base64')}\n${randomBytes(16).toString('base64')}`, 'as base64'],
    ['too short', randomBytes(31).toString('base64'), '31 bytes'],
    ['too long', randomBytes(48).toString('base64'), '48 bytes'],
    ['written as hex', randomBytes(32).toString('hex'), 'exactly 32'],
    ['all zero', Buffer.alloc(32).toString('base64'), 'not random'],
    ['all ones', Buffer.alloc(32, 0xff).toString('base64'), 'not random'],
    ['counted up', Buffer.from(Array.from({ length: 32 }, (_, n) => n)).toString('base64'), 'not random'],
    ['counted in steps', Buffer.from(Array.from({ length: 32 }, (_, n) => 255 - n * 7)).toString('base64'), 'not random'],
    ['repeated', Buffer.from('8f1c2d3e4a5b6c7d'.repeat(4), 'hex').toString('base64'), 'not random'],
    ['a pass phrase', Buffer.from('correct horse battery staple 123').toString('base64'), 'not random'],
    ['the hash of a word', createHash('sha256').update('password').digest('base64'), 'not random'],
  ];
  for (const [what, text, why] of bad) {
    it(`is refused when ${what}, without quoting it`, () => {
      const reading = readKeyFile(fileOf(text));
      expect(reading.kind === 'refused' && reading.why).to.include(why).and.include('openssl rand');
      if (text.length > 20) expect(JSON.stringify(reading)).to.not.include(text);
    });
  }

  it('is asked for by name when it is missing, and one of two only', () => {
    const problemsOf = (env: Record<string, string>) => {
      const problems: string[] = [];
      readKeySettings(env, microsoftAnchors, problems);
      return problems.join('\n');
    };
    const SECRETS_KEY_FILE = fileOf(randomBytes(32).toString('base64'));
    const SECRETS_KEY_VAULT_KEY = 'https://demo.vault.azure.net/keys/tenant-mapper';
    const identity = { IDENTITY_ENDPOINT: 'http://127.0.0.1:1/msi', IDENTITY_HEADER: 'x' };
    expect(problemsOf({})).to.match(/^SECRETS_KEY_FILE is missing/);
    expect(problemsOf({ SECRETS_KEY_FILE })).to.equal('');
    expect(problemsOf({ SECRETS_KEY_FILE: join(folder, 'none') })).to.include('ENOENT');
    expect(problemsOf({ SECRETS_KEY_FILE, SECRETS_KEY_VAULT_KEY, ...identity })).to.include('both set');
    expect(problemsOf({ SECRETS_KEY_VAULT_KEY, ...identity })).to.equal('');
    expect(problemsOf({ SECRETS_KEY_VAULT_KEY })).to.include('needs a managed identity');
    for (const wrong of ['http://demo.vault.azure.net/keys/a', 'https://demo.vault.azure.net/secrets/a', 'https://vault.azure.net.example.org/keys/a', 'https://evilvault.azure.net/keys/a', 'https://demo.vault.azure.net:8443/keys/a', 'x']) {
      expect(problemsOf({ SECRETS_KEY_VAULT_KEY: wrong, ...identity }), wrong).to.include('SECRETS_KEY_VAULT_KEY must be');
    }
    expect(problemsOf({ SECRETS_KEY_FILE, SECRETS_OLD_KEY_FILE: fileOf('short') })).to.include('SECRETS_OLD_KEY_FILE');
  });

  it('unwraps what it wrapped, older keys what they wrapped, and no other', async () => {
    const [one, two] = [createFileKey(randomBytes(32)), createFileKey(randomBytes(32))];
    const dataKey = randomBytes(32);
    const wrapped = await one.wrap(dataKey);
    expect((await createKeyRing(two, [one]).unwrap(wrapped)).equals(dataKey)).to.equal(true);
    const error = await thrownBy(createKeyRing(two).unwrap(wrapped));
    expect(codeOf(error)).to.equal('configuration');
    expect((error as AppError).sentence).to.include('SECRETS_OLD_KEY_FILE');
    expect(codeOf(await thrownBy(two.unwrap(wrapped)))).to.equal('configuration');
    expect(codeOf(await thrownBy(one.unwrap({ ...wrapped, wrapped: (await two.wrap(dataKey)).wrapped })))).to.equal('configuration');
  });
});

describe('a key in Azure Key Vault', () => {
  let vault: KeyVaultSimulator;
  const logged: string[] = [];
  beforeEach(async () => {
    vault = await startKeyVault({ clientId: 'cc000000-0000-4000-8000-00000000000b' });
  });
  afterEach(() => vault.close());
  const open = (given: { keyUrl?: string; clientId?: string | null } = {}) =>
    openKeyRing(
      { current: { kind: 'key-vault', keyUrl: given.keyUrl ?? vault.keyUrl }, older: [] },
      { identity: { ...vault.identity, clientId: given.clientId === undefined ? 'cc000000-0000-4000-8000-00000000000b' : given.clientId }, anchors: { ...microsoftAnchors, extraUpstreamOrigins: [vault.url] }, clock: systemClock, logger: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }) },
    );
  const dataKey = randomBytes(32);

  it('wraps and unwraps, with one token for all calls', async () => {
    const keys = open();
    const wrapped = await keys.wrap(dataKey);
    expect(wrapped.keyId).to.match(new RegExp(`^${vault.keyUrl}/[0-9a-f]{32}$`));
    expect((await keys.unwrap(wrapped)).equals(dataKey)).to.equal(true);
    expect((await open().unwrap(wrapped)).equals(dataKey)).to.equal(true);
    expect(vault.requests.filter(({ path }) => path === '/msi/token')).to.have.lengthOf(2);
    const texts = [dataKey.toString('base64'), dataKey.toString('base64url'), dataKey.toString('hex'), vault.identity.header];
    expect(texts.filter((text) => logged.join('').includes(text))).to.deep.equal([]);
  });

  it('goes on with the newest version, and unwraps with the one that wrapped', async () => {
    const keys = open();
    const before = await keys.wrap(dataKey);
    vault.rotateKey();
    const after = await keys.wrap(dataKey);
    expect(after.keyId).to.not.equal(before.keyId);
    for (const wrapped of [before, after]) expect((await keys.unwrap(wrapped)).equals(dataKey)).to.equal(true);
  });

  it('sends its token to no other vault or key, whatever the database says', async () => {
    const keys = open();
    const { wrapped } = await keys.wrap(dataKey);
    vault.requests.length = 0;
    for (const keyId of [`https://other.vault.azure.net/keys/tenant-mapper/${'0'.repeat(32)}`, `${vault.url}/keys/other/${'0'.repeat(32)}`, `${vault.keyUrl}/../other/0`, `${vault.keyUrl}/0?x=`, 'file:0000']) {
      expect(codeOf(await thrownBy(keys.unwrap({ keyId, wrapped }))), keyId).to.equal('configuration');
    }
    expect(vault.requests).to.deep.equal([]);
  });

  it('says what is wrong: no right, no such key, a changed text, no identity, no answer', async () => {
    const wrapped = await open().wrap(dataKey);
    const sentenceOf = async (work: Promise<unknown>) => {
      const error = await thrownBy(work);
      return error instanceof AppError ? `${error.code}: ${error.sentence}` : String(error);
    };
    expect(await sentenceOf(open({ keyUrl: `${vault.url}/keys/absent` }).wrap(dataKey))).to.match(/^configuration: .*no key "absent"/);
    expect(await sentenceOf(open().unwrap({ ...wrapped, wrapped: 'AAAA' }))).to.match(/^configuration: /);
    expect(await sentenceOf(open({ clientId: null }).wrap(dataKey))).to.match(/^secrets-unavailable: /);
    vault.isAllowed = false;
    expect(await sentenceOf(open().wrap(dataKey))).to.match(/^secrets-unavailable: .*Key Vault Crypto User/);
    vault.isAllowed = true;
    vault.faults.next({ kind: 'status', status: 429, headers: { 'retry-after': '0' } });
    expect((await open().unwrap(wrapped)).equals(dataKey)).to.equal(true);
  });
});
