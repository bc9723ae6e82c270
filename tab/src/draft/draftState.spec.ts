import { expect } from 'chai';
import { decideResult, type DecideResult, type DraftRow } from '../../../contracts/draft.js';
import { makeCompany, makeState, makeSuggestion, makeTenant, me } from '../bulkAdd/bulkExamples.js';
import { bulkReducer, type BulkState } from '../bulkAdd/bulkState.js';
import { isReady } from '../bulkAdd/gridModel.js';
import { toGridRows } from '../bulkAdd/gridRow.js';
import { nextBatch } from './draftState.js';

const id = (number: number) => makeTenant(number).tenantId;
const anna = { userId: '00000000-0000-4000-8000-0000000000bb', name: 'Anna' };
const start = makeState([makeTenant(1), makeTenant(2), makeTenant(3)], [makeSuggestion(1, 'matched', [makeCompany(10), makeCompany(11)]), makeSuggestion(2, 'unmatched', [])]);

const rowBy = (person: typeof anna, tenant: number, version: number, company: number, isIncluded = true): DraftRow => ({
  tenantId: id(tenant),
  version,
  choice: { kind: 'choose', company: makeCompany(company), isIncluded, savesSeen: 0, decidedBy: person as never, decidedAt: '2026-03-01T08:00:00.000Z' },
  ignored: null,
  rejected: [],
  note: null,
});
const answerOf = (given: Partial<DecideResult>): DecideResult => decideResult.parse({ version: 0, savedVersion: 0, rows: [], people: [], conflicts: [], refused: [], ...given });
const news = (state: BulkState, version: number, ...rows: DraftRow[]) => bulkReducer(state, { kind: 'draft-news', news: answerOf({ version, rows }) });
const choose = (state: BulkState, tenant: number, company: number) => bulkReducer(state, { kind: 'company-chosen', tenantId: id(tenant), company: makeCompany(company) });
const first = (state: BulkState, tenant: number) => toGridRows(state)[tenant - 1];

