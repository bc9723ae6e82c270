import { expect } from 'chai';
import fc from 'fast-check';
import { sampleCompanies, sampleCompany, sampleTenantId } from '../../test/support/sampleRecords.js';
import { startAutotask, type AutotaskQuirks, type AutotaskSimulator } from './startAutotask.js';

const user = { userName: 'api@demo-msp.example', secret: 'secret', integrationCode: 'code' };
const headers = { UserName: user.userName, Secret: user.secret, ApiIntegrationCode: user.integrationCode, 'content-type': 'application/json' };
const all = { Filter: [{ op: 'gte', field: 'id', value: 0 }] };

type Row = { readonly id: number } & Readonly<Record<string, unknown>>;
type Page = { readonly items: Row[]; readonly pageDetails: { readonly count: number; readonly nextPageUrl?: string | null } };

describe('simulators/autotask', () => {
  let simulator: AutotaskSimulator;
  let now = Date.parse('2026-01-01T00:00:00Z');
  const start = async (quirks: AutotaskQuirks = {}, threshold?: number) => {
    simulator = await startAutotask({ user, companies: sampleCompanies(7), quirks, clock: { now: () => new Date(now) }, ...(threshold && { threshold }) });
  };
  beforeEach(() => start());
  afterEach(() => simulator.close());

  const url = (path: string, zone = 'zone5') => `${simulator.url}/${zone}/ATServicesRest/V1.0/${path}`;
  const call = (path: string, body?: object, method = body ? 'POST' : 'GET', sent: Record<string, string> = headers) => fetch(path.startsWith('http') ? path : url(path), { method, headers: sent, ...(body && { body: JSON.stringify(body) }) });
  const json = async <Answer>(asked: Promise<Response>) => (await (await asked).json()) as Answer;
  const idsOf = ({ items }: Page) => items.map(({ id }) => id);
  const query = (body: object) => json<Page>(call('Companies/query', body));
  const errorsOf = async (response: Response) => [response.status, ...((await response.json()) as { errors: string[] }).errors];

  async function followAll(body: object, method = 'POST'): Promise<number[][]> {
    const pages = [await query(body)];
    for (let next = pages[0]?.pageDetails.nextPageUrl; next; next = pages.at(-1)?.pageDetails.nextPageUrl) pages.push(await json<Page>(method === 'POST' ? call(next, body) : call(next)));
    return pages.map(idsOf);
  }

  it('tells the zone of its user to everybody, and of nobody else', async () => {
    const lookup = (name: string) => fetch(`${simulator.url}/ATServicesRest/V1.0/zoneInformation?user=${encodeURIComponent(name)}`);
    expect(await json<object>(lookup('API@demo-msp.example'))).to.include({ url: `${simulator.url}/zone5/ATServicesRest/` });
    expect(await errorsOf(await lookup('nobody'))).to.deep.equal([500, 'Zone information could not be determined']);
    expect(await json<object>(fetch(`${simulator.url}/ATServicesRest/versioninformation`))).to.deep.equal({ apiVersions: ['V1.0', 'V2.0'] });
    expect((await fetch(`${simulator.url}/ATServicesRest/V2.0/zoneInformation?user=x`)).status).to.equal(404);
    simulator.moveZone('zone9');
    expect((await call('Companies/1')).status).to.equal(401);
    expect((await fetch(url('Companies/1', 'zone9'), { headers })).status).to.equal(200);
  });

  it('refuses a wrong user and a wrong code with 500, a wrong secret with 401', async () => {
    const status = async (changes: Record<string, string>) => (await call('Companies/1', undefined, 'GET', { ...headers, ...changes })).status;
    expect(await Promise.all([status({}), status({ UserName: 'x' }), status({ Secret: 'x' }), status({ ApiIntegrationCode: 'x' })])).to.deep.equal([200, 500, 401, 500]);
  });

  it('every row comes once, by POST and by GET, whatever the sizes; id 0 is the organization itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), fc.constantFrom('GET', 'POST'), async (count, MaxRecords, pageCap, method) => {
        simulator.replaceCompanies(sampleCompanies(count));
        simulator.quirks.pageCap = pageCap;
        const pages = await followAll({ ...all, MaxRecords }, method);
        expect(pages.flat()).to.deep.equal(Array.from({ length: count + 1 }, (_, index) => index));
        expect(pages.length).to.equal(Math.max(1, Math.ceil((count + 1) / Math.min(MaxRecords, pageCap))));
      }),
      { numRuns: 20 },
    );
  });

  it('takes the search of GET from the address, and the first page of POST from the body', async () => {
    const search = encodeURIComponent(JSON.stringify({ filter: [{ op: 'eq', field: 'id', value: 3 }] }));
    expect(idsOf(await json<Page>(call(`Companies/query?search=${search}`)))).to.deep.equal([3]);
    expect(await json<object>(call('Companies/query/count', { filter: [{ op: 'gt', field: 'ID', value: 5 }] }))).to.deep.equal({ queryCount: 2 });
  });

  it('needs a filter, at most 500 rows and 500 conditions', async () => {
    for (const body of [{}, { Filter: [] }, { ...all, MaxRecords: 501 }, { ...all, MaxRecords: 0 }, { Filter: [{ op: 'or', items: Array.from({ length: 501 }, (_, value) => ({ op: 'eq', field: 'id', value })) }] }, { Filter: [{ op: 'near', field: 'id', value: 1 }] }, { Filter: [{ op: 'eq', field: 'nothing', value: 1 }] }]) {
      expect((await call('Companies/query', body)).status, JSON.stringify(body).slice(0, 80)).to.equal(500);
    }
  });

  it('filters by every operator', async () => {
    simulator.replaceCompanies([sampleCompany(1, { name: 'Alpha', tenantIds: [sampleTenantId(1)] }), sampleCompany(2, { name: 'Beta', status: 'Vendor' }), sampleCompany(3, { name: 'Gamma', isInactive: true })]);
    const find = async (...Filter: object[]) => idsOf(await query({ Filter }));
    expect(await find({ op: 'eq', field: 'companyName', value: 'alpha' })).to.deep.equal([1]);
    expect(await find({ op: 'and', items: [{ op: 'noteq', field: 'id', value: 1 }, { op: 'lte', field: 'id', value: 2 }] })).to.deep.equal([0, 2]);
    expect(await find({ op: 'or', items: [{ op: 'beginsWith', field: 'companyName', value: 'al' }, { op: 'endsWith', field: 'companyName', value: 'MA' }] })).to.deep.equal([1, 3]);
    expect(await find({ op: 'contains', field: 'companyName', value: 'm' }, { op: 'lt', field: 'id', value: 3 })).to.deep.equal([0]);
    expect(await find({ op: 'in', field: 'companyType', value: [7] })).to.deep.equal([2]);
    expect(await find({ op: 'notIn', field: 'companyType', value: [7] }, { op: 'gt', field: 'id', value: 0 })).to.deep.equal([1, 3]);
    expect(await find({ op: 'eq', field: 'isActive', value: false })).to.deep.equal([3]);
    expect(await find({ op: 'eq', field: 'M365 Tenant ID', udf: true, value: sampleTenantId(1) })).to.deep.equal([1]);
    expect(await find({ op: 'exist', field: 'M365 Tenant ID', udf: true })).to.deep.equal([1]);
    expect(await find({ op: 'notExist', field: 'parentCompanyID' }, { op: 'gte', field: 'lastActivityDate', value: '2026-01-01T00:00:00Z' })).to.deep.equal([0, 1, 2, 3]);
  });

  it('keeps the named fields, also on later pages', async () => {
    simulator.quirks.pageCap = 4;
    const first = await query({ ...all, IncludeFields: ['ID', 'city'] });
    const second = await json<Page>(call(first.pageDetails.nextPageUrl ?? '', all));
    expect([Object.keys(first.items[0] ?? {}), Object.keys(second.items[0] ?? {})]).to.deep.equal([['id', 'city'], ['id', 'city']]);
  });

  it('quirks: who goes on how, repeated and shrinking pages, foreign links, ends, numbers', async () => {
    Object.assign(simulator.quirks, { pageCap: 3, continues: 'post' });
    const next = (await query(all)).pageDetails.nextPageUrl ?? '';
    expect([(await call(next)).status, (await call(next, all)).status]).to.deep.equal([405, 200]);
    Object.assign(simulator.quirks, { continues: 'get' });
    expect([(await call(next)).status, (await call(next, all)).status]).to.deep.equal([200, 405]);
    Object.assign(simulator.quirks, { continues: 'any', repeatsPage: true });
    expect((await json<Page>(call(next, all))).pageDetails.nextPageUrl).to.contain(encodeURIComponent('"nextIds":[2]'));
    Object.assign(simulator.quirks, { repeatsPage: false, shrinksPages: true });
    expect(await followAll(all)).to.deep.equal([[0, 1, 2], [3, 4], [5, 6], [7]]);
    Object.assign(simulator.quirks, { shrinksPages: false, hasForeignLinks: true });
    expect(new URL((await query(all)).pageDetails.nextPageUrl ?? '').origin).not.to.equal(simulator.url);
    Object.assign(simulator.quirks, { pageCap: 500, endUrl: 'missing' });
    expect((await query(all)).pageDetails).not.to.have.property('nextPageUrl');
    simulator.quirks.hasNumbersForTexts = true;
    simulator.replaceCompanies([sampleCompany(1, { identifier: '10250' })]);
    expect((await query(all)).items[1]).to.include({ companyNumber: 10250, postalCode: 24103 });
  });

  it('has contacts with a number for active, branches, and picklists of texts', async () => {
    simulator.replaceCompanies(sampleCompanies(10));
    const contacts = async (value: number) => (await json<Page>(call('Contacts/query', { filter: [{ op: 'eq', field: 'isActive', value }] }))).items;
    expect((await contacts(1)).length).to.equal(11);
    expect((await contacts(0)).map(({ companyID, emailAddress }) => [companyID, emailAddress])).to.deep.equal([[10, 'contact.99@former-employer.example']]);
    expect((await json<{ item: Row }>(call('Companies/8'))).item['parentCompanyID']).to.equal(7);
    const { fields } = await json<{ fields: { name: string; picklistValues: { value: string; label: string }[] | null }[] }>(call('Companies/entityInformation/fields'));
    expect(fields.find(({ name }) => name === 'companyType')?.picklistValues?.[0]).to.include({ value: '1', label: 'Customer' });
    expect((await json<{ fields: object[] }>(call('companies/ENTITYINFORMATION/userdefinedfields'))).fields).to.have.length(2);
  });

  it('PATCH changes what is sent, PUT empties the rest, POST needs its fields', async () => {
    const read = async (id: number) => (await json<{ item: Row }>(call(`Companies/${id}`))).item;
    const udfs = [{ name: 'M365 Tenant ID', value: sampleTenantId(1) }];
    expect(await json<object>(call('Companies', { id: 2, userDefinedFields: udfs }, 'PATCH'))).to.deep.equal({ itemId: 2 });
    expect(await read(2)).to.deep.include({ city: 'Kiel', userDefinedFields: [{ name: 'Backup plan', value: null }, ...udfs] });
    await call('Companies', { id: 2, companyName: 'Only this' }, 'PUT');
    expect(await read(2)).to.include({ companyName: 'Only this', city: null });
    expect((await errorsOf(await call('Companies', { id: 2, userDefinedFields: [{ name: 'Nothing', value: 1 }] }, 'PATCH')))[0]).to.equal(500);
    expect((await call('Companies', { id: 99 }, 'PATCH')).status).to.equal(404);
    expect(await errorsOf(await call('Companies', { companyName: 'New' }))).to.deep.equal([500, 'Missing Required Field: companyType.', 'Missing Required Field: phone.']);
    expect(await json<object>(call('Companies', { companyName: 'New', companyType: 1, phone: '1' }))).to.deep.equal({ itemId: 8 });
    expect(await read(8)).to.include({ companyName: 'New', isActive: true });
    expect((await call('Companies/99')).status).to.equal(404);
    simulator.quirks.missingItem = 'null';
    expect(await json<object>(call('Companies/99'))).to.deep.equal({ item: null });
  });

  it('counts the requests of an hour, and refuses more', async () => {
    await simulator.close();
    await start({}, 100);
    simulator.volume.add(49);
    expect(simulator.volume.slowdownMs()).to.equal(0);
    simulator.volume.add(10);
    expect(simulator.volume.slowdownMs()).to.equal(500);
    simulator.volume.add(41);
    expect(simulator.volume.slowdownMs()).to.equal(1000);
    const refused = await call('Companies/1');
    expect([refused.status, refused.headers.get('retry-after')]).to.deep.equal([429, '60']);
    simulator.quirks.omitsRetryAfter = true;
    expect((await call('Companies/1')).headers.get('retry-after')).to.equal(null);
    now += 3_600_000;
    expect(await json<object>(call('ThresholdInformation'))).to.deep.equal({ externalRequestThreshold: 100, requestThresholdTimeframe: 60, currentTimeframeRequestCount: 1 });
  });

  it('has three threads for an endpoint', async () => {
    await simulator.close();
    simulator = await startAutotask({ user, companies: sampleCompanies(3), workMs: 30 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => call('Companies/query', all)));
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 200, 200, 500, 500]);
    const refused = answers.find(({ status }) => status === 500);
    expect(await refused?.text()).to.contain('Itgenatr005');
    expect(simulator.busiest).to.be.at.least(3);
    expect((await call('Companies/query', all)).status).to.equal(200);
  });
});
