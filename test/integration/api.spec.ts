import { expect } from 'chai';
import { autoMapEvent, type Suggestion } from '../../contracts/autoMap.js';
import { mappingList, saveEvent, undoResult, type SaveResult, type SaveRow } from '../../contracts/mappings.js';
import { problem } from '../../contracts/problem.js';
import { connections, session, syncEvent } from '../../contracts/session.js';
import { tenantList } from '../../contracts/tenants.js';
import { companyList } from '../../contracts/companies.js';
import { smallMsp } from '../support/smallMsp.js';
import { startTestApp, type TestApp } from '../support/startTestApp.js';

const tenantOne = '00000001-1111-4111-8111-111111111111';
const tenantTwo = '00000002-1111-4111-8111-111111111111';
const tenantThree = '00000003-1111-4111-8111-111111111111';

/** One walk: each step goes on from the one before it. */
describe('api, from sign-in to restart', function () {
  this.timeout(30_000);
  let app: TestApp;
  before(async () => {
    app = await startTestApp(smallMsp);
  });
  after(() => app.close());

  const read = async (path: string) => (await app.ask(path)).json();
  const readMappings = async () => mappingList.parse(await read('/api/mappings')).mappings.map(({ tenantName, companyName, psaName, version }) => ({ tenantName, companyName, psaName, version }));
  const link = (tenantId: string, psaConnectionId: string, companyId: string, given: Partial<SaveRow> = {}): SaveRow => ({ action: 'link', tenantId, psaConnectionId, companyId, baseVersion: 0, origin: 'manual', ...given });
  async function save(idempotencyKey: string, rows: readonly SaveRow[]) {
    const events = (await app.stream('/api/mappings', { idempotencyKey, rows })).map((event) => saveEvent.parse(event));
    const last = events.at(-1);
    if (last?.kind !== 'result') throw new Error(`the stream ended with ${last?.kind}`);
    return { events, result: last.result };
  }
  const expectSaved = (result: SaveResult) => {
    if (result.kind !== 'saved') throw new Error(`not saved: ${JSON.stringify(result)}`);
    return result;
  };
  async function expectProblem(asking: Promise<Response>, status: number) {
    const response = await asking;
    expect(response.status).to.equal(status);
    return problem.parse(await response.json());
  }

  it('knows who is signed in', async () => {
    expect(session.parse(await read('/api/session'))).to.deep.include({ organizationName: smallMsp.name, role: 'mapper', person: { userId: smallMsp.people[1]?.userId, name: 'Demo Mapper' }, nextStepUrl: null, autoMapsOnOpen: false });
  });

  it('pulls every source', async () => {
    const events = (await app.stream('/api/sync', {})).map((event) => syncEvent.parse(event));
    const last = events.at(-1);
    expect(last?.kind).to.equal('done');
    const { partnerAccounts, psaConnections } = connections.parse(await read('/api/connections'));
    expect(partnerAccounts.map(({ name, health }) => [name, health.state, health.rowCount])).to.deep.equal([['North', 'complete', 2], ['South', 'complete', 2]]);
    expect(psaConnections.map(({ name, health }) => [name, health.state, health.rowCount])).to.deep.equal([['ConnectWise', 'complete', 2], ['HaloPSA', 'complete', 1]]);
  });

  it('lists each tenant once, with every account that has it', async () => {
    const { tenants } = tenantList.parse(await read('/api/tenants'));
    expect(tenants.map(({ name, sources }) => [name, sources.map((source) => source.accountName)])).to.deep.equal([
      ['Lakeside Dental', ['North', 'South']],
      ['Quarry Logistics', ['North']],
      ['Zephyr Unmatched Foundation', ['South']],
    ]);
    expect(companyList.parse(await read('/api/companies?query=lakeside')).companies.map((company) => company.name)).to.deep.equal(['Lakeside Dental Ltd']);
  });

  let suggestions: Suggestion[] = [];
  it('proposes companies, with progress', async () => {
    const events = (await app.stream('/api/auto-map', {})).map((event) => autoMapEvent.parse(event));
    expect(events.some((event) => event.kind === 'progress')).to.equal(true);
    suggestions = events.flatMap((event) => (event.kind === 'suggestions' ? event.suggestions : []));
    const proposed = Object.fromEntries(suggestions.map(({ tenantId, kind, candidates }) => [tenantId, `${kind} ${candidates[0]?.company.name ?? ''}`]));
    expect(proposed[tenantOne]).to.equal('matched Lakeside Dental Ltd');
    expect(proposed[tenantTwo]).to.equal('matched Quarry Logistics');
    expect(proposed[tenantThree]).to.match(/^unmatched/);
    expect(events.at(-1)).to.deep.equal({ kind: 'done', matched: 2, needsReview: 0, unmatched: 1, ignored: 0 });
  });

  const rowsOfProposals = () =>
    suggestions.flatMap(({ kind, tenantId, candidates: [best] }) => (kind === 'matched' && best ? [link(tenantId, best.company.psaConnectionId, best.company.companyId, { origin: 'auto' })] : []));
  const expectedMappings = [
    { tenantName: 'Lakeside Dental', companyName: 'Lakeside Dental Ltd', psaName: 'ConnectWise', version: 1 },
    { tenantName: 'Quarry Logistics', companyName: 'Quarry Logistics', psaName: 'HaloPSA', version: 1 },
  ];
  let changeSetId = '';

  it('saves them all at once, with progress', async () => {
    const { events, result } = await save('walk-save-0001', rowsOfProposals());
    expect(events.some((event) => event.kind === 'progress')).to.equal(true);
    const { summary, isRepeat } = expectSaved(result);
    expect(summary).to.include({ added: 2, changed: 0, removed: 0, skipped: 0 });
    expect(isRepeat).to.equal(false);
    ({ changeSetId } = summary);
    expect(await readMappings()).to.have.deep.members(expectedMappings);
  });

  it('answers the same key again with the same answer, and refuses it for other rows', async () => {
    const again = expectSaved((await save('walk-save-0001', rowsOfProposals())).result);
    expect(again).to.deep.include({ isRepeat: true });
    expect(again.summary.changeSetId).to.equal(changeSetId);
    const { code, sentence } = await expectProblem(app.ask('/api/mappings', { idempotencyKey: 'walk-save-0001', rows: [link(tenantThree, 'connectwise', '12')] }), 422);
    expect([code, sentence]).to.deep.equal(['key-reused', 'This was saved before with other choices. Please start again.']);
    expect(await readMappings()).to.have.deep.members(expectedMappings);
  });

  it('saves nothing from a stale page and lists the row with both values', async () => {
    const { result } = await save('walk-save-0002', [link(tenantOne, 'connectwise', '12'), link(tenantThree, 'connectwise', '12')]);
    if (result.kind !== 'conflict') throw new Error(`no conflict: ${JSON.stringify(result)}`);
    expect(result.conflicts.map(({ tenantName, wished, current }) => ({ tenantName, wished, companies: current.companies, version: current.version, by: current.decidedBy?.name }))).to.deep.equal([
      { tenantName: 'Lakeside Dental', wished: ['Another Company'], companies: ['Lakeside Dental Ltd'], version: 1, by: 'Demo Mapper' },
    ]);
    expect(await readMappings()).to.have.deep.members(expectedMappings);
  });

  it('refuses a company of the other PSA and a tenant that is unknown, with sentences', async () => {
    const { result } = await save('walk-save-0003', [link(tenantThree, 'connectwise', '21'), link('00000009-1111-4111-8111-111111111111', 'connectwise', '11')]);
    if (result.kind !== 'refused') throw new Error(`not refused: ${JSON.stringify(result)}`);
    expect(result.problems.map(({ code, sentence }) => [code, sentence])).to.deep.equal([
      ['unknown-company', 'ConnectWise has no company with the id 21. Please choose the company again.'],
      ['unknown-tenant', 'No connected Partner Center account lists the tenant 00000009-1111-4111-8111-111111111111.'],
    ]);
  });

  it('refuses a tenant id that is no GUID, and a viewer who would save', async () => {
    const { sentence } = await expectProblem(app.ask('/api/mappings', { idempotencyKey: 'walk-save-0004', rows: [link('contoso', 'connectwise', '11')] }), 400);
    expect(sentence).to.include('rows[0].tenantId: Tenant id "contoso" is not a GUID');
    await expectProblem(app.ask('/api/mappings', { idempotencyKey: 'walk-save-0004', rows: [link(tenantThree, 'connectwise', '12')] }, 'viewer'), 403);
    expect(await readMappings()).to.have.deep.members(expectedMappings);
  });

  it("refuses a key of the server's own, so that no save can stand in the way of an undo", async () => {
    for (const idempotencyKey of ['undo:00000001-1111-4111-8111-111111111111', 'chat:0123456789abcdef0123456789abcdef', 'walk:save']) {
      const { sentence } = await expectProblem(app.ask('/api/mappings', { idempotencyKey, rows: [link(tenantThree, 'connectwise', '12')] }), 400);
      expect(sentence).to.match(/idempotency key must have/);
    }
  });

  it('undoes a save, once', async () => {
    const saved = expectSaved((await save('walk-save-0005', [link(tenantThree, 'connectwise', '12')])).result);
    const undo = async () => undoResult.parse(await (await app.ask(`/api/change-sets/${saved.summary.changeSetId}/undo`, {})).json());
    expect(await undo()).to.deep.include({ kind: 'undone', isRepeat: false });
    expect(await undo()).to.deep.include({ kind: 'undone', isRepeat: true });
    expect(await readMappings()).to.have.deep.members(expectedMappings);
    await expectProblem(app.ask(`/api/change-sets/00000000-1111-4111-8111-111111111111/undo`, {}), 404);
  });

  it('has the mappings after a restart on the same folder', async () => {
    const before = mappingList.parse(await read('/api/mappings'));
    await app.restart();
    expect(mappingList.parse(await read('/api/mappings'))).to.deep.equal(before);
    expect((await fetch(`${app.url}/readyz`)).status).to.equal(200);
  });
});
