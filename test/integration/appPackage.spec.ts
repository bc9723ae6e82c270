import { AppManifestUtils } from '@microsoft/app-manifest';
import { expect } from 'chai';
import { load } from 'js-yaml';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCommand } from '../../bot/chat/commands/readCommand.js';
import { languages } from '../../bot/chat/language/language.js';
import { commandNames } from '../../bot/chat/commands/words/commandNames.js';
import { searchIds } from '../../bot/chat/messageExtension/searchExtension.js';
import { findPsa } from '../../services/psa/registry.js';
import { loadConfig } from '../../services/runtime/config.js';
import { AppError } from '../../services/runtime/errors.js';
import { microsoftAnchors } from '../../services/runtime/trustAnchors.js';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const guid = 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f01';
const placeholders = (text: string) => [...new Set([...text.matchAll(/\$\{\{([A-Z_]+)\}\}/g)].map(([, name]) => name ?? ''))];
const exampleOf = (name: string) => (name.endsWith('_ID') ? guid : name.endsWith('_URL') ? 'https://msp.example/page' : name === 'TAB_DOMAIN' ? 'app.msp.example' : 'x');
const fill = (text: string) => text.replace(/\$\{\{([A-Z_]+)\}\}/g, (_all, name: string) => exampleOf(name));

describe('appPackage', () => {
  let folder = '';
  before(() => (folder = mkdtempSync(join(tmpdir(), 'tenant-mapper-package-'))));
  after(() => rmSync(folder, { recursive: true }));

  async function problemsOf(manifest: string): Promise<string[]> {
    const path = join(folder, 'manifest.json');
    writeFileSync(path, manifest);
    const [, problems] = await AppManifestUtils.readAndValidateTeamsManifest(path);
    return problems;
  }

  it('has a manifest that is valid against its schema', async () => {
    expect(await problemsOf(fill(read('appPackage/manifest.json')))).to.deep.equal([]);
  });

  it('would be told of a bad manifest', async () => {
    const bad = { ...(JSON.parse(fill(read('appPackage/manifest.json'))) as object), accentColor: 'blue' };
    expect(await problemsOf(JSON.stringify(bad))).to.not.deep.equal([]);
  });

  it('declares commands that the bot knows, at most 12, in every scope', () => {
    const { bots } = JSON.parse(read('appPackage/manifest.json')) as { bots: { scopes: string[]; commandLists: { scopes: string[]; commands: { title: string }[] }[] }[] };
    const [list] = bots[0]?.commandLists ?? [];
    const declared = list?.commands.map(({ title }) => findCommand(title)?.name) ?? [];
    expect(declared.filter((name, index) => name === undefined || declared.indexOf(name) !== index)).to.deep.equal([]);
    expect(commandNames.slice(0, 6).filter((name) => !declared.includes(name))).to.deep.equal(['ignore']);
    expect(list?.scopes).to.deep.equal(['personal', 'team', 'groupChat']);
    expect(list?.commands.length).to.be.at.most(12);
  });

  for (const language of languages.filter((each) => each !== 'en')) {
    it(`has ${language}.json with everything that people read, and commands that the bot knows by those words`, () => {
      const manifest = JSON.parse(read('appPackage/manifest.json')) as { localizationInfo: { additionalLanguages: { languageTag: string; file: string }[] }; bots: { commandLists: { commands: { title: string; description: string }[] }[] }[] };
      expect(manifest.localizationInfo.additionalLanguages).to.deep.include({ languageTag: language, file: `${language}.json` });
      const texts = JSON.parse(fill(read(`appPackage/${language}.json`))) as Record<string, string>;
      const commands = manifest.bots[0]?.commandLists[0]?.commands ?? [];
      const paths = commands.flatMap((_, index) => ['title', 'description'].map((part) => `bots[0].commandLists[0].commands[${index}].${part}`));
      for (const path of ['name.short', 'name.full', 'description.short', 'description.full', 'staticTabs[0].name', ...paths]) expect(texts[path], path).to.be.a('string').and.not.equal('');
      commands.forEach(({ title }, index) => expect(findCommand(texts[`bots[0].commandLists[0].commands[${index}].title`] ?? '')?.name, title).to.equal(findCommand(title)?.name));
      const most: Record<string, number> = { 'name.short': 30, 'name.full': 100, 'description.short': 80, 'description.full': 4000 };
      for (const [path, text] of Object.entries(texts)) if (path !== '$schema') expect(text.length, path).to.be.at.most(most[path] ?? (path.endsWith('title') ? 32 : 128));
      expect(placeholders(read(`appPackage/${language}.json`)).filter((name) => !placeholders(read('appPackage/manifest.json')).includes(name))).to.deep.equal([]);
    });
  }
  describe('in other languages', () => {
    type Texts = Record<string, string>;
    const manifest = JSON.parse(read('appPackage/manifest.json')) as { localizationInfo: { defaultLanguageTag: string; additionalLanguages: { languageTag: string; file: string }[] }; composeExtensions: { commands: { id: string; parameters?: object[] }[] }[] };
    const textAt = (path: string): unknown => path.split(/[.[\]]+/).filter((part) => part !== '').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], manifest);
    // The first four are what Teams' schema asks of such a file.
    const needed = ['name.short', 'name.full', 'description.short', 'description.full'].concat((manifest.composeExtensions[0]?.commands ?? []).flatMap(({ parameters = [] }, index) => {
      const command = `composeExtensions[0].commands[${index}]`;
      return [`${command}.title`, `${command}.description`, ...parameters.flatMap((_, at) => [`${command}.parameters[${at}].title`, `${command}.parameters[${at}].description`])];
    }));

    it('names the languages that the chat speaks', () => {
      const { defaultLanguageTag, additionalLanguages } = manifest.localizationInfo;
      expect([defaultLanguageTag, ...additionalLanguages.map(({ languageTag }) => languageTag)]).to.have.members([...languages]);
    });

    for (const { languageTag, file } of manifest.localizationInfo.additionalLanguages) {
      it(`${languageTag} has every text of the message extension, and none of something that is not there`, () => {
        const { $schema, ...texts } = JSON.parse(fill(read(`appPackage/${file}`))) as Texts;
        expect($schema).to.contain('/v1.19/');
        expect(needed.filter((path) => !texts[path])).to.deep.equal([]);
        expect(Object.keys(texts).filter((path) => typeof textAt(path) !== 'string')).to.deep.equal([]);
        for (const [path, text] of Object.entries(texts)) expect(text.length, path).to.be.at.most(/\.title$|name\.short$/.test(path) ? 32 : path === 'description.short' ? 80 : path === 'description.full' ? 4000 : 128);
      });
    }
  });

  it('declares the searches and the action that the bot answers', () => {
    const { composeExtensions } = JSON.parse(read('appPackage/manifest.json')) as { composeExtensions: { commands: { id: string; type: string }[] }[] };
    const commands = composeExtensions[0]?.commands ?? [];
    expect(commands.filter(({ type }) => type === 'query').map(({ id }) => id)).to.deep.equal([...searchIds]);
    expect(commands.filter(({ type }) => type === 'action').map(({ id }) => id)).to.deep.equal(['linkTenant']);
  });

  for (const [file, size] of Object.entries({ 'color.png': 192, 'outline.png': 32 })) {
    it(`has ${file} of ${size} pixels`, () => {
      const image = readFileSync(new URL(`appPackage/${file}`, root));
      expect(image.subarray(1, 4).toString()).to.equal('PNG');
      expect([image.readUInt32BE(16), image.readUInt32BE(20)]).to.deep.equal([size, size]);
    });
  }
});

