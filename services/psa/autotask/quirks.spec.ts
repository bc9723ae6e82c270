import { expect } from 'chai';
import { sampleCompanies, sampleCompany, sampleTenantId } from '../../../test/support/sampleRecords.js';
import { rejection } from '../../../test/support/rejection.js';
import { createTestTools } from '../../../test/support/sourceTools.js';
import { autotaskFaults } from '../../../simulators/autotask/autotaskErrors.js';
import { startAutotask, type AutotaskQuirks, type AutotaskSimulator } from '../../../simulators/autotask/startAutotask.js';
import type { CompanyId, PsaConnectionId, TenantId } from '../../domain/ids.js';
import { remark } from '../../domain/remark.js';
import type { NewCompany, PsaAccess } from '../psaAdapter.js';
import { autotask } from './index.js';
import type { AutotaskSettings } from './settings.js';

const user = { userName: 'api@demo-msp.example', secret: 'secret', integrationCode: 'code' };
const companies = [...sampleCompanies(20), sampleCompany(21, { status: 'Vendor' }), sampleCompany(22, { status: 'Partner' }), sampleCompany(23, { status: 'Cancellation' }), sampleCompany(24, { isInactive: true })];
const listedIds = companies.map(({ id }) => id).filter((id) => id !== 21 && id !== 22);
const page = /\/Companies\/query(\/next)?(\?|$)/i;

