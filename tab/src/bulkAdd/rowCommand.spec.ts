import { expect } from 'chai';
import { makeCompany, makeState, makeSuggestion, makeTenant } from './bulkExamples.js';
import { bulkReducer } from './bulkState.js';
import { toGridRows, type GridRow } from './gridRow.js';
import { commandFor } from './rowCommand.js';

const state = makeState(
  [makeTenant(1), makeTenant(2), makeTenant(3), makeTenant(4), makeTenant(5, [{ company: makeCompany(50), version: 3 }])],
  [makeSuggestion(1, 'matched', [makeCompany(10)]), makeSuggestion(2, 'needs-review', [makeCompany(20), makeCompany(21)]), makeSuggestion(3, 'unmatched', [makeCompany(30)]), makeSuggestion(5, 'matched', [makeCompany(51)])],
);
const rows = toGridRows(bulkReducer(state, { kind: 'decided', tenantId: makeTenant(4).tenantId, wish: { kind: 'ignore', reason: '', until: null } }));
const row = (number: number): GridRow => {
  const found = rows[number - 1];
  if (!found) throw new Error(`no row ${number}`);
  return found;
};
const [matched, review, unmatched, ignored, added] = [row(1), row(2), row(3), row(4), row(5)];
const press = (key: string, on: GridRow, isReadOnly = false) => commandFor({ key, hasModifier: false }, on, isReadOnly);

describe('commandFor', () => {
  it('accepts with Enter what is proposed, and searches where nothing is', () => {
    expect([matched, review, unmatched, ignored, added].map((on) => press('Enter', on)?.kind)).to.deep.equal(['accept', 'accept', 'search', 'details', 'details']);
  });

  it('chooses a candidate by its number, a guess too, but none for a tenant that has a company', () => {
    expect(press('2', review)).to.deep.equal({ kind: 'choose', company: makeCompany(21) });
    expect(press('1', unmatched)).to.deep.equal({ kind: 'choose', company: makeCompany(30) });
    expect([press('3', review), press('4', review), press('1', added)]).to.deep.equal([undefined, undefined, undefined]);
  });

  it('ignores and stops ignoring with one key, whatever the caps lock says', () => {
    expect([press('i', review)?.kind, press('I', ignored)?.kind, press('i', added)?.kind]).to.deep.equal(['ignore', 'stop-ignoring', undefined]);
  });

  it('leaves keys with Ctrl or Alt to others', () => {
    expect(commandFor({ key: 'n', hasModifier: true }, review, false)).to.equal(undefined);
  });

  it('lets those who may only look move and look', () => {
    expect(['Enter', 'n', 'd', '?', '/', 'a', 'i', '1'].map((key) => press(key, review, true)?.kind)).to.deep.equal(['details', 'next', 'details', 'help', undefined, undefined, undefined, undefined]);
  });
});
