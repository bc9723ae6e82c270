import { expect } from 'chai';
import type { Suggestion } from '../../../contracts/autoMap.js';
import { makeCompany, makeSuggestion } from './bulkExamples.js';
import { mergeSuggestions } from './mergeSuggestions.js';

const ofConnectWise = makeCompany(1, 'cw');
const ofHalo = makeCompany(2, 'halo');
const matched = (company: typeof ofHalo) => makeSuggestion(1, 'matched', [company]);
const unmatched = makeSuggestion(1, 'unmatched', []);
const merge = (before: Suggestion, came: Suggestion, onlyPsa?: string) => mergeSuggestions(new Map([[before.tenantId, before]]), [came], onlyPsa).get(came.tenantId);

describe('mergeSuggestions', () => {
  it('takes the newest of a run against every PSA', () => {
    expect(merge(matched(ofConnectWise), unmatched)).to.equal(unmatched);
  });

  it('keeps what another PSA proposed when one PSA alone has less to say', () => {
    const before = matched(ofConnectWise);
    expect(merge(before, unmatched, 'halo')).to.equal(before);
    expect(merge(before, makeSuggestion(1, 'needs-review', [ofHalo]), 'halo')).to.equal(before);
  });

  it('takes a match of the PSA that was asked for, and its own news', () => {
    const came = matched(ofHalo);
    expect(merge(matched(ofConnectWise), came, 'halo')).to.equal(came);
    expect(merge(matched(ofHalo), unmatched, 'halo')).to.equal(unmatched);
  });

  it('adds tenants that were not known', () => {
    expect([...mergeSuggestions(new Map(), [unmatched], 'halo').values()]).to.deep.equal([unmatched]);
  });
});