describe('Autotask: how zones and databases differ', () => {
  let simulator: AutotaskSimulator;
  let { tools, log, sleptMs } = createTestTools({});

  const start = async (quirks: AutotaskQuirks = {}, options: { workMs?: number; threshold?: number } = {}) => {
    simulator = await startAutotask({ user, companies, quirks: { pageCap: 10, ...quirks }, ...options });
    ({ tools, log, sleptMs } = createTestTools({ extraUpstreamOrigins: [simulator.url] }));
  };
  afterEach(() => simulator.close());

  type Changes = { readonly settings?: Partial<AutotaskSettings>; readonly secrets?: Partial<typeof user>; readonly participation?: PsaAccess['participation'] };
  const connect = ({ settings, secrets, participation }: Changes = {}) =>
    autotask.connect(
      { psaConnectionId: 'main' as PsaConnectionId, settings: autotask.settingsSchema.parse({ userName: user.userName, zoneLookup: simulator.url, ...settings }), secrets: { secret: user.secret, integrationCode: user.integrationCode, ...secrets }, participation },
      tools,
    );
  const expectAll = async (adapter = connect(), ids = listedIds) => {
    const found = await adapter.listCompanies();
    expect(found.kind === 'partial' ? found.why : '').to.equal('');
    expect(found.items.map(({ companyId }) => Number(companyId))).to.deep.equal(ids);
    return found.items;
  };
  const zoneLookups = () => simulator.requests.filter(({ path }) => path.endsWith('/zoneInformation'));

  it('leaves out vendors, partners and the organization itself; ended customers and inactive ones are inactive', async () => {
    await start();
    const items = await expectAll();
    expect(items.filter(({ isActive }) => !isActive).map(({ companyId, status }) => [companyId, status])).to.deep.equal([['23', 'Cancellation'], ['24', 'Inactive']]);
    expect(items[0]).to.include({ status: 'Customer' });
    expect(await connect().checkAccess()).to.deep.equal({ count: 20, limits: [] });
  });

  for (const quirks of [{ endUrl: 'empty' }, { endUrl: 'missing' }, { continues: 'post' }, { typeOffset: 40 }, { hasNumbersForTexts: true }, { zoneForm: 'no-slash' }, { zoneForm: 'lower-case' }, { shrinksPages: true }] satisfies AutotaskQuirks[]) {
    it(`reads all with ${JSON.stringify(quirks)}`, async () => {
      await start(quirks);
      await expectAll();
    });
  }

  it('lists the chosen types only', async () => {
    await start({ typeOffset: 40 });
    const { types = [] } = (await connect().kinds?.listKinds()) ?? {};
    const vendor = types.find(({ name }) => name === 'Vendor');
    expect(types.filter(({ takesPartByDefault }) => takesPartByDefault).map(({ name }) => name)).to.deep.equal(['Customer', 'Prospect', 'Former customer']);
    const participation = { typeIds: [vendor?.id ?? ''], statusIds: null };
    await expectAll(connect({ participation }), [21]);
    expect((await connect({ participation }).checkAccess()).count).to.equal(1);
    expect((await connect({ participation: { typeIds: [], statusIds: null } }).checkAccess()).count).to.equal(0);
  });

  it('does not follow a link to another host', async () => {
    await start({ hasForeignLinks: true });
    expect(await connect().listCompanies()).to.include({ kind: 'partial', why: 'Autotask named an address that we do not trust after 10 companies; the rest is missing. The contacts could not all be read, so some companies lack e-mail domains.' });
    expect(log.join('')).not.to.include('127.0.0.2');
  });

  it('sends no secret to a zone that is not Autotask\'s', async () => {
    await start();
    for (const zoneUrl of ['https://example.org/ATServicesRest/', 'https://webservices5.autotask.net.example.org/', 'http://webservices5.autotask.net/', 'https://u@webservices5.autotask.net/', 'https://webservices5.autotask.net:8443/', 'https://evilautotask.net/', 'no address']) {
      simulator.quirks.zoneUrl = zoneUrl;
      expect((await rejection(connect().listCompanies())).code, zoneUrl).to.equal('source-blocked');
    }
    expect(simulator.requests.every(({ path }) => path.endsWith('/zoneInformation'))).to.equal(true);
  });

  it('moves with its zone while it reads', async () => {
    await start();
    simulator.faults.next({ kind: 'rewrite', path: /Companies\/query$/i, rewrite: (answer) => (simulator.moveZone('zone9'), answer) });
    await expectAll();
    expect(zoneLookups()).to.have.length(2);
  });

  describe('refusals', () => {
    it('an unknown user, a wrong secret and a wrong tracking identifier are one sentence, though two of them are 500s; nothing is tried again', async () => {
      await start();
      for (const changes of [{ settings: { userName: 'nobody@example.org' } }, { secrets: { secret: 'wrong' } }, { secrets: { integrationCode: 'wrong' } }]) {
        const error = await rejection(connect(changes).checkAccess());
        expect([error.code, error.sentence]).to.deep.equal(['source-unauthorized', 'Autotask refused the user name, the secret or the tracking identifier of connection "main". Check all three with the API-only user under Admin > Resources/Users.']);
      }
      expect(sleptMs).to.deep.equal([]);
    });

    it('a missing right as 403 or 500 is told as such', async () => {
      await start();
      for (const fault of [autotaskFaults.noPermission, autotaskFaults.noPermissionAs500]) {
        simulator.faults.next({ ...fault, path: page });
        expect((await rejection(connect().listCompanies())).code).to.equal('source-forbidden');
      }
    });

    it('contacts that may not be read leave the list complete', async () => {
      await start();
      simulator.faults.next({ ...autotaskFaults.noPermissionAs500, path: /Contacts/i }, 9);
      expect((await expectAll()).flatMap(({ emailDomains }) => emailDomains)).to.deep.equal([]);
    });

    it('a security level that shows nothing is told, since Autotask does not', async () => {
      await start({ showsNothing: true });
      expect(await connect().checkAccess()).to.deep.equal({ count: 0, limits: [remark('The API user is accepted, but no company is readable. Its security level must allow to view all companies.', { code: 'nothing-readable', right: 'Companies' })] });
    });
  });

  describe('limits', () => {
    it('never has more than two calls under way, however many ask', async () => {
      await start({}, { workMs: 15 });
      const adapter = connect();
      await Promise.all([adapter.listCompanies(), adapter.listCompanies(), adapter.checkAccess(), adapter.checkAccess()]);
      expect(simulator.busiest).to.equal(2);
    });

    for (const threadStatus of [409, 429, 500] as const) {
      it(`"Thread Threshold Exceeded" with status ${threadStatus} asks for patience`, async () => {
        await start();
        simulator.faults.next({ ...autotaskFaults.threadThreshold, status: threadStatus, path: page }, 9);
        const error = await rejection(connect().listCompanies());
        expect([error.code, error.isRetryable]).to.deep.equal(['source-throttled', true]);
      });
    }

    it('leaves the last tenth of the hour\'s requests to others', async () => {
      await start({}, { threshold: 1000 });
      simulator.volume.add(899);
      expect((await connect().checkAccess()).limits).to.deep.equal([remark('Your integrations have made 903 of the 1,000 requests that Autotask allows in an hour.', { code: 'hour-used-up', system: 'Autotask', used: 903, allowed: 1000 })]);
      const error = await rejection(connect().listCompanies());
      expect(error.code).to.equal('source-throttled');
      expect(error.sentence).to.match(/ of the 1,000 requests that Autotask allows in an hour\. We wait/);
    }).timeout(30_000);
  });

  describe('writing', () => {
    const tenantIdField = 'm365 tenant id';
    const first = sampleTenantId(1) as TenantId;
    const second = sampleTenantId(2) as TenantId;

    it('stores tenant ids beside those that are there, and changes nothing else', async () => {
      await start();
      const adapter = connect({ settings: { tenantIdField } });
      const [before] = await expectAll(adapter);
      for (const [tenantId, outcome] of [[first, 'stored'], [second, 'stored'], [first, 'already-there']] as const) expect(await adapter.tenantIdWriter?.storeTenantId('1' as CompanyId, tenantId)).to.equal(outcome);
      const [after] = await expectAll(adapter);
      expect(after).to.deep.equal({ ...before, tenantIds: [first, second] });
      expect(simulator.requests.filter(({ method }) => method === 'PATCH')).to.have.length(2);
    });

    it('tells of a field that does not exist before and after', async () => {
      await start();
      const adapter = connect({ settings: { tenantIdField: 'Nothing' } });
      expect((await adapter.checkAccess()).limits).to.deep.equal([remark('Companies have no user-defined field called "Nothing", so tenant ids can\'t be stored.', { code: 'field-absent', field: 'Nothing' })]);
      const write = adapter.tenantIdWriter?.storeTenantId('1' as CompanyId, first) ?? Promise.resolve();
      expect((await rejection(write)).code).to.match(/^source-/);
      expect(connect().tenantIdWriter).to.equal(undefined);
    });

    it('notices a change that was taken and not stored', async () => {
      await start();
      simulator.faults.next({ kind: 'status', status: 200, body: { itemId: 1 }, path: /Companies$/i });
      const write = connect({ settings: { tenantIdField } }).tenantIdWriter?.storeTenantId('1' as CompanyId, first) ?? Promise.resolve();
      expect((await rejection(write)).sentence).to.match(/^Autotask did not store the tenant id/);
    });

    it('tells of a company that is gone, as 404 or as nothing', async () => {
      for (const missingItem of ['not-found', 'null'] as const) {
        await start({ missingItem });
        const write = connect({ settings: { tenantIdField } }).tenantIdWriter?.storeTenantId('999' as CompanyId, first) ?? Promise.resolve();
        expect((await rejection(write)).sentence).to.equal('This company is no longer in Autotask.');
        await simulator.close();
      }
      await start();
    });

    const create = (fields: NewCompany, changes?: Changes) => connect(changes).companyCreator?.createCompany(fields) ?? Promise.reject(new Error('it can\'t create'));
    const fields = { name: 'New Company', website: 'new.example', phone: '+49 431 1', addressLine: '', city: 'Kiel', typeId: null, tenantId: first };

    it('creates a company as a customer, with the tenant id', async () => {
      await start({ typeOffset: 40 });
      const created = await create(fields, { settings: { tenantIdField } });
      expect(created).to.include({ name: 'New Company', website: 'new.example', phone: '+49 431 1', city: 'Kiel', status: 'Customer', isActive: true, companyId: '25' });
      expect(created.tenantIds).to.deep.equal([first]);
      await expectAll(connect(), [...listedIds, 25]);
      expect(await connect().companyCreator?.findByName('New Company')).to.deep.equal([created]);
      expect(await connect().companyCreator?.findByName('New')).to.deep.equal([]);
    });

    it('says what is missing, and sends nothing', async () => {
      await start({ requiresOwner: true });
      const error = await rejection(create({ ...fields, phone: '' }));
      expect(error.sentence).to.equal('Autotask needs more to create a company: a phone number, the owner of new companies (in the settings of the connection).');
      expect(simulator.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/Companies'))).to.deep.equal([]);
      expect((await create(fields, { settings: { ownerResourceId: '29682885' } })).name).to.equal('New Company');
    });

    it('never sends a creation twice', async () => {
      await start();
      simulator.faults.next({ ...autotaskFaults.failed, path: /Companies$/i }, 3);
      expect((await rejection(create(fields))).code).to.equal('source-unavailable');
      expect(simulator.faults.pending).to.equal(2);
    });
  });
});
