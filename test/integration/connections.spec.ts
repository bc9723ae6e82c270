import { expect } from 'chai';
import type { CheckResult, CompanyKindsResult, ConnectionsPage, SaveConnectionResult } from '../../contracts/connections.js';
import { demoIds, partnerAppClientId } from '../../simulators/demoIds.js';
import { expectProblem } from '../support/expectProblem.js';
import { makeCertificate } from '../support/makeCertificate.js';
import { smallMsp } from '../support/smallMsp.js';
import { startTestApp, type TestApp } from '../support/startTestApp.js';

const [certificate, stranger] = [makeCertificate(), makeCertificate()];
const everybody = { typeIds: null, statusIds: null };

/** What an administrator does on the Connections page, against the composed app and simulators. The settings file names a partner account only. */
describe('connections that people manage', function () {
  this.timeout(60_000);
  let app: TestApp;
  before(async () => {
    app = await startTestApp(smallMsp, {}, { settings: (whole) => ({ ...whole, psaConnections: [] }), certificates: [certificate.certificatePem] });
  });
  after(() => app.close());

  const connectWise = (given: object = {}) => ({
    source: null,
    typeId: 'connectWise',
    name: 'ConnectWise Nord',
    settings: { site: app.simulators.connectWise?.url ?? '', companyId: demoIds.connectWiseCompanyId, clientId: demoIds.connectWiseClientId },
    secrets: { publicKey: app.simulators.env['CONNECTWISE_PUBLIC_KEY'] ?? '', privateKey: app.simulators.env['CONNECTWISE_PRIVATE_KEY'] ?? '' },
    participation: everybody,
    confirmedHosts: [],
    ...given,
  });
  const page = (role: 'admin' | 'viewer' = 'admin') => app.read<ConnectionsPage>('/api/connections/page', undefined, role);
  const check = (draft: object) => app.read<CheckResult>('/api/connections/check', draft, 'admin');
  const save = (draft: object, seenVersion = 0) => app.read<SaveConnectionResult>('/api/connections', { ...draft, seenVersion }, 'admin');
  const sync = (source: object) => app.stream('/api/sync', { source });
  const find = async (name: string) => {
    const found = (await page()).connections.find((one) => one.name === name);
    if (!found?.details) throw new Error(`no connection ${name}`);
    return { ...found, details: found.details };
  };

  it('begins with what the settings file names, which nobody can change here', async () => {
    const { connections, changes, types } = await page();
    expect(connections.map(({ managedIn, details }) => [managedIn, details])).to.deep.equal(smallMsp.partnerAccounts.map(() => ['settings-file', null]));
    expect(changes).to.deep.equal([]);
    expect(types.map(({ typeId }) => typeId)).to.include.members(['connectWise', 'haloPsa', 'partnerCenter']);
    const account = connections[0]?.source;
    await expectProblem(await app.ask('/api/connections/pause', { source: account, seenVersion: 1, isPaused: true }, 'admin'), 404, 'not-found');
    await expectProblem(await app.ask('/api/connections/remove', { source: account, seenVersion: 1 }, 'admin'), 404, 'not-found');
  });

  it('names what is missing or wrong, field by field', async () => {
    const answer = await check(connectWise({ name: ' ', settings: { site: 'https://na.myconnectwise.net/path', companyId: '', clientId: 'x', other: '1' }, secrets: { privateKey: 'x', password: 'y' } }));
    expect(answer.kind).to.equal('invalid');
    const problems = Object.fromEntries(answer.kind === 'invalid' ? answer.problems.map(({ field, sentence }) => [field, sentence]) : []);
    expect(problems).to.have.all.keys('name', 'settings.site', 'settings.companyId', 'settings.clientId', 'settings.other', 'secrets.publicKey', 'secrets.password');
    expect(problems['settings.site']).to.equal('Site must be a host such as na.myconnectwise.net, without a path.');
    expect(problems['settings.companyId']).to.equal('Company id is needed.');
    const facts = Object.fromEntries(answer.kind === 'invalid' ? answer.problems.map((problem) => [problem.field, problem.facts?.[0]]) : []);
    expect(facts).to.deep.equal({
      name: { code: 'name-needed' },
      'settings.site': { code: 'setting-unlike', example: 'na.myconnectwise.net' },
      'settings.companyId': { code: 'setting-needed' },
      'settings.clientId': { code: 'setting-no-id' },
      'settings.other': { code: 'setting-unknown', name: 'other' },
      'secrets.publicKey': { code: 'setting-needed' },
      'secrets.password': { code: 'setting-unknown', name: 'password' },
    });
  });

  it('tells what the credentials may read before anything is saved', async () => {
    expect(await check(connectWise())).to.deep.include({ kind: 'connected', rows: 'companies' });
    const refused = await check(connectWise({ secrets: { publicKey: 'wrong', privateKey: 'wrong' } }));
    expect(refused.kind).to.equal('failed');
    expect((await page()).connections).to.have.lengthOf(smallMsp.partnerAccounts.length);
    const kinds = await app.read<CompanyKindsResult>('/api/connections/kinds', connectWise(), 'admin');
    expect(kinds.kind === 'kinds' && kinds.types.length > 0 && kinds.statuses.length > 0).to.equal(true);
  });

  for (const [address, why] of [
    ['https://127.0.0.1', 'not an address'],
    ['https://[::1]', 'not an address'],
    ['https://169.254.169.254', 'not an address'],
    ['https://10.0.0.1', 'not an address'],
    ['https://100.64.0.1', 'not an address'],
    ['https://[fd00::1]', 'not an address'],
    ['https://0x7f.1', 'not an address'],
    ['https://2130706433', 'not an address'],
    ['http://psa.example.com', 'not an address'],
    ['https://user:password@psa.example.com', 'must'],
    ['https://localhost', 'not an address'],
    ['https://nowhere.invalid', 'no server called nowhere.invalid'],
  ] as const) {
    it(`refuses ${address}, to try and to save, even when somebody confirms it`, async () => {
      const draft = connectWise({ settings: { ...connectWise().settings, site: address }, confirmedHosts: [address.replace(/^https?:\/\//, '')] });
      for (const answer of [await check(draft), await save(draft)]) {
        expect(answer.kind === 'invalid' && answer.problems).to.have.lengthOf(1);
        expect(answer.kind === 'invalid' && answer.problems[0]?.sentence).to.include(why);
      }
    });
  }

  it('asks for a second step where a host is none of the vendor\'s own', async () => {
    const draft = connectWise({ settings: { ...connectWise().settings, site: '1.1.1.1' } });
    expect(await save(draft)).to.deep.equal({ kind: 'confirm-hosts', hosts: ['1.1.1.1'] });
    expect(await save({ ...draft, confirmedHosts: ['2.2.2.2'] })).to.deep.equal({ kind: 'confirm-hosts', hosts: ['1.1.1.1'] });
    const saved = await save({ ...draft, name: 'Own server', confirmedHosts: ['1.1.1.1'] });
    expect(saved.kind).to.equal('saved');
    const { source, details } = await find('Own server');
    const [host] = details.confirmedHosts;
    expect([host?.host, host?.by.name]).to.deep.equal(['1.1.1.1', smallMsp.people.find(({ role }) => role === 'admin')?.name]);
    expect((await page()).changes[0]).to.include({ kind: 'added', details: 'Confirmed as our own server: 1.1.1.1' });
    await app.read('/api/connections/remove', { source, seenVersion: 1 }, 'admin');
  });

  it('adds one, keeps it over a restart, and pulls it', async () => {
    const saved = await save(connectWise());
    expect(saved).to.deep.equal({ kind: 'saved', source: { kind: 'psa-connection', psaConnectionId: 'connectwise-nord' }, version: 1, isUnchanged: false });
    expect(await save(connectWise({ name: 'connectwise nord' }))).to.deep.equal({ kind: 'invalid', problems: [{ field: 'name', sentence: 'Another connection has this name already.', facts: [{ code: 'name-taken' }] }] });
    await app.restart();
    const { source, health, details } = await find('ConnectWise Nord');
    expect(health.state).to.be.oneOf(['never-synced', 'syncing', 'complete']);
    expect(details.secrets.map(({ name, setAt }) => [name, typeof setAt])).to.deep.equal([['publicKey', 'string'], ['privateKey', 'string']]);
    await sync(source);
    const pulled = await find('ConnectWise Nord');
    expect(pulled.health).to.deep.include({ state: 'complete', why: '' });
    expect(pulled.health.rowCount).to.be.greaterThan(0);
  });

  it('changes name and settings with the secrets that are kept, and refuses who saw an older version', async () => {
    const { source, details } = await find('ConnectWise Nord');
    const draft = { ...connectWise(), source, name: 'ConnectWise Süd', secrets: {} };
    expect(await check(draft)).to.deep.include({ kind: 'connected' });
    expect(await save(draft, details.version)).to.deep.include({ kind: 'saved', version: 2 });
    expect(await save(draft, 2)).to.deep.include({ kind: 'saved', version: 2, isUnchanged: true });
    await expectProblem(await app.ask('/api/connections', { ...draft, name: 'Late', seenVersion: 1 }, 'admin'), 409, 'connection-changed');
    expect((await page()).changes[0]).to.include({ kind: 'changed', details: 'Name: "ConnectWise Nord" is now "ConnectWise Süd"' });
  });

  it('never sends a kept secret to another address', async () => {
    const { source } = await find('ConnectWise Süd');
    const stranger = app.simulators.haloPsa?.url ?? '';
    const before = app.simulators.haloPsa?.requests.length;
    const draft = { ...connectWise(), source, name: 'ConnectWise Süd', settings: { ...connectWise().settings, site: stranger }, secrets: {} };
    for (const answer of [await check(draft), await save(draft, 2)]) expect(answer.kind === 'invalid' && answer.problems.map(({ field }) => field)).to.deep.equal(['secrets.publicKey', 'secrets.privateKey']);
    expect(app.simulators.haloPsa?.requests.length).to.equal(before);
  });

  it('replaces a secret: the old one is gone, the new one counts at once', async () => {
    const { source, details } = await find('ConnectWise Süd');
    const wrong = { ...connectWise(), source, name: 'ConnectWise Süd', secrets: { privateKey: 'not the right one' } };
    expect(await save(wrong, details.version)).to.deep.include({ kind: 'saved', version: 3 });
    await sync(source);
    expect((await find('ConnectWise Süd')).health).to.deep.include({ state: 'failed' });
    expect((await find('ConnectWise Süd')).health.rowCount, 'the last good list stays').to.be.greaterThan(0);
    expect(await save({ ...connectWise(), source, name: 'ConnectWise Süd' }, 3)).to.deep.include({ version: 4 });
    await sync(source);
    expect((await find('ConnectWise Süd')).health).to.deep.include({ state: 'complete' });
    expect((await page()).changes.slice(0, 2).map(({ kind, details: what }) => [kind, what])).to.deep.equal([['secrets-replaced', 'Public key, Private key'], ['secrets-replaced', 'Private key']]);
  });

  it('lets chosen types take part only, with a count beforehand', async () => {
    const { source, details } = await find('ConnectWise Süd');
    const kinds = await app.read<CompanyKindsResult>('/api/connections/kinds', { ...connectWise(), source, secrets: {}, name: 'ConnectWise Süd' }, 'admin');
    const none = { typeIds: kinds.kind === 'kinds' ? [kinds.types.find(({ takesPartByDefault }) => !takesPartByDefault)?.id ?? '?'] : [], statusIds: null };
    const draft = { ...connectWise(), source, secrets: {}, name: 'ConnectWise Süd' };
    const all = await check(draft);
    const few = await check({ ...draft, participation: none });
    expect([all.kind, few.kind]).to.deep.equal(['connected', 'connected']);
    expect(few.kind === 'connected' && all.kind === 'connected' && (few.count ?? 0) < (all.count ?? 0)).to.equal(true);
    expect(await save({ ...draft, participation: none }, details.version)).to.deep.include({ kind: 'saved' });
    expect((await page()).changes[0]).to.include({ kind: 'changed', details: 'Which companies take part' });
    expect(await save(draft, details.version + 1)).to.deep.include({ kind: 'saved' });
  });

  it('is not pulled while it is paused', async () => {
    const { source, details } = await find('ConnectWise Süd');
    const { version } = await app.read<{ version: number }>('/api/connections/pause', { source, seenVersion: details.version, isPaused: true }, 'admin');
    const before = app.simulators.connectWise?.requests.length;
    await app.stream('/api/sync', {});
    expect(app.simulators.connectWise?.requests.length).to.equal(before);
    const paused = await find('ConnectWise Süd');
    expect([paused.isPaused, paused.health.state, paused.health.rowCount > 0]).to.deep.equal([true, 'paused', true]);
    await app.read('/api/connections/pause', { source, seenVersion: version, isPaused: false }, 'admin');
    await app.stream('/api/sync', {});
    expect(app.simulators.connectWise?.requests.length).to.be.greaterThan(before ?? 0);
  });

  it('adds a second partner account', async () => {
    const [account] = smallMsp.partnerAccounts;
    const secret = Object.entries(app.simulators.env).find(([name]) => name.startsWith('PARTNER_'))?.[1] ?? '';
    const draft = { source: null, typeId: 'partnerCenter', name: 'Second account', settings: { tenantId: account?.tenantId, clientId: partnerAppClientId(account?.id ?? '') }, secrets: { clientSecret: secret }, participation: everybody, confirmedHosts: [] };
    expect(await check(draft)).to.deep.include({ kind: 'connected', rows: 'tenants' });
    const saved = await save(draft);
    expect(saved.kind === 'saved' && saved.source).to.deep.equal({ kind: 'partner-account', partnerAccountId: 'second-account' });
    await sync({ kind: 'partner-account', partnerAccountId: 'second-account' });
    expect((await find('Second account')).health.state).to.equal('complete');
    const removal = await app.read<{ rowCount: number }>('/api/connections/removal?kind=partner-account&id=second-account', undefined, 'admin');
    expect(removal.rowCount, 'the first account lists them as well').to.equal(0);
  });

  it('takes a certificate in place of a client secret, and the other way round, never both', async () => {
    const [account] = smallMsp.partnerAccounts;
    const secret = Object.entries(app.simulators.env).find(([name]) => name.startsWith('PARTNER_'))?.[1] ?? '';
    const draft = (secrets: object, source: object | null = null) => ({ source, typeId: 'partnerCenter', name: 'With certificate', settings: { tenantId: account?.tenantId, clientId: partnerAppClientId(account?.id ?? '') }, secrets, participation: everybody, confirmedHosts: [] });
    const problemsOf = async (secrets: object) => {
      const answer = await check(draft(secrets));
      return answer.kind === 'invalid' ? answer.problems.map(({ field, sentence }) => `${field}: ${sentence}`) : [];
    };
    expect(await problemsOf({})).to.deep.equal(['secrets.clientSecret: Client secret or Certificate is needed.']);
    expect(await problemsOf({ clientSecret: secret, certificate: certificate.pem })).to.deep.equal(['secrets.certificate: Give either this or the other: Client secret is filled in as well.']);
    expect(await problemsOf({ certificate: certificate.certificatePem })).to.deep.equal(["secrets.certificate: This can't be used. It must be a PEM text with the certificate and its unencrypted private key."]);
    const refused = await check(draft({ certificate: stranger.pem }));
    expect(refused.kind === 'failed' && refused.sentence).to.match(/^Microsoft Entra does not accept the certificate/);
    expect(await check(draft({ certificate: certificate.pem }))).to.deep.include({ kind: 'connected' });

    const saved = await save(draft({ certificate: certificate.pem }));
    if (saved.kind !== 'saved') throw new Error('not saved');
    await sync(saved.source);
    const { health, details } = await find('With certificate');
    expect(health.state).to.equal('complete');
    const setOf = (kept: typeof details) => kept.secrets.filter(({ setAt }) => setAt !== null).map(({ name }) => name);
    expect(setOf(details)).to.deep.equal(['certificate']);
    // What is kept counts for a trial, too, and a client secret takes its place.
    expect(await check(draft({}, saved.source))).to.deep.include({ kind: 'connected' });
    expect(await save(draft({ clientSecret: secret }, saved.source), 1)).to.deep.include({ kind: 'saved', version: 2 });
    await sync(saved.source);
    const after = await find('With certificate');
    expect([after.health.state, setOf(after.details)]).to.deep.equal(['complete', ['clientSecret']]);
    expect((await page()).changes[0]).to.include({ kind: 'secrets-replaced', details: 'Client secret' });
    await app.read('/api/connections/remove', { source: saved.source, seenVersion: 2 }, 'admin');
  });

  it('says what a removal takes away, and keeps the saved links', async () => {
    const { source, details, health } = await find('ConnectWise Süd');
    const companies = await app.read<{ companies: { companyId: string }[] }>('/api/companies?limit=1');
    const tenants = await app.read<{ tenants: { tenantId: string }[] }>('/api/tenants');
    const link = { action: 'link', tenantId: tenants.tenants[0]?.tenantId, psaConnectionId: 'connectwise-nord', companyId: companies.companies[0]?.companyId, baseVersion: 0, origin: 'manual' };
    await app.stream('/api/mappings', { idempotencyKey: 'key-before-removal', rows: [link] });
    const preview = await app.read<object>('/api/connections/removal?kind=psa-connection&id=connectwise-nord', undefined, 'admin');
    expect(preview).to.deep.equal({ version: details.version, name: 'ConnectWise Süd', rows: 'companies', rowCount: health.rowCount, linkCount: 1 });
    await expectProblem(await app.ask('/api/connections/remove', { source, seenVersion: details.version - 1 }, 'admin'), 409, 'connection-changed');
    await app.read('/api/connections/remove', { source, seenVersion: details.version }, 'admin');
    expect((await page()).connections.some(({ name }) => name === 'ConnectWise Süd')).to.equal(false);
    expect((await app.read<{ companies: object[] }>('/api/companies?limit=10')).companies).to.deep.equal([]);
    const { mappings } = await app.read<{ mappings: { companyName: string; version: number }[] }>('/api/mappings');
    expect(mappings).to.have.lengthOf(1);
    expect((await page()).changes[0]).to.deep.include({ kind: 'removed', name: 'ConnectWise Süd', details: '' });
    const unlink = { action: 'unlink', tenantId: link.tenantId, psaConnectionId: link.psaConnectionId, companyId: link.companyId, baseVersion: mappings[0]?.version, origin: 'manual' };
    const [saved] = (await app.stream('/api/mappings', { idempotencyKey: 'key-after-removal', rows: [unlink] })).slice(-1);
    expect(JSON.stringify(saved)).to.include('"kind":"saved"');
  });

  it('gives the id of a removed connection to no other', async () => {
    const saved = await save(connectWise());
    expect(saved.kind === 'saved' && saved.source).to.deep.equal({ kind: 'psa-connection', psaConnectionId: 'connectwise-nord-2' });
  });

  it('takes its links along where the person wishes it, in one save that can be undone', async () => {
    const { source, details } = await find('ConnectWise Nord');
    await sync(source);
    const { companies } = await app.read<{ companies: { companyId: string }[] }>('/api/companies?limit=2');
    const { tenants } = await app.read<{ tenants: { tenantId: string }[] }>('/api/tenants');
    const rows = companies.map(({ companyId }, n) => ({ action: 'link', tenantId: tenants[n + 1]?.tenantId, psaConnectionId: 'connectwise-nord-2', companyId, baseVersion: 0, origin: 'manual' }));
    await app.stream('/api/mappings', { idempotencyKey: 'key-before-unlinking', rows });
    const order = { source, seenVersion: details.version };
    await expectProblem(await app.ask('/api/connections/remove', { ...order, unlink: 1 }, 'admin'), 409, 'connection-changed');
    expect((await find('ConnectWise Nord')).health.rowCount).to.be.greaterThan(0);

    const { changeSetId } = await app.read<{ changeSetId: string }>('/api/connections/remove', { ...order, unlink: 2 }, 'admin');
    const links = async () => (await app.read<{ mappings: object[] }>('/api/mappings')).mappings;
    expect(await links()).to.deep.equal([]);
    expect((await page()).changes[0]).to.deep.include({ kind: 'removed', details: 'With its 2 links' });
    expect(await app.read<object>(`/api/change-sets/${changeSetId}/undo`, {}, 'admin')).to.include({ kind: 'undone' });
    expect(await links()).to.have.lengthOf(2);
  });

  it('lets others look, without settings or log, and change nothing', async () => {
    const { connections, changes, types } = await page('viewer');
    expect(connections.length).to.be.greaterThan(1);
    expect([connections.every(({ details }) => details === null), changes, types]).to.deep.equal([true, [], []]);
    await expectProblem(await app.ask('/api/connections/check', connectWise(), 'mapper'), 403, 'not-allowed');
  });
});
