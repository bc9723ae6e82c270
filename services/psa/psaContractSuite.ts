import { expect } from 'chai';
import type { Company } from '../domain/company.js';
import type { SourceList } from '../domain/sync.js';
import type { ErrorCode } from '../runtime/errors.js';
import { systemClock } from '../runtime/clock.js';
import type { SourceTools } from '../runtime/sourceTools.js';
import type { Faults } from '../../simulators/faults.js';
import type { Answer } from '../../simulators/router.js';
import type { MspCompany } from '../../simulators/seed/msp.js';
import { rejection } from '../../test/support/rejection.js';
import { createTestTools } from '../../test/support/sourceTools.js';
import type { PsaAdapter } from './psaAdapter.js';

/** How a PSA pages its list, turned against the reader. */
export type Misbehaviour =
  /** Every page from the second on is the second, and names itself as the next. */
  | 'repeat-second-page'
  /** Pages get shorter from the second on, though more follow. */
  | 'shrink-pages'
  /** The next page is said to be on another host. Only for PSAs that give links. */
  | 'link-elsewhere';

/** A PSA's simulator that shows 10 companies a page, and its adapter. */
export type RunningPsa = {
  readonly url: string;
  /** What must never get into a log. */
  readonly secrets: readonly string[];
  readonly faults: Faults;
  /** Requests for a page of the list of companies; for a page from the second on; for people's e-mail addresses. */
  readonly paths: { readonly list: RegExp; readonly laterPage: RegExp; readonly contacts: RegExp };
  /** In the PSA's own form: something failed; the right is missing. */
  readonly answers: { readonly failed: Answer; readonly forbidden: Answer };
  /** An answer of the list without its first rows. */
  withoutRows(answer: Answer, count: number): Answer;
  connect(tools: SourceTools, credentials: 'right' | 'wrong'): PsaAdapter;
  misbehave(how: Misbehaviour): void;
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
export function describePsaContract(name: string, { hasLinks }: { readonly hasLinks: boolean }, start: (companies: readonly MspCompany[]) => Promise<RunningPsa>): void {
  describe(`${name}: what every PSA adapter promises`, () => {
    const companies = makeCompanies();
    const listed = companies.filter(({ isDeleted }) => !isDeleted);
    let psa: RunningPsa;
    let { tools, log, sleptMs } = createTestTools({});

    beforeEach(async () => {
      psa = await start(companies);
      ({ tools, log, sleptMs } = createTestTools({ extraUpstreamOrigins: [psa.url] }, systemClock, { bodyIdleMs: 1000 }));
    });
    afterEach(() => psa.close());

    const connect = (credentials: 'right' | 'wrong' = 'right') => psa.connect(tools, credentials);
    const idsOf = ({ items }: SourceList<Company>) => items.map(({ companyId }) => Number(companyId));
    const expectAll = (list: SourceList<Company>) => {
      expect(list.kind === 'complete' ? '' : list.why).to.equal('');
      expect(idsOf(list)).to.deep.equal(listed.map(({ id }) => id));
    };
    const expectFailed = async (code: ErrorCode) => {
      const error = await rejection(connect().listCompanies());
      expect(error.code).to.equal(code);
      expect(error.sentence).to.match(/^\S.*\.$/);
      return error;
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
      psa.faults.next({ kind: 'status', ...psa.answers.forbidden, path: psa.paths.list }, 20);
      await expectFailed('source-forbidden');
    });

    it('rejects a list that is not where it should be, with a sentence', async () => {
      psa.faults.next({ kind: 'status', status: 404, path: psa.paths.list }, 20);
      const error = await rejection(connect().listCompanies());
      expect(error.code).to.match(/^source-/);
      expect(error.isRetryable).to.equal(false);
    });

    describe('asked to slow down', () => {
      const throttle = (asked?: string, times = 1) => psa.faults.next({ kind: 'status', status: 429, ...(asked !== undefined && { headers: { 'Retry-After': asked } }), path: psa.paths.list }, times);

      it('waits for so many seconds and goes on', async () => {
        throttle('2');
        expectAll(await connect().listCompanies());
        expect(sleptMs.map((ms) => Math.floor(ms / 1000))).to.deep.equal([2]);
      });

      it('waits until a date and goes on', async () => {
        throttle(new Date(Date.now() + 30_000).toUTCString());
        expectAll(await connect().listCompanies());
        expect(sleptMs[0]).to.be.within(27_000, 32_000);
      });

      for (const asked of [undefined, 'soon', '-5', '']) {
        it(`waits as it thinks right when told ${asked === undefined ? 'nothing' : `"${asked}"`}`, async () => {
          throttle(asked);
          expectAll(await connect().listCompanies());
          expect(sleptMs).to.have.length(1);
          expect(sleptMs[0]).to.be.within(0, 10_000);
        });
      }

      for (const asked of ['600', '99999999999999999999', 'Fri, 31 Dec 2399 23:59:59 GMT']) {
        it(`gives up at once when told "${asked}"`, async () => {
          throttle(asked);
          const error = await expectFailed('source-throttled');
          expect(error.retryAfterSeconds).to.be.at.least(600);
          expect(sleptMs).to.deep.equal([]);
        });
      }

      it('gives up after some tries', async () => {
        throttle('1', 20);
        await expectFailed('source-throttled');
        expect(sleptMs).to.have.length(3);
      });
    });

    it('tries again after a single 500', async () => {
      psa.faults.next({ kind: 'status', ...psa.answers.failed, path: psa.paths.list });
      expectAll(await connect().listCompanies());
      expect(psa.faults.pending).to.equal(0);
    });

    it("tries again after a proxy's page with 502, and rejects as source-unavailable when it stays", async () => {
      psa.faults.next({ kind: 'html', path: psa.paths.list });
      expectAll(await connect().listCompanies());
      psa.faults.next({ kind: 'html', path: psa.paths.list }, 20);
      await expectFailed('source-unavailable');
    });

    it('keeps what it has and says so when later pages fail', async () => {
      psa.faults.next({ kind: 'status', ...psa.answers.failed, path: psa.paths.laterPage }, 20);
      expectPartial(await connect().listCompanies(), /stopped answering after 10 companies\.$/);
      expect(sleptMs).to.have.length(3);
    });

    it('rejects a page of HTML with status 200 as source-odd-answer', async () => {
      psa.faults.next({ kind: 'html', status: 200, path: psa.paths.list }, 20);
      await expectFailed('source-odd-answer');
    });

    it('reads a page again whose body broke off', async () => {
      psa.faults.next({ kind: 'truncate', path: psa.paths.laterPage });
      expectAll(await connect().listCompanies());
      expect(psa.faults.pending).to.equal(0);
    });

    it('reads a page again whose body stands still', async () => {
      psa.faults.next({ kind: 'pause', pauseMs: 60_000, path: psa.paths.laterPage });
      expectAll(await connect().listCompanies());
      expect(sleptMs).to.have.length(1);
    });

    it('waits for a slow body', async () => {
      psa.faults.next({ kind: 'pause', pauseMs: 50, path: psa.paths.laterPage });
      expectAll(await connect().listCompanies());
      expect([psa.faults.pending, sleptMs.length]).to.deep.equal([0, 0]);
    });

    it('never takes half of a JSON body for a page', async () => {
      const half = (answer: Answer): Answer => ({ ...answer, body: JSON.stringify(answer.body).slice(0, -20) });
      psa.faults.next({ kind: 'rewrite', rewrite: half, path: psa.paths.laterPage }, 20);
      expectPartial(await connect().listCompanies(), /gave an answer that we do not understand after 10 companies/);
    });

    it('reads a page with a byte order mark', async () => {
      psa.faults.next({ kind: 'bom', path: psa.paths.laterPage });
      expectAll(await connect().listCompanies());
      expect(psa.faults.pending).to.equal(0);
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
      psa.faults.next({ kind: 'rewrite', rewrite: (answer) => psa.withoutRows(answer, 3), path: psa.paths.laterPage });
      expectPartial(await connect().listCompanies(), /only 3\d of 34 companies/);
    });

    it('notices a page without rows amid the others', async () => {
      psa.faults.next({ kind: 'rewrite', rewrite: (answer) => psa.withoutRows(answer, 1000), path: psa.paths.laterPage });
      expectPartial(await connect().listCompanies(), /only \d\d of 34 companies/);
    });

    if (hasLinks) {
      it('does not follow a link to another host', async () => {
        psa.misbehave('link-elsewhere');
        expectPartial(await connect().listCompanies(), /named an address that we do not trust after 10 companies/);
        expect(log.join('')).not.to.include('127.0.0.2');
      });
    }

    it('is cancelled between pages', async () => {
      const controller = new AbortController();
      const error = await rejection(connect().listCompanies({ signal: controller.signal, onProgress: () => controller.abort() }));
      expect(error.code).to.equal('cancelled');
    });

    it('is cancelled while it waits for an answer', async () => {
      psa.faults.next({ kind: 'hang', path: psa.paths.list }, 20);
      expect((await rejection(connect().listCompanies({ signal: AbortSignal.timeout(150) }))).code).to.equal('cancelled');
    });

    describe('checkAccess', () => {
      it('counts who takes part, in few calls', async () => {
        expect(await connect().checkAccess()).to.deep.equal({ count: listed.filter(({ isInactive }) => !isInactive).length, limits: [] });
      });

      it('says what is not readable, and what that means', async () => {
        psa.faults.next({ kind: 'status', ...psa.answers.forbidden, path: psa.paths.contacts }, 20);
        const { count, limits } = await connect().checkAccess();
        expect(count).to.equal(listed.filter(({ isInactive }) => !isInactive).length);
        expect(limits).to.have.length(1);
        expect(limits[0]?.sentence).to.match(/^[A-Z].* are not readable: matching by e-mail domain is weaker\..*/);
      });

      it('rejects wrong secrets, and a missing right to read companies, with what to do', async () => {
        const wrong = await rejection(connect('wrong').checkAccess());
        expect([wrong.code, wrong.sentence.split('. ').length]).to.deep.equal(['source-unauthorized', 2]);
        psa.faults.next({ kind: 'status', ...psa.answers.forbidden, path: psa.paths.list }, 20);
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
