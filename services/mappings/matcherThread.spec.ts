import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import fc from 'fast-check';
import { pino } from 'pino';
import { someCompany, someTenant } from '../../test/support/matchSamples.js';
import { orgId } from '../../test/support/testOrganization.js';
import type { Company } from '../domain/company.js';
import type { OrgId } from '../domain/ids.js';
import type { MatchOutcome } from '../domain/match.js';
import { nothingKnown } from '../matching/known.js';
import { matchTenants, type MatchOptions } from '../matching/matchTenants.js';
import { AppError } from '../runtime/errors.js';
import { createMatcherThread, type MatcherThread } from './matcherThread.js';
import { outcomesPerMessage } from './matcherProtocol.js';

const logger = pino({ level: 'silent' });
const guid = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const nameOf = (at: number) => `${['Alder', 'Brack', 'Corvane', 'Dunlin', 'Elms'][at % 5]}${['mere', 'wick', 'ford', 'burn'][at % 4]}${at} ${['Dental', 'Motors', 'Tiles'][at % 3]}`;
const tenantsOf = (count: number) => Array.from({ length: count }, (_, at) => someTenant(nameOf(at), { tenantId: guid(at) }));
const companiesOf = (count: number) => Array.from({ length: count }, (_, at) => someCompany(nameOf(at), { companyId: String(at + 1) }));
const otherOrganization = '0f000000-0000-4000-8000-000000000002' as OrgId;

