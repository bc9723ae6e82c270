import { expect } from 'chai';
import { decideResult } from '../../../contracts/draft.js';
import { psaConnectionId } from '../../../contracts/values.js';
import { makeCompany, makeState, makeTenant, me } from './bulkExamples.js';
import { bulkReducer, type BulkAction } from './bulkState.js';
import { recentCompanies } from './recentCompanies.js';

const chosen = (id: number, company: number, decidedBy: object, hour: number) => ({ tenantId: makeTenant(id).tenantId, version: id, choice: { kind: 'choose', company: makeCompany(company), isIncluded: true, savesSeen: 0, decidedBy, decidedAt: `2026-03-01T0${hour}:00:00.000Z` }, ignored: null, rejected: [], note: null });

describe('recentCompanies', () => {
  it("lists a person's own picks, newest first, each once", () => {
    const anna = { userId: '00000000-0000-4000-8000-0000000000bb', name: 'Anna' };
    const news = decideResult.parse({ version: 4, savedVersion: 0, people: [], conflicts: [], refused: [], rows: [chosen(1, 10, me, 1), chosen(2, 11, me, 3), chosen(3, 12, anna, 4), chosen(4, 10, me, 2)] });
    const read = bulkReducer(makeState([1, 2, 3, 4, 5].map((id) => makeTenant(id))), { kind: 'draft-news', news });
    const state = bulkReducer(read, { kind: 'company-chosen', tenantId: makeTenant(5).tenantId, company: makeCompany(13) });
    expect(recentCompanies(state, null, 5).map(({ companyId }) => companyId)).to.deep.equal(['13', '11', '10']);
    expect(recentCompanies(state, null, 2)).to.have.length(2);
  });

  it('remembers them after the save that took them, and those of each PSA for themselves', () => {
    const [one, two] = [makeTenant(1).tenantId, makeTenant(2).tenantId];
    const picks: BulkAction[] = [
      { kind: 'company-chosen', tenantId: one, company: { ...makeCompany(20), psaConnectionId: psaConnectionId.parse('other-psa') } },
      { kind: 'company-chosen', tenantId: two, company: makeCompany(21) },
      { kind: 'company-chosen', tenantId: one, company: makeCompany(22) },
      { kind: 'company-chosen', tenantId: one, company: makeCompany(21) },
      { kind: 'rows-saved', tenantIds: [one, two], choices: new Map() },
    ];
    const state = picks.reduce(bulkReducer, makeState([makeTenant(1), makeTenant(2)]));
    expect(recentCompanies(state, null, 5).map(({ companyId }) => companyId)).to.deep.equal(['21', '22', '20']);
    expect(recentCompanies(state, 'other-psa', 1).map(({ companyId }) => companyId)).to.deep.equal(['20']);
  });
});