describe('the shared draft on the page', () => {
  it("shows other people's decisions and whose they are", () => {
    const state = news(start, 3, rowBy(anna, 2, 3, 20));
    expect(first(state, 2)).to.deep.include({ state: 'chosen', company: makeCompany(20), decidedBy: 'Anna', isIncluded: true });
    expect(state.draft.resumed).to.deep.equal({ count: 1, people: [anna] });
    expect(first(news(state, 4, { ...rowBy(anna, 2, 4, 20), choice: null }), 2)).to.deep.include({ state: 'unmatched', company: undefined });
  });

  it('shows a decision made here at once, and sends it on the version that was seen', () => {
    const state = choose(news(start, 3, rowBy(anna, 2, 3, 20)), 2, 21);
    expect(first(state, 2)).to.deep.include({ company: makeCompany(21), decidedBy: undefined });
    expect(nextBatch(state.draft, 500).decisions).to.deep.equal([{ kind: 'choose', tenantId: id(2), baseVersion: 3, psaConnectionId: 'cw', companyId: '21', isIncluded: true, savesSeen: 0 }]);
  });

  it('names the company that was proposed when a proposal is left out or taken', () => {
    const out = bulkReducer(start, { kind: 'rows-included', tenantIds: [id(1), id(2)], isIncluded: false });
    expect(nextBatch(out.draft, 500).decisions).to.deep.equal([{ kind: 'accept', tenantId: id(1), baseVersion: 0, psaConnectionId: 'cw', companyId: '10', isIncluded: false, savesSeen: 0 }]);
    expect(toGridRows(out).filter(isReady)).to.deep.equal([]);
  });

  it('sends the last of several choices of a row, and what was decided while others were on their way', () => {
    const twice = choose(choose(start, 2, 20), 2, 21);
    const { sent, decisions } = nextBatch(twice.draft, 500);
    expect(decisions.map((decision) => 'companyId' in decision && decision.companyId)).to.deep.equal(['21']);
    const later = choose(twice, 2, 22);
    const mine = rowBy(me, 2, 1, 21);
    const answered = bulkReducer(later, { kind: 'draft-answered', sent, result: answerOf({ version: 1, rows: [mine] }) });
    expect(first(answered, 2)?.company).to.deep.equal(makeCompany(22));
    expect(nextBatch(answered.draft, 500).decisions).to.have.lengthOf(1);
    expect(nextBatch(answered.draft, 500).decisions[0]).to.include({ baseVersion: 1, companyId: '22' });
  });

  it('never sends more than fits, and loses none of the rest', () => {
    const three = choose(choose(choose(start, 1, 12), 2, 20), 3, 30);
    const { sent } = nextBatch(three.draft, 2);
    expect([...sent.keys()]).to.deep.equal([id(1), id(2)]);
    const answered = bulkReducer(three, { kind: 'draft-answered', sent, result: answerOf({ version: 1 }) });
    expect(nextBatch(answered.draft, 2).decisions.map(({ tenantId }) => tenantId)).to.deep.equal([id(3)]);
  });

  it('keeps a decision that lost until the person says which one counts', () => {
    const mine = choose(start, 2, 21);
    const { sent } = nextBatch(mine.draft, 500);
    const conflict = { tenantId: id(2), tenantName: 'Tenant 2', wished: 'Company 21', current: 'Company 20', decidedBy: anna as never, decidedAt: null, sentence: 'Anna decided Tenant 2 meanwhile.' };
    const lost = bulkReducer(mine, { kind: 'draft-answered', sent, result: answerOf({ version: 5, rows: [rowBy(anna, 2, 5, 20)], conflicts: [conflict] }) });
    expect(first(lost, 2)).to.deep.include({ company: makeCompany(20), decidedBy: 'Anna' });
    expect(nextBatch(lost.draft, 500).decisions).to.deep.equal([]);
    const kept = bulkReducer(lost, { kind: 'lost-kept' });
    expect(first(kept, 2)?.company).to.deep.equal(makeCompany(21));
    expect(nextBatch(kept.draft, 500).decisions[0]).to.include({ baseVersion: 5, companyId: '21' });
    const givenUp = bulkReducer(lost, { kind: 'lost-given-up' });
    expect([givenUp.draft.lost, givenUp.draft.wishes.size]).to.deep.equal([[], 0]);
  });

  it('takes a rejected company out of the candidates, and proposes nothing in its place unseen', () => {
    const rejected = bulkReducer(start, { kind: 'decided', tenantId: id(1), wish: { kind: 'reject', company: makeCompany(10) } });
    expect(first(rejected, 1)).to.deep.include({ state: 'needs-review', company: undefined });
    expect(first(rejected, 1)?.candidates.map(({ company }) => company.companyId)).to.deep.equal(['11']);
    const allowed = bulkReducer(rejected, { kind: 'decided', tenantId: id(1), wish: { kind: 'allow', company: makeCompany(10) } });
    expect(first(allowed, 1)).to.deep.include({ state: 'matched', company: makeCompany(10) });
  });

  it('takes an ignored tenant out of what would be saved', () => {
    const ignored = bulkReducer(start, { kind: 'decided', tenantId: id(1), wish: { kind: 'ignore', reason: 'Ours', until: null } });
    expect(first(ignored, 1)).to.deep.include({ state: 'ignored', company: undefined, isIncluded: false });
    expect(toGridRows(ignored).filter(isReady)).to.deep.equal([]);
  });

  it('believes a draft whose version went back, as after a restored backup', () => {
    const state = news(news(start, 9, rowBy(anna, 2, 9, 20)), 2, rowBy(anna, 3, 2, 30));
    expect(first(state, 2)?.state).to.equal('unmatched');
    expect(first(state, 3)?.company).to.deep.equal(makeCompany(30));
  });
});
