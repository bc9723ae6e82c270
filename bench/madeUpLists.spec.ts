import { expect } from 'chai';
import { companyKeyText } from '../services/domain/company.js';
import { coldRun } from './coldRun.js';
import { comparePairs } from './comparePairs.js';
import { madeUpLists } from './madeUpLists.js';

const size = { tenants: 40, companies: 120 };

describe('bench lists', () => {
  it('are the same for the same seed, others for another, of the size asked for', () => {
    const lists = madeUpLists(size, 1);
    expect(madeUpLists(size, 1)).to.deep.equal(lists);
    expect(madeUpLists(size, 2)).to.not.deep.equal(lists);
    expect([lists.tenants.length, new Set(lists.companies.map(companyKeyText)).size]).to.deep.equal([size.tenants, size.companies]);
  });
});

describe('bench measurements', function () {
  this.timeout(30_000);

  it('measure time and memory of a fresh process', async () => {
    const { elapsedMs, cpuMs, growthMb, peakMb } = await coldRun(madeUpLists(size, 1));
    expect(elapsedMs).to.be.within(1, 20_000);
    expect(cpuMs).to.be.above(1);
    expect(growthMb).to.be.within(0, peakMb);
    expect(peakMb).to.be.within(30, 500);
  });

  it('extrapolate comparing every pair from a sample', () => {
    const lists = madeUpLists(size, 1);
    // 4,800 pairs at a few microseconds each.
    expect(comparePairs(lists, { sample: 10, seed: 1 })).to.be.within(1, 5000);
  });
});
