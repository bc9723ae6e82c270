import { expect } from 'chai';
import fc from 'fast-check';
import { makeCompany, makeState, makeSuggestion, makeTenant } from './bulkExamples.js';
import { bulkReducer } from './bulkState.js';
import { companiesUsedTwice, countTabs, filterRows, gridTabs, isReady, needsPerson, noFilter, toSaveRows } from './gridModel.js';
import { toGridRows } from './gridRow.js';

const none = new Set<string>();
const state = makeState(
  [makeTenant(1), makeTenant(2), makeTenant(3), makeTenant(4), makeTenant(5, [{ company: makeCompany(50), version: 3 }])],
  [
    makeSuggestion(1, 'matched', [makeCompany(10)]),
    makeSuggestion(2, 'needs-review', [makeCompany(20), makeCompany(21)]),
    makeSuggestion(3, 'unmatched', []),
    makeSuggestion(5, 'matched', [makeCompany(51)]),
  ],
);
const rows = toGridRows(state);
const names = (list: readonly { tenant: { name: string } }[]) => list.map(({ tenant }) => tenant.name);

describe('gridModel', () => {
  it('derives each state; only matched rows are chosen by themselves', () => {
    expect(rows.map((row) => row.state)).to.deep.equal(['matched', 'needs-review', 'unmatched', 'not-tried', 'added']);
    expect(rows.map(isReady)).to.deep.equal([true, false, false, false, false]);
    expect(rows.map(needsPerson)).to.deep.equal([false, true, true, false, false]);
  });

  it('counts tabs, with added tenants only when they are shown', () => {
    expect(countTabs(rows, noFilter)).to.deep.equal({ all: 4, 'needs-review': 1, unmatched: 1, matched: 1, 'not-tried': 1, ignored: 0, added: 0 });
    expect(countTabs(rows, { ...noFilter, showAdded: true })).to.include({ all: 5, added: 1 });
  });

  it('hides added tenants until asked, and finds by each of the fields', () => {
    expect(names(filterRows(rows, noFilter, none))).to.deep.equal(['Tenant 1', 'Tenant 2', 'Tenant 3', 'Tenant 4']);
    const finds = (find: string) => names(filterRows(rows, { ...noFilter, find, showAdded: true }, none));
    expect(finds('TENANT 3')).to.deep.equal(['Tenant 3']);
    expect(finds('domain2.example')).to.deep.equal(['Tenant 2']);
    expect(finds(makeTenant(4).tenantId)).to.deep.equal(['Tenant 4']);
    expect(finds('company 10')).to.deep.equal(['Tenant 1']);
    expect(finds('company 50')).to.deep.equal(['Tenant 5']);
    expect(finds('no such thing')).to.deep.equal([]);
  });

  it('keeps a row that was just decided in its tab until the filter changes', () => {
    const unmatched = bulkReducer(state, { kind: 'filter-set', filter: { tab: 'unmatched' } });
    const chosen = bulkReducer(unmatched, { kind: 'company-chosen', tenantId: makeTenant(3).tenantId, company: makeCompany(30) });
    expect(names(filterRows(toGridRows(chosen), chosen.filter, chosen.held))).to.deep.equal(['Tenant 3']);
    expect(countTabs(toGridRows(chosen), chosen.filter)).to.include({ unmatched: 0, matched: 2 });
    const again = bulkReducer(chosen, { kind: 'filter-set', filter: { tab: 'unmatched' } });
    expect(filterRows(toGridRows(again), again.filter, again.held)).to.deep.equal([]);
  });

  it('shows in a PSA view what is its own and what nobody claims', () => {
    const other = makeState([makeTenant(1), makeTenant(2)], [makeSuggestion(1, 'matched', [makeCompany(10, 'halo')])]);
    expect(names(filterRows(toGridRows(other), { ...noFilter, psaConnectionId: 'cw' }, none))).to.deep.equal(['Tenant 2']);
    expect(names(filterRows(toGridRows(other), { ...noFilter, psaConnectionId: 'halo' }, none))).to.deep.equal(['Tenant 1', 'Tenant 2']);
  });

  it('saves what is ready: version of the unit seen, origin, beside the links that exist', () => {
    const picked = bulkReducer(state, { kind: 'company-chosen', tenantId: makeTenant(5).tenantId, company: makeCompany(52) });
    expect(toSaveRows(toGridRows(picked))).to.deep.equal([
      { action: 'link', tenantId: makeTenant(1).tenantId, psaConnectionId: 'cw', companyId: '10', baseVersion: 0, origin: 'auto' },
      { action: 'link-also', tenantId: makeTenant(5).tenantId, psaConnectionId: 'cw', companyId: '52', baseVersion: 3, origin: 'manual' },
    ]);
  });

  it('tells companies used twice, among the rows and with saved links', () => {
    const twins = makeState([makeTenant(1), makeTenant(2), makeTenant(3)], [1, 2].map((id) => makeSuggestion(id, 'matched', [makeCompany(7)])));
    expect(companiesUsedTwice(toGridRows(twins)).size).to.equal(1);
    expect(names(filterRows(toGridRows(twins), { ...noFilter, usedTwice: true }, none))).to.deep.equal(['Tenant 1', 'Tenant 2']);
    const linkedBefore = makeState([makeTenant(1)], [makeSuggestion(1, 'matched', [{ ...makeCompany(7), tenantCount: 1 }])]);
    expect(companiesUsedTwice(toGridRows(linkedBefore)).size).to.equal(1);
    expect(companiesUsedTwice(rows).size).to.equal(0);
  });

  it('puts every row in exactly one tab, for any choices', () => {
    const ids = fc.integer({ min: 1, max: 5 });
    const kinds = fc.constantFrom('choose', 'leave', 'include', 'clear');
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, kinds)), (steps) => {
        const end = steps.reduce((before, [id, kind]) => {
          const { tenantId } = makeTenant(id);
          if (kind === 'choose') return bulkReducer(before, { kind: 'company-chosen', tenantId, company: makeCompany(99) });
          if (kind === 'clear') return bulkReducer(before, { kind: 'choice-cleared', tenantId });
          return bulkReducer(before, { kind: 'rows-included', tenantIds: [tenantId], isIncluded: kind === 'include' });
        }, state);
        const made = toGridRows(end);
        const { all, ...tabs } = countTabs(made, { psaConnectionId: null, showAdded: true });
        expect(Object.values(tabs).reduce((sum, count) => sum + count, 0)).to.equal(all);
        for (const tab of gridTabs) {
          const filter = { ...noFilter, showAdded: true, tab };
          expect(filterRows(made, filter, none)).to.have.length(countTabs(made, filter)[tab]);
        }
        expect(toSaveRows(made)).to.have.length(made.filter(isReady).length);
      }),
    );
  });
});
