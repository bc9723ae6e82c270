import { expect } from 'chai';
import { startConnectWise, type ConnectWiseQuirks, type ConnectWiseSimulator } from '../../../simulators/connectWise/startConnectWise.js';
import { rejection } from '../../../test/support/rejection.js';
import { createTestTools } from '../../../test/support/sourceTools.js';
import type { PsaConnectionId } from '../../domain/ids.js';
import { connectWise } from './index.js';

const company = { companyId: 'demomsp', publicKey: 'public', privateKey: 'private', clientId: 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f04' };
const companies = Array.from({ length: 25 }, (_, index) => ({
  id: (index + 1) * 3,
  name: `Company ${index}`,
  identifier: `C${index}`,
  website: '',
  emailDomains: [`company-${index}.example`],
  city: '',
  phone: '',
  status: index === 4 ? 'Vendor' : 'Active',
  // Two statuses are called Active here, of which one is inactive.
  isInactive: index === 5,
  isDeleted: index === 6,
  tenantIds: [],
}));
const taking = companies.filter(({ status, isDeleted }) => status !== 'Vendor' && !isDeleted);

describe('ConnectWise: how instances differ', () => {
  let simulator: ConnectWiseSimulator;
  let { tools, log } = createTestTools({});

  beforeEach(async () => {
    simulator = await startConnectWise({ company, companies, quirks: { pageCap: 10 } });
    ({ tools, log } = createTestTools({ extraUpstreamOrigins: [simulator.url] }));
  });
  afterEach(() => simulator.close());

  const list = (companyId = company.companyId) =>
    connectWise.connect({ psaConnectionId: 'main' as PsaConnectionId, settings: { site: simulator.url, companyId, clientId: company.clientId }, secrets: { publicKey: company.publicKey, privateKey: company.privateKey } }, tools).listCompanies();
  const quirk = (change: ConnectWiseQuirks) => void Object.assign(simulator.quirks, change);
  const expectAll = async () => {
    const found = await list();
    expect(found.kind === 'partial' ? found.why : '').to.equal('');
    expect(found.items.map(({ companyId }) => Number(companyId))).to.deep.equal(taking.map(({ id }) => id));
    return found.items;
  };

  it('leaves out deleted companies and vendors; an inactive one is known by its status, not by the name of that', async () => {
    const items = await expectAll();
    expect(items.filter(({ isActive }) => !isActive)).to.have.length(1);
    expect(new Set(items.map(({ status }) => status))).to.deep.equal(new Set(['Active, Customer']));
  });

  for (const change of [
    { pageCap: undefined },
    { endLink: 'missing' },
    { pageCap: undefined, endLink: 'missing' },
    { shrinksPages: true },
    { lacksForwardOnly: true },
    { lacksForwardOnly: true, pageCap: 100 },
    { emptyText: 'null' },
    { emptyText: 'missing' },
    { siteUrl: '' },
    { missingClientIdStatus: 403 },
  ] satisfies ConnectWiseQuirks[]) {
    it(`reads all with ${JSON.stringify(change, (_, value: unknown) => (value === undefined ? 'none' : value))}`, async () => {
      quirk(change);
      await expectAll();
    });
  }

  it('says that rows are missing where page numbers and shrinking pages lose them', async () => {
    quirk({ lacksForwardOnly: true, shrinksPages: true });
    const found = await list();
    expect(found).to.include({ kind: 'partial', why: 'ConnectWise gave only 19 of 24 companies that we can read.', expected: 24 });
  });

  it('does not follow a link to another host', async () => {
    quirk({ hasForeignLinks: true });
    expect(await list()).to.include({ kind: 'partial', why: 'ConnectWise named an address that we do not trust after 10 companies; the rest is missing. The contacts could not all be read, so some companies lack e-mail domains.' });
    expect(log.join('')).not.to.include('127.0.0.2');
  });

  it('moves with a codebase that changes while it reads', async () => {
    simulator.faults.next({ kind: 'rewrite', path: /pageId=/, rewrite: (answer) => (simulator.changeCodebase('v2026_1/'), answer) });
    await expectAll();
    // The contacts, which are read at the same time, find the way on their own.
    expect(simulator.requests.filter(({ path }) => path.startsWith('/login/')).length).to.be.within(2, 3);
  });

  describe('e-mail domains', () => {
    it('come from active contacts only', async () => {
      quirk({ hasFormerContacts: true });
      const items = await expectAll();
      expect(items.map(({ emailDomains }) => emailDomains)).to.deep.equal(taking.map(({ emailDomains }) => emailDomains));
    });

    it('are left out without the right to read contacts; the list is complete all the same', async () => {
      simulator.faults.next({ kind: 'status', status: 403, path: /contacts/ }, 9);
      const items = await expectAll();
      expect(items.flatMap(({ emailDomains }) => emailDomains)).to.deep.equal([]);
    });

    it('that could not all be read make the list partial, with every company in it', async () => {
      simulator.faults.next({ kind: 'status', status: 500, path: /contacts\?.*pageId=/ }, 9);
      const found = await list();
      expect(found).to.include({ kind: 'partial', why: 'The contacts could not all be read, so some companies lack e-mail domains.' });
      expect(found.items).to.have.length(taking.length);
    });
  });

  describe('completeness', () => {
    it('is not claimed when the count fails at the end', async () => {
      simulator.faults.next({ kind: 'rewrite', path: /count/, rewrite: (answer) => answer });
      simulator.faults.next({ kind: 'status', status: 500, path: /count/ }, 9);
      const found = await list();
      expect(found).to.include({ kind: 'partial', expected: null });
      expect(found.items).to.have.length(taking.length);
    });

    it('is not claimed when rows can not be read', async () => {
      simulator.faults.next({ kind: 'rewrite', path: /companies\?/, rewrite: (answer) => ({ ...answer, body: [{ name: 'no id' }, ...(answer.body as object[])] }) });
      expect(await list()).to.include({ kind: 'partial', why: '1 companies came in a form that we can\'t read.' });
    });

    it('is not disturbed by a company that is deleted meanwhile', async () => {
      simulator.faults.next({ kind: 'rewrite', path: /companies\?.*pageId=/, rewrite: (answer) => (simulator.replaceCompanies(companies.slice(1)), answer) });
      await expectAll();
    });
  });

  describe('signing in', () => {
    for (const unknownCompany of ['null', 'not-found'] as const) {
      it(`tells of an unknown company id (${unknownCompany})`, async () => {
        quirk({ unknownCompany });
        const error = await rejection(list('nobody'));
        expect([error.code, error.sentence]).to.deep.equal(['source-unauthorized', 'ConnectWise does not know the company id "nobody".']);
        expect(simulator.requests).to.have.length(1);
      });
    }

    it('takes the 404 of the cloud for wrong keys', async () => {
      quirk({ badCredentialsStatus: 404 });
      simulator.faults.next({ kind: 'status', status: 404, path: /count/ });
      const error = await rejection(list());
      expect([error.code, error.sentence]).to.deep.equal(['source-unauthorized', 'ConnectWise refused the API keys of connection "main". Check the company id, and make new keys under System > Members > API Members.']);
    });

    it('sends no keys to a site that companyinfo makes up', async () => {
      for (const siteUrl of ['api.example.org', 'myconnectwise.net.example.org', '127.0.0.2:1', 'https://evil@example.org/', 'http://', 'evilmyconnectwise.net']) {
        quirk({ siteUrl });
        simulator.requests.length = 0;
        expect((await rejection(list())).code, siteUrl).to.equal('source-blocked');
        expect(simulator.requests.map(({ path }) => path)).to.deep.equal(['/login/companyinfo/demomsp']);
      }
    });
  });
});