describe('teamsapp', () => {
  for (const [file, stages] of Object.entries({ 'teamsapp.yml': ['provision', 'deploy', 'publish'], 'teamsapp.local.yml': ['provision', 'deploy'] })) {
    it(`${file} has its stages, and every file that it names exists`, () => {
      const parsed = load(read(file)) as Record<string, { uses: string; with?: object }[]>;
      for (const stage of stages) expect(parsed[stage]?.every(({ uses }) => /^[a-zA-Z]+\/[a-zA-Z]+$/.test(uses)), stage).to.equal(true);
      const named = [...read(file).matchAll(/(?:path|parameters|manifestPath|ignoreFile): (\S+)/g)].map(([, path]) => path ?? '');
      for (const path of named) expect(read(path).length, path).to.be.greaterThan(0);
      expect(named.length).to.be.greaterThan(2);
    });
  }

  for (const [environment, files] of Object.entries({ dev: ['teamsapp.yml', 'infra/azure.parameters.json'], local: ['teamsapp.local.yml', 'infra/bot.parameters.json'] })) {
    it(`env/.env.${environment} names every placeholder, but what the tool makes itself`, () => {
      const named = [...read(`env/.env.${environment}`).matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
      const needed = [...files, 'appPackage/manifest.json', 'aad.manifest.json'].flatMap((file) => placeholders(read(file)));
      const made = ['AAD_APP_ACCESS_AS_USER_PERMISSION_ID', 'SECRET_BOT_PASSWORD'];
      expect(needed.filter((name) => !named.includes(name) && !made.includes(name))).to.deep.equal([]);
    });
  }

  it('aad.manifest.json lets in the Teams clients that the app trusts, with v2 tokens', () => {
    const { api } = JSON.parse(fill(read('aad.manifest.json'))) as { api: { requestedAccessTokenVersion: number; preAuthorizedApplications: { appId: string }[]; oauth2PermissionScopes: { value: string }[] } };
    expect(api.requestedAccessTokenVersion).to.equal(2);
    expect(api.preAuthorizedApplications.map(({ appId }) => appId)).to.deep.equal(microsoftAnchors.teamsClientIds);
    expect(api.oauth2PermissionScopes.map(({ value }) => value)).to.deep.equal(['access_as_user']);
  });
});

describe('infra', () => {
  const settings = {
    organization: { orgId: guid, name: 'Demo MSP' },
    partnerAccounts: [{ id: 'main', name: 'Main', tenantId: guid, clientId: guid, secrets: { clientSecret: 'PARTNER_SECRET' } }],
    psaConnections: [{ id: 'halo', name: 'HaloPSA', psa: 'haloPsa', settings: { baseUrl: 'https://msp.halopsa.com', tenant: 'msp' }, secrets: { clientId: 'HALO_ID', clientSecret: 'HALO_SECRET' } }],
  };
  const fromElsewhere = { IDENTITY_ENDPOINT: 'http://127.0.0.1:41/msi/token', IDENTITY_HEADER: 'h', PARTNER_SECRET: 's', HALO_ID: 'i', HALO_SECRET: 's' };
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'tenant-mapper-infra-'));
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** The app settings that the template makes: literal values as they are, others by example. */
  function appSettings(): Record<string, string> {
    const block = /name: 'appsettings'[\s\S]*?union\(\s*\{([\s\S]*?)\n {4}\}/.exec(read('infra/azure.bicep'))?.[1] ?? '';
    const pairs = [...block.matchAll(/^\s+([A-Z_]+): (.+)$/gm)].map(([, name = '', value = '']) => [name, /^'([^$@]*)'$/.exec(value)?.[1] ?? exampleOf(name)]);
    return { ...(Object.fromEntries(pairs) as Record<string, string>), SETTINGS_FILE: join(folder, 'settings.json'), MONGODB_URI: 'mongodb://db.example/tenantmapper', SECRETS_KEY_VAULT_KEY: 'https://tm.vault.azure.net/keys/tenant-mapper' };
  }

  it('sets every variable that the app needs to start', () => {
    const config = loadConfig({ ...appSettings(), ...fromElsewhere }, findPsa);
    expect(config.bot.credentials.kind).to.equal('managed-identity');
    expect(config.storage.kind).to.equal('mongo');
    expect(config.bindHost).to.equal('0.0.0.0');
    expect(config.secrets.current.kind).to.equal('key-vault');
    expect(read('infra/azure.bicep')).to.contain('SECRETS_KEY_VAULT_KEY: secretsKey.properties.keyUri');
    expect(read('infra/azure.bicep')).to.contain('SETTINGS_FILE:').and.to.contain('MONGODB_URI:').and.to.contain('NEXT_STEP_URL:');
  });

  it('would be told of a variable that is not set', () => {
    for (const name of ['TEAMS_APP_ID', 'TAB_CLIENT_ID', 'BOT_ID', 'BOT_TENANT_ID', 'BOT_TYPE', 'SETTINGS_FILE']) {
      const rest = Object.fromEntries(Object.entries({ ...appSettings(), ...fromElsewhere }).filter(([key]) => key !== name));
      expect(() => loadConfig(rest, findPsa), name).to.throw(AppError);
    }
  });

  it('starts what the build makes, over https only, with no secret in the template', () => {
    const bicep = read('infra/azure.bicep');
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(bicep).to.contain(`appCommandLine: '${scripts['start']}'`).and.to.contain('httpsOnly: true');
    expect(bicep).to.not.match(/BOT_PASSWORD|accountKey/i);
    for (const file of ['infra/azure.parameters.json', 'infra/bot.parameters.json']) {
      const { parameters } = JSON.parse(read(file)) as { parameters: Record<string, unknown> };
      const declared = [...read(file.replace('.parameters.json', '.bicep')).matchAll(/^param (\w+)/gm)].map(([, name]) => name);
      expect(Object.keys(parameters).filter((name) => !declared.includes(name)), file).to.deep.equal([]);
    }
  });
});