describe('matcherThread', function () {
  this.timeout(60_000);
  let thread: MatcherThread;
  beforeEach(() => (thread = createMatcherThread({ logger })));
  afterEach(() => thread.close());

  const start = (tenants: readonly ReturnType<typeof someTenant>[], companies: readonly Company[], options: MatchOptions = {}, org = orgId) =>
    thread.match(org, { tenants, companies, companySet: '', known: nothingKnown }, options);
  async function match(tenants: readonly ReturnType<typeof someTenant>[], companies: readonly Company[]): Promise<MatchOutcome[]> {
    const outcomes: MatchOutcome[] = [];
    await start(tenants, companies, { onOutcomes: (batch) => outcomes.push(...batch) });
    return outcomes;
  }

  it('says what matchTenants says, in order, in small batches, with progress', async () => {
    const [tenants, companies] = [tenantsOf(300), companiesOf(700)];
    const batches: MatchOutcome[][] = [];
    const progress: number[] = [];
    await start(tenants, companies, { onOutcomes: (batch) => batches.push(batch), onProgress: (done, total) => progress.push(done / total) });
    expect(batches.flat()).to.deep.equal(await matchTenants(tenants, companies, nothingKnown));
    expect(Math.max(...batches.map((batch) => batch.length))).to.be.at.most(outcomesPerMessage);
    expect(progress).to.deep.equal([...progress].sort((left, right) => left - right));
    expect([progress[0], progress.at(-1)]).to.deep.equal([0, 1]);
  });

  it('passes on thresholds and what people settled', async () => {
    const tenants = [1, 2, 3].map((at) => someTenant('Corvane Motors', { tenantId: guid(at) }));
    const company = someCompany('Corvane Motors');
    const pair = (at: number) => ({ tenantId: tenants[at]?.tenantId ?? fail(), psaConnectionId: company.psaConnectionId, companyId: company.companyId });
    const kinds: string[] = [];
    const known = { mappings: [pair(0)], aliases: [], rejected: [pair(1)] };
    await thread.match(orgId, { tenants, companies: [company], companySet: '', known }, { thresholds: { certain: 2, high: 2 }, onOutcomes: (batch) => kinds.push(...batch.map(({ kind }) => kind)) });
    expect(kinds).to.deep.equal(['already-mapped', 'unmatched', 'needs-review']);
  });

  it('follows every change of the list', async () => {
    const company = fc.record({ id: fc.integer({ min: 1, max: 6 }), name: fc.constantFrom('Alder Dental', 'Brack Motors', 'Corvane Tiles', 'Alder Dental (OLD)'), website: fc.constantFrom('', 'alder.example', 'brack.example') });
    const list = fc.uniqueArray(company, { selector: ({ id }) => id, maxLength: 6 }).map((rows) => rows.map(({ id, name, website }) => someCompany(name, { companyId: String(id), website })));
    const tenants = ['Alder Dental', 'Brack Motors Ltd', 'Corvane Tiles'].map((name, at) => someTenant(name, { tenantId: guid(at), domain: at === 0 ? 'alder.example' : '' }));
    await fc.assert(
      fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 4 }), async (lists) => {
        for (const companies of lists) expect(await match(tenants, companies)).to.deep.equal(await matchTenants(tenants, companies, nothingKnown));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps organizations and their sets of companies apart', async () => {
    const tenants = [someTenant('Corvane Motors')];
    const kinds: string[] = [];
    const options: MatchOptions = { onOutcomes: (batch) => kinds.push(...batch.map(({ kind }) => kind)) };
    const of = (org: OrgId, companySet: string, companies: readonly Company[]) => thread.match(org, { tenants, companies, companySet, known: nothingKnown }, options);
    await of(orgId, '', [someCompany('Corvane Motors')]);
    await of(orgId, 'two', []);
    await of(otherOrganization, '', []);
    expect(kinds).to.deep.equal(['matched', 'unmatched', 'unmatched']);
  });

  it('changes no companies under a run that looks at them', async () => {
    const tenants = tenantsOf(600);
    const seen: MatchOutcome[] = [];
    const companies = companiesOf(600);
    const before = start(tenants, companies, { onOutcomes: (batch) => seen.push(...batch) });
    const after = match(tenants, []);
    await before;
    expect(seen).to.deep.equal(await matchTenants(tenants, companies, nothingKnown));
    expect(await after).to.deep.equal(await matchTenants(tenants, [], nothingKnown));
  });

  it('runs twice at a time for an organization, lets the others wait, and holds up no other organization', async () => {
    const [tenants, companies] = [tenantsOf(200), companiesOf(200)];
    const events: string[] = [];
    const run = async (name: string, org?: OrgId) => {
      await start(tenants, companies, { onProgress: (done) => done === 0 && events.push(`${name} begins`) }, org);
      events.push(`${name} ends`);
    };
    await Promise.all([run('one'), run('two'), run('three'), run('other', otherOrganization)]);
    const place = (event: string) => events.indexOf(event);
    expect(place('three begins')).to.be.above(Math.min(place('one ends'), place('two ends')));
    expect(Math.max(place('one begins'), place('two begins'), place('other begins'))).to.be.below(Math.min(place('one ends'), place('two ends')));
  });

  it('answers a question about one tenant while a big run goes on', async () => {
    const companies = companiesOf(2000);
    const ended: string[] = [];
    const big = start(tenantsOf(5000), companies).then(() => ended.push('big'));
    const small = start(tenantsOf(1), companies).then(() => ended.push('small'));
    await Promise.all([big, small]);
    expect(ended).to.deep.equal(['small', 'big']);
  });

  it('never begins for one who left while waiting', async () => {
    const [tenants, companies] = [tenantsOf(200), companiesOf(200)];
    const leave = new AbortController();
    let hasBegun = false;
    const running = [start(tenants, companies), start(tenants, companies)];
    const waiting = rejection(start(tenants, companies, { signal: leave.signal, onProgress: () => (hasBegun = true) }));
    leave.abort(new Error('left'));
    expect(await waiting).to.have.property('message', 'left');
    await Promise.all(running);
    expect(hasBegun).to.equal(false);
  });

  it('stops at once when told to, with the reason given, and the thread with it', async () => {
    const [tenants, companies] = [tenantsOf(5000), companiesOf(2000)];
    const startedAt = performance.now();
    await start(tenants, companies);
    const wholeRunMs = performance.now() - startedAt;

    const reason = new Error('enough');
    const controller = new AbortController();
    let abortedAt = 0;
    let isFirst = true;
    const onOutcomes = () => {
      expect(abortedAt).to.equal(0);
      if (isFirst) setImmediate(() => ((abortedAt = performance.now()), controller.abort(reason)));
      isFirst = false;
    };
    expect(await rejection(start(tenants, companies, { signal: controller.signal, onOutcomes }))).to.equal(reason);
    expect(performance.now() - abortedAt).to.be.below(30);
    // Had the thread not heard of it, the next run would have to wait.
    await match(tenantsOf(1), companies);
    expect(performance.now() - abortedAt).to.be.below(wholeRunMs / 2);
    expect(await rejection(start(tenants, companies, { signal: AbortSignal.abort(reason) }))).to.equal(reason);
  });

  it('ends a run whose listener fails', async () => {
    const error = await rejection(start(tenantsOf(500), companiesOf(5), { onOutcomes: () => { throw new Error('no ear'); } }));
    expect(error).to.have.property('message', 'no ear');
    expect(await match(tenantsOf(1), companiesOf(5))).to.have.length(1);
  });

  it('tells of a failed run, and goes on', async () => {
    const noTenant = { ...someTenant('x'), name: null as unknown as string };
    const error = await rejection(start([noTenant], companiesOf(5)));
    expect(error).to.be.an.instanceOf(AppError).with.property('code', 'internal');
    expect(await match(tenantsOf(1), companiesOf(5))).to.have.length(1);
  });

  it('rejects what runs when the thread dies, and starts another one', async () => {
    await thread.close();
    thread = createMatcherThread({ logger, limits: { idleMs: 60_000, companies: 100_000, memory: { maxOldGenerationSizeMb: 60 } } });
    const endless = Array.from({ length: 4000 }, (_, at) => someCompany(`${at} `.repeat(5000), { companyId: String(at + 1) }));
    const error = await rejection(start(tenantsOf(1), endless));
    expect(error).to.be.an.instanceOf(AppError).with.property('sentence').that.matches(/^Matching stopped unexpectedly\./);
    expect(await match(tenantsOf(1), companiesOf(5))).to.have.length(1);
  });

  it('ends when everybody was idle for a while, and comes back', async () => {
    await thread.close();
    thread = createMatcherThread({ logger, limits: { idleMs: 0, companies: 100_000 } });
    for (let round = 0; round < 3; round += 1) {
      expect((await match(tenantsOf(1), companiesOf(5))).map(({ kind }) => kind)).to.deep.equal(['matched']);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });

  it('begins nothing once it is closed', async () => {
    const running = rejection(start(tenantsOf(5000), companiesOf(5000)));
    await thread.close();
    expect(await running).to.be.an.instanceOf(AppError).with.property('code', 'cancelled');
    expect(await rejection(match([], []))).to.have.property('code', 'cancelled');
  });

  it('keeps no process alive once its runs are over', () => {
    const program = `
      const { createMatcherThread } = await import('./services/mappings/matcherThread.ts');
      const { someTenant, someCompany } = await import('./test/support/matchSamples.ts');
      const { pino } = await import('pino');
      let outcomes = 0;
      await createMatcherThread({ logger: pino({ level: 'silent' }) }).match('org', { tenants: [someTenant('Corvane')], companies: [someCompany('Corvane')], companySet: '', known: { mappings: [], aliases: [], rejected: [] } }, { onOutcomes: (batch) => (outcomes += batch.length) });
      console.log(outcomes);`;
    const child = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { encoding: 'utf8', timeout: 30_000 });
    expect([child.status, child.stdout.trim()], child.stderr).to.deep.equal([0, '1']);
  });
});

const rejection = (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => fail(),
    (error: unknown) => error,
  );

function fail(): never {
  throw new Error('this must not be');
}
