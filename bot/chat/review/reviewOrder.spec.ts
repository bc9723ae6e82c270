import { expect } from 'chai';
import { comparePlaces, type ReviewPlace } from './reviewOrder.js';

describe('reviewOrder', () => {
  const place = (kind: ReviewPlace['kind'], score: number, name: string, tenantId = name): ReviewPlace => ({ kind, score, name, tenantId });

  it('puts what is matched first, then what needs review, then the rest, each the surest first, and by name where equally sure', () => {
    const sorted = [place('matched', 1, 'C'), place('matched', 0.9, 'A'), place('matched', 0.9, 'B'), place('needs-review', 0.95, 'A'), place('needs-review', 0.2, 'A'), place('unmatched', 0.09, 'B'), place('unmatched', 0, 'A', '1'), place('unmatched', 0, 'A', '2')];
    expect([...sorted].reverse().sort(comparePlaces)).to.deep.equal(sorted);
  });
});
