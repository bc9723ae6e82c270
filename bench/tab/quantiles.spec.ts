import { expect } from 'chai';
import { median, quantile } from './quantiles.js';

describe('quantiles', () => {
  it('are values that were measured', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect([quantile(values, 0.95), quantile(values, 1), quantile(values, 0), median(values)]).to.deep.equal([95, 100, 1, 50]);
    expect(median([3, 1, 2])).to.equal(2);
  });

  it('of nothing meet no goal', () => expect(quantile([], 0.95)).to.be.NaN);
});
