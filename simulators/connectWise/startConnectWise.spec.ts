import { expect } from 'chai';
import fc from 'fast-check';
import { sampleCompanies, sampleCompany } from '../../test/support/sampleRecords.js';
import { connectWiseFaults } from './connectWiseErrors.js';
import { startConnectWise, type ConnectWiseSimulator } from './startConnectWise.js';

const company = { companyId: 'demomsp', publicKey: 'public', privateKey: 'private', clientId: '22222222-2222-4222-8222-222222222222' };
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const credentials = { authorization: basic('demomsp+public:private'), clientid: company.clientId };
const forwardOnly = { 'pagination-type': 'forward-only' };

type Row = { readonly id: number } & Readonly<Record<string, unknown>>;

describe('simulators/connectWise', () => {
  let simulator: ConnectWiseSimulator;
  before(async () => {
    simulator = await startConnectWise({ company, companies: [] });
  });
  beforeEach(() => {
    for (const name of Object.keys(simulator.quirks)) Reflect.deleteProperty(simulator.quirks, name);
    simulator.replaceCompanies(sampleCompanies(7));
  });
  after(() => simulator.close());

  const url = (path: string, codebase = 'v4_6_release') => `${simulator.url}/${codebase}/apis/3.0${path}`;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(path.startsWith('http') ? path : url(path), { headers: { ...credentials, ...headers } });
  const rowsOf = async (response: Response) => (await response.json()) as Row[];
  const list = async (path: string, headers?: Record<string, string>) => rowsOf(await get(path, headers));
  const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id);
  const linkOf = (response: Response, rel: string) => new RegExp(`<([^>]*)>; rel="${rel}"`).exec(response.headers.get('link') ?? '')?.[1];
  async function followAll(path: string, headers?: Record<string, string>): Promise<number[][]> {
    const pages: number[][] = [];
    for (let next: string | undefined = path; next !== undefined; ) {
      const response = await get(next, headers);
      pages.push(idsOf(await rowsOf(response)));
      next = linkOf(response, 'next');
    }
    return pages;
  }

  it('tells the codebase and site of a known company, without credentials', async () => {
    const info = async (id: string) => (await fetch(`${simulator.url}/login/companyinfo/${id}`)).json();
    expect(await info('demomsp')).to.include({ Codebase: 'v2025_1/', CompanyID: 'demomsp', SiteUrl: new URL(simulator.url).host });
    expect(await info('nobody')).to.equal(null);
    simulator.quirks.unknownCompany = 'not-found';
    expect((await fetch(`${simulator.url}/login/companyinfo/nobody`)).status).to.equal(404);
  });

  it('answers under the router name and the current codebase only', async () => {
    expect((await get(url('/company/companies/count', 'v2025_1'))).status).to.equal(200);
    simulator.changeCodebase('v2025_2/');
    expect((await get(url('/company/companies/count', 'v2025_1'))).status).to.equal(404);
    expect((await get(url('/company/companies/count', 'v2025_2'))).status).to.equal(200);
    expect((await get('/company/companies/count')).status).to.equal(200);
    simulator.changeCodebase('v2025_1/');
  });

  it('refuses wrong keys, another company, no client id', async () => {
    const status = async (headers: Record<string, string>) => (await fetch(url('/company/companies'), { headers })).status;
    expect(await status({})).to.equal(401);
    expect(await status({ ...credentials, authorization: basic('demomsp+public:wrong') })).to.equal(401);
    expect(await status({ ...credentials, authorization: basic('other+public:private') })).to.equal(401);
    expect(await status({ authorization: credentials.authorization })).to.equal(401);
    Object.assign(simulator.quirks, { badCredentialsStatus: 404, missingClientIdStatus: 403 });
    expect(await status({ ...credentials, authorization: basic('demomsp+public:wrong') })).to.equal(404);
    expect(await status({ authorization: credentials.authorization })).to.equal(403);
    expect(await status(credentials)).to.equal(200);
  });

  it('numbered pages: absolute links, first and last, [] past the end', async () => {
    const second = await get('/company/companies?pageSize=3&page=2&orderBy=id%20asc');
    expect(idsOf(await rowsOf(second))).to.deep.equal([4, 5, 6]);
    expect(linkOf(second, 'next')).to.equal(`${url('/company/companies')}?pageSize=3&page=3&orderBy=id+asc`);
    expect(new URL(linkOf(second, 'last') ?? '').searchParams.get('page')).to.equal('3');
    expect(new URL(linkOf(second, 'prev') ?? '').searchParams.get('page')).to.equal('1');
    expect(await list('/company/companies?pageSize=3&page=4')).to.deep.equal([]);
    expect(idsOf(await list('/company/companies?orderBy=id%20desc&pageSize=2'))).to.deep.equal([7, 6]);
    expect((await get('/company/companies?page=0')).status).to.equal(400);
  });

  it('has 25 rows a page unless asked, and never more than the cap', async () => {
    simulator.replaceCompanies(sampleCompanies(1002));
    expect(await list('/company/companies')).to.have.length(25);
    expect(await list('/company/companies?pageSize=5000')).to.have.length(1000);
    simulator.quirks.pageCap = 4;
    expect(await list('/company/companies?pageSize=5000')).to.have.length(4);
  });

  it('forward-only pages: by id, ignoring order and page, ending in an empty Link', async () => {
    const first = await get('/company/companies?pageSize=3&orderBy=id%20desc&page=2', forwardOnly);
    expect(idsOf(await rowsOf(first))).to.deep.equal([1, 2, 3]);
    expect(new URL(linkOf(first, 'next') ?? '').searchParams.get('pageId')).to.equal('3');
    const last = await get('/company/companies?pageSize=3&pageId=6', forwardOnly);
    expect([idsOf(await rowsOf(last)), last.headers.get('link')]).to.deep.equal([[7], '']);
    simulator.quirks.endLink = 'missing';
    expect((await get('/company/companies?pageSize=3&pageId=6', forwardOnly)).headers.get('link')).to.equal(null);
  });

  it('every row comes once, whatever the sizes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), fc.boolean(), async (count, pageSize, pageCap, isForward) => {
        simulator.replaceCompanies(sampleCompanies(count));
        simulator.quirks.pageCap = pageCap;
        const pages = await followAll(`/company/companies?pageSize=${pageSize}`, isForward ? forwardOnly : {});
        expect(pages.flat()).to.deep.equal(Array.from({ length: count }, (_, index) => index + 1));
        expect(pages.length).to.equal(Math.max(1, Math.ceil(count / Math.min(pageSize, pageCap))));
      }),
      { numRuns: 25 },
    );
  });

  it('quirks: a page that shrinks, one that repeats itself, a foreign link, no forward-only', async () => {
    simulator.quirks.shrinksPages = true;
    expect(await followAll('/company/companies?pageSize=4', forwardOnly)).to.deep.equal([[1, 2, 3, 4], [5, 6], [7]]);
    Object.assign(simulator.quirks, { shrinksPages: false, repeatsPage: true });
    const second = await get('/company/companies?pageSize=3&pageId=3', forwardOnly);
    expect(new URL(linkOf(second, 'next') ?? '').searchParams.get('pageId')).to.equal('3');
    Object.assign(simulator.quirks, { repeatsPage: false, hasForeignLinks: true });
    expect(new URL(linkOf(await get('/company/companies?pageSize=3', forwardOnly), 'next') ?? '').origin).to.not.equal(simulator.url);
    Object.assign(simulator.quirks, { hasForeignLinks: false, lacksForwardOnly: true });
    expect(linkOf(await get('/company/companies?pageSize=3', forwardOnly), 'next')).to.contain('page=2');
  });

  it('lists deleted companies unless told, and inactive ones by their status', async () => {
    simulator.replaceCompanies([sampleCompany(1), sampleCompany(2, { isDeleted: true }), sampleCompany(3, { status: 'Gone', isInactive: true })]);
    expect(idsOf(await list('/company/companies'))).to.deep.equal([1, 2, 3]);
    expect(idsOf(await list(`/company/companies?conditions=${encodeURIComponent('deletedFlag=False and id > 1')}`))).to.deep.equal([3]);
    expect(await (await get('/company/companies/count?conditions=deletedFlag%3DFalse')).json()).to.deep.equal({ count: 2 });
    const gone = (await list('/company/companies/statuses')).find((status) => status['inactiveFlag'] === true);
    expect(gone).to.include({ name: 'Gone' });
    expect((await list('/company/companies?conditions=id%3D3'))[0]).to.have.nested.property('status.id', gone?.id);
    expect((await list('/company/companies/types')).map((type) => type['vendorFlag'])).to.deep.equal([false, false, true]);
  });

  it('refuses conditions that it does not understand with 400', async () => {
    const response = await get('/company/companies?conditions=name%3Dunquoted');
    expect(response.status).to.equal(400);
    expect(await response.json()).to.include({ code: 'ConnectWiseApi' });
  });

  it('projects fields, parts of references included; _info only where named', async () => {
    const [whole] = await list('/company/companies?pageSize=1');
    expect(whole).to.have.property('_info');
    expect(await list('/company/companies?pageSize=1&fields=id,status/name,types/id')).to.deep.equal([{ id: 1, status: { name: 'Active' }, types: [{ id: 1 }] }]);
    expect((await list('/company/companies?pageSize=1&fields=id,_info'))[0]).to.have.all.keys('id', '_info');
    expect(await (await get('/company/companies/3?fields=name')).json()).to.deep.equal({ name: 'Company 3' });
    expect((await get('/company/companies/99')).status).to.equal(404);
  });

  it('writes empty texts as the version does', async () => {
    const read = async () => (await list('/company/companies?pageSize=1&fields=id,faxNumber'))[0];
    expect(await read()).to.deep.equal({ id: 1, faxNumber: '' });
    simulator.quirks.emptyText = 'null';
    expect(await read()).to.deep.equal({ id: 1, faxNumber: null });
    simulator.quirks.emptyText = 'missing';
    expect(await read()).to.deep.equal({ id: 1 });
  });

  it('keeps tenant ids in a custom field that can be searched', async () => {
    const tenantId = '0b6f6a0e-5a1d-4a52-9d1e-6d1a4f3c9a01';
    simulator.replaceCompanies([sampleCompany(1), sampleCompany(2, { tenantIds: [tenantId] })]);
    const found = await list(`/company/companies?customFieldConditions=${encodeURIComponent(`caption="Tenant ID" and value="${tenantId}"`)}`);
    expect(idsOf(found)).to.deep.equal([2]);
    expect(found[0]).to.have.nested.include({ 'customFields[0].caption': 'Tenant ID', 'customFields[0].value': tenantId });
  });

  it('has a contact for each e-mail domain, and former ones when told', async () => {
    simulator.replaceCompanies([sampleCompany(10, { emailDomains: ['a.example', 'b.example'] }), sampleCompany(11, { emailDomains: [] })]);
    const contacts = await list('/company/contacts?conditions=inactiveFlag%3DFalse&fields=company/id,communicationItems/domain,communicationItems/communicationType');
    expect(contacts).to.deep.equal(['@a.example', '@b.example'].map((domain) => ({ company: { id: 10 }, communicationItems: [{ communicationType: 'Phone' }, { domain, communicationType: 'Email' }] })));
    simulator.quirks.hasFormerContacts = true;
    expect(await list('/company/contacts')).to.have.length(3);
    expect(await list('/company/contacts?conditions=inactiveFlag%3DFalse')).to.have.length(2);
    expect(await list(`/company/contacts?childConditions=${encodeURIComponent('communicationItems/value like "*@b.example"')}`)).to.have.length(1);
  });

  it('answers system/info to everybody, so it proves no key', async () => {
    expect((await fetch(url('/system/info'))).status).to.equal(200);
  });

  it('has ready-made refusals, and throttles when told', async () => {
    simulator.faults.next(connectWiseFaults.timedOut);
    const timedOut = await get('/company/companies');
    expect([timedOut.status, await timedOut.json()]).to.deep.equal([500, { code: 'ConnectWiseApi', message: 'A timeout has occured. Please try again.', errors: null }]);
    const limited = await startConnectWise({ company, companies: [], rateLimit: { requests: 1, windowMs: 60_000 } });
    try {
      const ask = () => fetch(`${limited.url}/v4_6_release/apis/3.0/company/companies`, { headers: credentials });
      expect((await ask()).status).to.equal(200);
      expect((await ask()).headers.get('retry-after')).to.equal('60');
    } finally {
      await limited.close();
    }
  });

  it('PATCH replaces whole fields whose name is right, and takes everything else without effect', async () => {
    const patch = (operations: object[], id = 2) => fetch(url(`/company/companies/${id}`), { method: 'PATCH', headers: { ...credentials, 'content-type': 'application/json' }, body: JSON.stringify(operations) });
    const fields = [{ id: 14, caption: 'Tenant ID', value: 'x' }];
    expect((await patch([{ op: 'replace', path: 'customFields', value: fields }, { op: 'replace', path: 'customfields/0/value', value: 'y' }, { op: 'replace', path: '/city', value: 'Bonn' }])).status).to.equal(200);
    const [changed] = await list(`/company/companies?conditions=${encodeURIComponent('lastUpdated > [2026-06-01T00:00:00Z]')}`);
    expect(changed).to.deep.include({ id: 2, customFields: fields, city: 'Kiel' });
    expect((await patch([], 99)).status).to.equal(404);
    simulator.quirks.invalidField = 'yearEstablished';
    const refused = await patch([{ op: 'replace', path: 'city', value: 'Bonn' }]);
    expect(await refused.json()).to.have.nested.property('errors[0].field', 'yearEstablished');
  });

  it('POST creates a company with a free identifier, a name of 50 characters and a site', async () => {
    const create = (body: object) => fetch(url('/company/companies'), { method: 'POST', headers: { ...credentials, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const fields = { identifier: 'New', name: 'New', site: { name: 'Main' }, types: [{ id: 2 }] };
    const created = await create(fields);
    expect(created.status).to.equal(201);
    expect(await created.json()).to.deep.include({ id: 8, identifier: 'New', deletedFlag: false });
    const codes = async (body: object) => ((await (await create(body)).json()) as { errors: { code: string; field: string }[] }).errors.map(({ code, field }) => [code, field]);
    expect(await codes({ name: 'x' })).to.deep.equal([['MissingRequiredField', 'identifier'], ['MissingRequiredField', 'site']]);
    expect(await codes({ ...fields, identifier: 'NEW' })).to.deep.equal([['ObjectExists', 'identifier']]);
    expect(await codes({ ...fields, identifier: 'Other', name: 'n'.repeat(51) })).to.deep.equal([['MaxLengthField', 'name']]);
  });
});
