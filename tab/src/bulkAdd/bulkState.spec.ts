import { expect } from 'chai';
import { makeCompany, makeState, makeSuggestion, makeTenant } from './bulkExamples.js';
import { emptyRow } from '../draft/wish.js';
import { bulkReducer, choicesOf } from './bulkState.js';
import { filterRows, isReady, noFilter } from './gridModel.js';
import { createGridRows, toGridRows } from './gridRow.js';

const id = (number: number) => makeTenant(number).tenantId;
const matched = makeState([makeTenant(1), makeTenant(2)], [makeSuggestion(1, 'matched', [makeCompany(10)]), makeSuggestion(2, 'unmatched', [])]);

describe('bulkReducer', () => {
  it('never lets auto-map change what a person decided', () => {
    const chosen = bulkReducer(matched, { kind: 'company-chosen', tenantId: id(2), company: makeCompany(20) });
    const left = bulkReducer(chosen, { kind: 'rows-included', tenantIds: [id(1)], isIncluded: false });
    const again = bulkReducer(left, { kind: 'suggestions-came', suggestions: [makeSuggestion(1, 'matched', [makeCompany(11)]), makeSuggestion(2, 'matched', [makeCompany(21)])] });
    const rows = toGridRows(again);
    expect(rows[0]).to.deep.include({ isIncluded: false });
    expect(rows[1]?.company).to.deep.equal(makeCompany(20));
    expect(rows[1]?.state).to.equal('chosen');
  });

  it('keeps decisions when the lists are read again', () => {
    const chosen = bulkReducer(matched, { kind: 'company-chosen', tenantId: id(2), company: makeCompany(20) });
    const read = bulkReducer(chosen, { kind: 'tenants-read', tenants: [makeTenant(1), makeTenant(2), makeTenant(3)] });
    expect(toGridRows(read)[1]?.company).to.deep.equal(makeCompany(20));
  });

  it('drops a choice when a colleague linked the tenant meanwhile', () => {
    const chosen = bulkReducer(matched, { kind: 'company-chosen', tenantId: id(2), company: makeCompany(20) });
    const read = bulkReducer(chosen, { kind: 'tenants-read', tenants: [makeTenant(1), makeTenant(2, [{ company: makeCompany(22), version: 1 }])] });
    expect(toGridRows(read)[1]).to.deep.include({ state: 'added', company: undefined });
  });

  it('gives choices back when their save is undone', () => {
    const chosen = bulkReducer(matched, { kind: 'company-chosen', tenantId: id(2), company: makeCompany(20) });
    const choices = choicesOf(chosen, [id(1), id(2)]);
    // The server may tell that it cleared the choice before its answer to the save is here.
    const row = { ...emptyRow(id(2)), version: 1 };
    const told = bulkReducer(chosen, { kind: 'draft-answered', sent: chosen.draft.wishes, result: { version: 1, savedVersion: 1, rows: [row], people: [], conflicts: [], refused: [] } });
    expect(choicesOf(told, [id(2)]).size).to.equal(0);
    const saved = bulkReducer(told, { kind: 'rows-saved', tenantIds: [id(1), id(2)], choices });
    const linked = [makeTenant(1, [{ company: makeCompany(10), version: 1 }]), makeTenant(2, [{ company: makeCompany(20), version: 1 }])];
    const read = bulkReducer(saved, { kind: 'tenants-read', tenants: linked });
    expect(toGridRows(read).filter(isReady)).to.deep.equal([]);
    const undone = bulkReducer(bulkReducer(read, { kind: 'save-undone' }), { kind: 'tenants-read', tenants: [makeTenant(1), makeTenant(2)] });
    expect(toGridRows(undone).map(({ state, company }) => [state, company?.companyId])).to.deep.equal([['matched', '10'], ['chosen', '20']]);
  });

  it('clears a choice back to what auto-map says', () => {
    const chosen = bulkReducer(matched, { kind: 'company-chosen', tenantId: id(1), company: makeCompany(99) });
    const cleared = bulkReducer(chosen, { kind: 'choice-cleared', tenantId: id(1) });
    expect(toGridRows(cleared)[0]).to.deep.include({ state: 'matched', company: makeCompany(10) });
  });

  it('marks the rows because of which nothing was saved, until they are decided anew or saved', () => {
    const refused = bulkReducer(matched, { kind: 'save-refused', rows: [{ tenantId: id(1), sentence: 'Anna linked it meanwhile.' }, { tenantId: id(2), sentence: 'It is gone.' }] });
    const failures = (state: typeof matched) => toGridRows(state).map(({ failure }) => failure);
    expect(failures(refused)).to.deep.equal(['Anna linked it meanwhile.', 'It is gone.']);
    expect(failures(bulkReducer(refused, { kind: 'company-chosen', tenantId: id(2), company: makeCompany(20) }))).to.deep.equal(['Anna linked it meanwhile.', undefined]);
    expect(failures(bulkReducer(refused, { kind: 'rows-saved', tenantIds: [id(1)], choices: new Map() }))).to.deep.equal([undefined, 'It is gone.']);
    expect(filterRows(toGridRows(refused), { ...noFilter, notSaved: true }, new Set())).to.have.length(2);
    expect(filterRows(toGridRows(matched), { ...noFilter, notSaved: true }, new Set())).to.have.length(0);
  });

  it('makes only those rows anew of which something changed', () => {
    const makeRows = createGridRows();
    const before = makeRows(matched);
    const after = makeRows(bulkReducer(matched, { kind: 'company-chosen', tenantId: id(2), company: makeCompany(20) }));
    expect([after[0] === before[0], after[1] === before[1]]).to.deep.equal([true, false]);
    expect(after).to.deep.equal(toGridRows(bulkReducer(matched, { kind: 'company-chosen', tenantId: id(2), company: makeCompany(20) })));
    expect(makeRows(matched)).to.deep.equal(before);
  });
});
