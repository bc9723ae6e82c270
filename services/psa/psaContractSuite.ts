import { expect } from 'chai';
import type { Company } from '../domain/company.js';
import type { SourceList } from '../domain/sync.js';
import type { SourceTools } from '../runtime/sourceTools.js';
import type { MspCompany } from '../../simulators/seed/msp.js';
import { rejection } from '../../test/support/rejection.js';
import { createTestTools } from '../../test/support/sourceTools.js';
import type { PsaAdapter } from './psaAdapter.js';

/** What the simulator can be told to do, always to its list of companies. */
export type Misbehaviour =
  | 'throttle-once'
  | 'throttle-for-ten-minutes'
  | 'fail-once'
  /** Every page from the second on answers 500. */
  | 'fail-later-pages'
  | 'forbid'
  /** People's e-mail addresses may not be read. */
  | 'forbid-contacts'
  /** The first page is a proxy's page with status 200. */
  | 'answer-html'
  | 'truncate-second-page'
  | 'put-byte-order-mark'
  | 'hang'
  | 'repeat-second-page'
  | 'shrink-pages'
  /** The second page lacks some of its rows. */
  | 'lose-rows';

/** A PSA's simulator that shows 10 companies a page, and its adapter. */
export type RunningPsa = {
  readonly url: string;
  /** What must never get into a log. */
  readonly secrets: readonly string[];
  connect(tools: SourceTools, credentials: 'right' | 'wrong'): PsaAdapter;
  misbehave(how: Misbehaviour): void;
  /** How many misbehaviours no request has met yet; those that last until the end count nothing. */
  unmet(): number;
  close(): Promise<void>;
};

const tenantIds = ['0b6f6a0e-5a1d-4a52-9d1e-000000000001', '0b6f6a0e-5a1d-4a52-9d1e-000000000002'] as const;

/** 35 companies that differ in everything an adapter maps; every seventh inactive, one deleted. */
function makeCompanies(): MspCompany[] {
  return Array.from({ length: 35 }, (_, index) => {
    const id = index + 1;
    const isInactive = id % 7 === 0;
    return {
      id,
      name: id === 3 ? ' Company\u200E 3\u200B ' : `Company ${id}`,
      identifier: `C${id}`,
      website: id % 5 === 0 ? '' : `https://www.company-${id}.example/`,
      emailDomains: id % 5 === 0 ? [] : [`company-${id}.example`, `mail.company-${id}.example`],
      city: id % 4 === 0 ? '' : `City ${id}`,
      phone: `+49 431 ${id}`,
      status: isInactive ? 'Inactive' : 'Prospect',
      isInactive,
      isDeleted: id === 12,
      tenantIds: id === 4 ? [...tenantIds] : [],
    };
  });
}

