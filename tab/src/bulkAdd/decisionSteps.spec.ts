import { expect } from 'chai';
import fc from 'fast-check';
import { decideResult, type DraftRow } from '../../../contracts/draft.js';
import { emptyRow, withWish, type Wish } from '../draft/wish.js';
import { makeCompany, makeState, makeSuggestion, makeTenant, me } from './bulkExamples.js';
import { bulkReducer, type BulkAction, type BulkState } from './bulkState.js';
import { isSameDecision, wishesBetween } from './decisionSteps.js';
import { toGridRows } from './gridRow.js';

const id = (number: number) => makeTenant(number).tenantId;
const start = makeState([makeTenant(1), makeTenant(2), makeTenant(3)], [makeSuggestion(1, 'matched', [makeCompany(10), makeCompany(11)]), makeSuggestion(2, 'needs-review', [makeCompany(20)]), makeSuggestion(3, 'unmatched', [])]);
const run = (state: BulkState, ...actions: BulkAction[]) => actions.reduce(bulkReducer, state);
const shape = (state: BulkState) => toGridRows(state).map(({ state: kind, company, isIncluded, ignored, rejected, note }) => [kind, company?.companyId, isIncluded, ignored?.reason, note?.text, rejected.map(({ companyId }) => companyId).sort()]);
const undo: BulkAction = { kind: 'undo' };
const redo: BulkAction = { kind: 'redo' };

const company = fc.integer({ min: 10, max: 12 }).map((number) => makeCompany(number));
const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({ kind: fc.constantFrom('accept' as const, 'choose' as const), company, isIncluded: fc.boolean(), savesSeen: fc.constant(0) }),
  fc.record({ kind: fc.constant('ignore' as const), reason: fc.constantFrom('', 'Ours'), until: fc.constant(null) }),
  fc.record({ kind: fc.constantFrom('reject' as const, 'allow' as const), company }),
  fc.record({ kind: fc.constant('note' as const), text: fc.constantFrom('', 'Ask Anna'), seenText: fc.constant('') }),
  fc.constantFrom({ kind: 'withdraw' as const }, { kind: 'stop-ignoring' as const }),
);
const row = fc.array(wish, { maxLength: 6 }).map((wishes) => wishes.reduce<DraftRow>((before, each) => withWish(before, each, me, ''), emptyRow(id(1))));

describe('steps back and forward', () => {
  it('finds what leads from any row to any other', () => {
    fc.assert(
      fc.property(row, row, (from, to) => {
        const reached = wishesBetween(from, to, me).reduce((before, each) => withWish(before, each, me, ''), from);
        expect(isSameDecision(reached, to)).to.equal(true);
      }),
    );
  });

  it('takes back any steps and does them again, whatever they were', () => {
    const action: fc.Arbitrary<BulkAction> = fc.oneof(
      fc.record({ kind: fc.constant('decided' as const), tenantId: fc.integer({ min: 1, max: 3 }).map(id), wish: wish.filter((each) => ['ignore', 'stop-ignoring', 'reject', 'allow', 'note'].includes(each.kind)) }) as fc.Arbitrary<BulkAction>,
      fc.record({ kind: fc.constant('company-chosen' as const), tenantId: fc.integer({ min: 1, max: 3 }).map(id), company }),
      fc.record({ kind: fc.constant('rows-accepted' as const), tenantIds: fc.constant([id(1), id(2), id(3)]) }),
      fc.record({ kind: fc.constant('rows-included' as const), tenantIds: fc.constant([id(1), id(2)]), isIncluded: fc.boolean() }),
      fc.record({ kind: fc.constant('choice-cleared' as const), tenantId: fc.integer({ min: 1, max: 3 }).map(id) }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 8 }), (actions) => {
        const end = run(start, ...actions);
        const count = end.steps.done.length;
        const back = run(end, ...Array<BulkAction>(count).fill(undo));
        expect(shape(back)).to.deep.equal(shape(start));
        expect(back.steps.done).to.deep.equal([]);
        expect(shape(run(back, ...Array<BulkAction>(count).fill(redo)))).to.deep.equal(shape(end));
      }),
    );
  });

  it('takes many accepted rows back as one step', () => {
    const accepted = run(start, { kind: 'rows-accepted', tenantIds: [id(1), id(2), id(3)] });
    expect(shape(accepted).map(([kind, companyId]) => [kind, companyId])).to.deep.equal([['matched', '10'], ['matched', '20'], ['unmatched', undefined]]);
    expect(accepted.steps.done).to.have.length(1);
    expect(shape(run(accepted, undo))).to.deep.equal(shape(start));
  });

  it('has no step for what changes nothing, and forgets what was taken back once something new is done', () => {
    const again = run(start, { kind: 'rows-accepted', tenantIds: [id(2)] }, { kind: 'rows-accepted', tenantIds: [id(2)] });
    expect(again.steps.done).to.have.length(1);
    const other = run(again, undo, { kind: 'decided', tenantId: id(3), wish: { kind: 'ignore', reason: '', until: null } });
    expect(other.steps.undone).to.deep.equal([]);
    expect(run(other, redo)).to.equal(other);
  });

  it('leaves alone what somebody else decided since', () => {
    const mine = run(start, { kind: 'rows-accepted', tenantIds: [id(1), id(2)] });
    const anna = { userId: '00000000-0000-4000-8000-0000000000bb', name: 'Anna' };
    const theirs = { tenantId: id(2), version: 7, choice: { kind: 'choose', company: makeCompany(22), isIncluded: true, savesSeen: 0, decidedBy: anna, decidedAt: '2026-03-01T08:00:00.000Z' }, ignored: null, rejected: [], note: null };
    const result = decideResult.parse({ version: 7, savedVersion: 0, rows: [theirs], people: [], conflicts: [], refused: [] });
    const answered = run(mine, { kind: 'draft-answered', sent: mine.draft.wishes, result });
    const back = run(answered, undo);
    expect(toGridRows(back)[1]).to.deep.include({ company: makeCompany(22), decidedBy: 'Anna' });
    expect(back.turned).to.deep.include({ kind: 'undo', kept: 2 });
    expect(back.steps).to.deep.equal({ done: [], undone: [] });
  });

  it('keeps a row in its tab when its decision is taken back, and starts anew after a save', () => {
    const tab = run(start, { kind: 'filter-set', filter: { tab: 'matched' } }, { kind: 'decided', tenantId: id(1), wish: { kind: 'ignore', reason: '', until: null } }, undo);
    expect(tab.held.has(id(1))).to.equal(true);
    expect(run(start, { kind: 'rows-accepted', tenantIds: [id(2)] }, { kind: 'rows-saved', tenantIds: [id(2)], choices: new Map() }).steps).to.deep.equal({ done: [], undone: [] });
  });
});
