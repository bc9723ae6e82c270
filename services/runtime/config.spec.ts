import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { loadConfig, type Config } from './config.js';
import { AppError } from './errors.js';
import { microsoftAnchors } from './trustAnchors.js';

const guid = 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f01';
const psaNeeds = (psaId: string) => (psaId === 'filePsa' ? { settingsSchema: z.strictObject({}), secretNames: [], companyFile: {} } : psaId === 'demoPsa' ? { settingsSchema: z.strictObject({ site: z.string().min(1) }), secretNames: ['key'] } : undefined);
const settings = {
  organization: { orgId: guid, name: 'Demo MSP' },
  partnerAccounts: [{ id: 'main', name: 'Main', tenantId: guid, clientId: guid, secrets: { clientSecret: 'PARTNER_SECRET' } }],
  psaConnections: [{ id: 'psa', name: 'PSA', psa: 'demoPsa', settings: { site: 'example.org' }, secrets: { key: 'PSA_KEY' } }],
};

describe('loadConfig', () => {
  let folder: string;
  let env: Record<string, string>;
  const file = (name: string, content: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const load = (change: Record<string, string | undefined> = {}): Config => loadConfig({ ...env, ...change }, psaNeeds);
  const problems = (change: Record<string, string | undefined>): string => {
    try {
      load(change);
    } catch (error) {
      if (error instanceof AppError && error.code === 'configuration') return error.sentence;
      throw error;
    }
    return '';
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'config-'));
    env = { SECRETS_KEY_FILE: file('secrets.key', randomBytes(32).toString('base64')), TEAMS_APP_ID: guid, TAB_CLIENT_ID: guid, BOT_ID: guid.toUpperCase(), BOT_TENANT_ID: guid, BOT_TYPE: 'SingleTenant', BOT_PASSWORD: 'canary-bot', PARTNER_SECRET: 'canary-partner', PSA_KEY: 'canary-psa', SETTINGS_FILE: file('settings.json', settings) };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('reads all, with defaults that are safe', () => {
    const config = load();
    expect([config.bindHost, config.port, config.defaultRole, config.anchors]).to.deep.equal(['127.0.0.1', 3978, 'none', microsoftAnchors]);
    expect(config.storage).to.deep.equal({ kind: 'sqlite', folder: '.data' });
    expect(config.bot).to.deep.equal({ appId: guid, tenantId: guid, credentials: { kind: 'secret', password: 'canary-bot' } });
    expect(config.partnerAccounts[0]?.clientSecret).to.equal('canary-partner');
    expect(config.psaConnections).to.deep.equal([{ id: 'psa', name: 'PSA', psaId: 'demoPsa', settings: { site: 'example.org' }, secrets: { key: 'canary-psa' } }]);
  });

  it('takes a MongoDB, another port and a managed identity', () => {
    const config = load({ MONGODB_URI: 'mongodb://db/x', PORT: '8080', HOST: '0.0.0.0', BOT_TYPE: 'UserAssignedMSI', BOT_PASSWORD: undefined, IDENTITY_ENDPOINT: 'http://127.0.0.1:42/msi', IDENTITY_HEADER: 'h' });
    expect([config.port, config.bindHost, config.storage]).to.deep.equal([8080, '0.0.0.0', { kind: 'mongo', uri: 'mongodb://db/x' }]);
    expect(config.bot.credentials.kind).to.equal('managed-identity');
  });

  it('names every missing variable at once', () => {
    const sentence = (() => {
      try {
        loadConfig({}, psaNeeds);
        return '';
      } catch (error) {
        return error instanceof AppError ? error.sentence : '';
      }
    })();
    for (const name of ['TEAMS_APP_ID', 'TAB_CLIENT_ID', 'BOT_ID', 'BOT_TENANT_ID', 'BOT_TYPE', 'BOT_PASSWORD', 'SETTINGS_FILE', 'SECRETS_KEY_FILE']) expect(sentence).to.include(`- ${name} `);
  });

  it('takes an empty variable for a missing one: no app id must never mean no authentication', () => {
    for (const name of Object.keys(env)) expect(problems({ [name]: '' }), name).to.include(name);
  });

  it('names the variables of secrets that are missing, and quotes no secret', () => {
    const sentence = problems({ PARTNER_SECRET: undefined, PSA_KEY: undefined, PORT: 'x' });
    expect(sentence).to.include('PARTNER_SECRET').and.include('PSA_KEY').and.include('PORT must be a number').and.not.include('canary');
  });

  it('tells what is wrong in the settings of a PSA, or that there is no such PSA', () => {
    const psa = (change: object) => file('settings.json', { ...settings, psaConnections: [{ ...settings.psaConnections[0], ...change }] });
    expect(problems({ SETTINGS_FILE: psa({ settings: { site: '' } }) })).to.include('PSA connection "psa": settings.site');
    expect(problems({ SETTINGS_FILE: psa({ secrets: {} }) })).to.include('secrets.key must name the environment variable');
    expect(problems({ SETTINGS_FILE: psa({ psa: 'otherPsa' }) })).to.include('no PSA called "otherPsa"');
    expect(problems({ SETTINGS_FILE: psa({ psa: 'filePsa', settings: {}, secrets: {} }) })).to.include('PSA connection "psa": a PSA that is a file can\'t be set here, because people upload the file');
  });

  it('tells when the settings file is absent, broken or wrong', () => {
    expect(problems({ SETTINGS_FILE: join(folder, 'none.json') })).to.include("can't be read");
    expect(problems({ SETTINGS_FILE: file('broken.json', '{') })).to.include("can't be read");
    expect(problems({ SETTINGS_FILE: file('wrong.json', { ...settings, organization: {} }) })).to.include('organization.orgId');
  });

  it('takes a settings file that names no connection: people add theirs in the app', () => {
    const config = load({ SETTINGS_FILE: file('settings.json', { organization: settings.organization }) });
    expect([config.partnerAccounts, config.psaConnections]).to.deep.equal([[], []]);
  });

  it('refuses a key for secrets that anybody could guess', () => {
    expect(problems({ SECRETS_KEY_FILE: file('weak.key', Buffer.alloc(32).toString('base64')) })).to.include('SECRETS_KEY_FILE').and.include('not random');
  });

  it('accepts foreign trust anchors on loopback only', () => {
    const TRUST_ANCHORS_FILE = file('anchors.json', { ...microsoftAnchors, entraAuthority: 'http://127.0.0.1:4000' });
    expect(load({ TRUST_ANCHORS_FILE }).anchors.entraAuthority).to.equal('http://127.0.0.1:4000');
    for (const HOST of ['0.0.0.0', '::', '10.0.0.5', 'example.org']) expect(problems({ TRUST_ANCHORS_FILE, HOST }), HOST).to.include('TRUST_ANCHORS_FILE');
    expect(problems({ TRUST_ANCHORS_FILE: file('anchors.json', { ...microsoftAnchors, botIssuer: 'no origin' }) })).to.include('botIssuer');
  });

  it('takes a next step only as an https address with both places', () => {
    expect(load({ NEXT_STEP_URL: 'https://example.org/{tenantId}/{companyId}' }).nextStepUrl).to.be.a('string');
    for (const NEXT_STEP_URL of ['https://example.org/', 'javascript:{tenantId}{companyId}', 'http://example.org/{tenantId}/{companyId}']) expect(problems({ NEXT_STEP_URL }), NEXT_STEP_URL).to.include('NEXT_STEP_URL');
  });

  it('runs auto-map before anybody asks only where that is wished', () => {
    expect(load({}).autoMapsOnOpen).to.equal(false);
    expect(load({ AUTO_MAP_ON_OPEN: 'true' }).autoMapsOnOpen).to.equal(true);
    expect(problems({ AUTO_MAP_ON_OPEN: 'sometimes' })).to.include('AUTO_MAP_ON_OPEN');
  });

  it('reads the lists every hour unless told otherwise', () => {
    expect(load({}).syncIntervalMinutes).to.equal(60);
    expect(load({ SYNC_INTERVAL_MINUTES: '0' }).syncIntervalMinutes).to.equal(0);
    for (const SYNC_INTERVAL_MINUTES of ['4', '-5', '1441', '7.5', 'often']) expect(problems({ SYNC_INTERVAL_MINUTES }), SYNC_INTERVAL_MINUTES).to.include('SYNC_INTERVAL_MINUTES');
  });
});