/** What every PSA adapter promises. `start` serves the companies over real HTTP on loopback. */
export function describePsaContract(name: string, start: (companies: readonly MspCompany[]) => Promise<RunningPsa>): void {
  describe(`${name}: what every PSA adapter promises`, () => {
    const companies = makeCompanies();
    const listed = companies.filter(({ isDeleted }) => !isDeleted);
    let psa: RunningPsa;
    let { tools, log, sleptMs } = createTestTools({});

    beforeEach(async () => {
      psa = await start(companies);
      ({ tools, log, sleptMs } = createTestTools({ extraUpstreamOrigins: [psa.url] }));
    });
    afterEach(() => psa.close());

    const connect = (credentials: 'right' | 'wrong' = 'right') => psa.connect(tools, credentials);
    const idsOf = ({ items }: SourceList<Company>) => items.map(({ companyId }) => Number(companyId));
    const expectAll = (list: SourceList<Company>) => {
      expect(list.kind === 'complete' ? '' : list.why).to.equal('');
      expect(idsOf(list)).to.deep.equal(listed.map(({ id }) => id));
    };
    const expectPartial = (list: SourceList<Company>, reason: RegExp) => {
      expect(list.kind).to.equal('partial');
      if (list.kind === 'partial') expect(list.why).to.match(reason);
      expect(list.items.length).to.be.greaterThan(0).and.lessThan(listed.length);
      expect(new Set(idsOf(list)).size).to.equal(list.items.length);
    };

    it('lists every company of every page once, by id, the inactive ones too, the deleted ones not', async () => {
      const list = await connect().listCompanies();
      expectAll(list);
      expect(list.items.filter(({ isActive }) => !isActive).map(({ companyId }) => Number(companyId))).to.deep.equal(listed.filter(({ isInactive }) => isInactive).map(({ id }) => id));
    });

    it('maps every field, with clean texts', async () => {
      const { items } = await connect().listCompanies();
      const seen = items.map(({ companyId, name, identifier, website, emailDomains, city, phone, tenantIds }) => ({ companyId, name, identifier, website, emailDomains: [...emailDomains].sort(), city, phone, tenantIds }));
      const expected = listed.map(({ id, name, identifier, website, emailDomains, city, phone, tenantIds }) => ({
        companyId: String(id),
        name: id === 3 ? 'Company 3' : name,
        identifier,
        website,
        emailDomains: [...emailDomains].sort(),
        city,
        phone,
        tenantIds,
      }));
      expect(seen).to.deep.equal(expected);
      expect(items.every(({ psaConnectionId, status }) => psaConnectionId === items[0]?.psaConnectionId && status !== '')).to.equal(true);
    });

    it('tells progress up to the end', async () => {
      const seen: [number, number][] = [];
      await connect().listCompanies({ onProgress: (done, total) => void seen.push([done, total]) });
      expect(seen.map(([done]) => done)).to.deep.equal([10, 20, 30, 34]);
      expect(seen.at(-1)).to.deep.equal([34, 34]);
      expect(seen.every(([done, total]) => total === 0 || done <= total)).to.equal(true);
    });

    it('can list again', async () => {
      const adapter = connect();
      expectAll(await adapter.listCompanies());
      expectAll(await adapter.listCompanies());
    });

    it('rejects wrong secrets as source-unauthorized, with a sentence that names the connection', async () => {
      const error = await rejection(connect('wrong').listCompanies());
      expect(error.code).to.equal('source-unauthorized');
      expect(error.sentence).to.match(/refused .* connection "/);
    });

    it('rejects a missing right as source-forbidden', async () => {
      psa.misbehave('forbid');
      expect((await rejection(connect().listCompanies())).code).to.equal('source-forbidden');
    });

    it('waits and goes on after 429', async () => {
      psa.misbehave('throttle-once');
      expectAll(await connect().listCompanies());
      expect(sleptMs).to.have.length(1);
      expect(psa.unmet()).to.equal(0);
    });

    it('gives up at once when asked to wait for long', async () => {
      psa.misbehave('throttle-for-ten-minutes');
      const error = await rejection(connect().listCompanies());
      expect([error.code, error.retryAfterSeconds]).to.deep.equal(['source-throttled', 600]);
      expect(sleptMs).to.deep.equal([]);
    });

    it('tries again after a single 500', async () => {
      psa.misbehave('fail-once');
      expectAll(await connect().listCompanies());
      expect(psa.unmet()).to.equal(0);
    });

    it('keeps what it has and says so when later pages fail', async () => {
      psa.misbehave('fail-later-pages');
      expectPartial(await connect().listCompanies(), /stopped answering after 10 companies\.$/);
      expect(sleptMs).to.have.length(3);
    });

    it('rejects a page of HTML as source-odd-answer', async () => {
      psa.misbehave('answer-html');
      expect((await rejection(connect().listCompanies())).code).to.equal('source-odd-answer');
    });

    it('reads a page again whose body broke off', async () => {
      psa.misbehave('truncate-second-page');
      expectAll(await connect().listCompanies());
      expect(psa.unmet()).to.equal(0);
    });

    it('reads a page with a byte order mark', async () => {
      psa.misbehave('put-byte-order-mark');
      expectAll(await connect().listCompanies());
      expect(psa.unmet()).to.equal(0);
    });

    it('ends at a page that repeats, and says that rows are missing', async () => {
      psa.misbehave('repeat-second-page');
      expectPartial(await connect().listCompanies(), /missing|only/);
    });

    it('loses nothing in silence when pages shrink', async () => {
      psa.misbehave('shrink-pages');
      const list = await connect().listCompanies();
      if (list.kind === 'complete') expectAll(list);
      else expectPartial(list, /missing|only/);
    });

    it('notices rows that the server left out', async () => {
      psa.misbehave('lose-rows');
      expectPartial(await connect().listCompanies(), /only 3\d of 34 companies/);
    });

    it('is cancelled between pages', async () => {
      const controller = new AbortController();
      const error = await rejection(connect().listCompanies({ signal: controller.signal, onProgress: () => controller.abort() }));
      expect(error.code).to.equal('cancelled');
    });

    it('is cancelled while it waits for an answer', async () => {
      psa.misbehave('hang');
      expect((await rejection(connect().listCompanies({ signal: AbortSignal.timeout(150) }))).code).to.equal('cancelled');
    });

    describe('checkAccess', () => {
      it('counts who takes part, in few calls', async () => {
        expect(await connect().checkAccess()).to.deep.equal({ count: listed.filter(({ isInactive }) => !isInactive).length, limits: [] });
      });

      it('says what is not readable, and what that means', async () => {
        psa.misbehave('forbid-contacts');
        const { count, limits } = await connect().checkAccess();
        expect(count).to.equal(listed.filter(({ isInactive }) => !isInactive).length);
        expect(limits).to.have.length(1);
        expect(limits[0]).to.match(/^[A-Z].* are not readable: matching by e-mail domain is weaker\..*/);
      });

      it('rejects wrong secrets, and a missing right to read companies, with what to do', async () => {
        const wrong = await rejection(connect('wrong').checkAccess());
        expect([wrong.code, wrong.sentence.split('. ').length]).to.deep.equal(['source-unauthorized', 2]);
        psa.misbehave('forbid');
        const forbidden = await rejection(connect().checkAccess());
        expect([forbidden.code, forbidden.sentence.split('. ').length]).to.deep.equal(['source-forbidden', 2]);
      });
    });

    it('logs no secret', async () => {
      await connect().listCompanies();
      const everything = log.join('');
      expect(everything).to.include('outside call');
      const written = psa.secrets.flatMap((secret) => [secret, Buffer.from(secret).toString('base64').replace(/=+$/, ''), encodeURIComponent(secret)]);
      expect(written.filter((secret) => everything.includes(secret))).to.deep.equal([]);
    });
  });
}
