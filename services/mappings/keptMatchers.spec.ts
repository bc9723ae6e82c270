import { expect } from 'chai';
import { someCompany } from '../../test/support/matchSamples.js';
import { createKeptMatchers, type KeptMatchers } from './keptMatchers.js';

describe('keptMatchers', () => {
  let dropped: string[];
  let kept: KeptMatchers;
  const begin = (name: string, count: number) => {
    const matcher = kept.use(name);
    matcher.told.note({ changed: Array.from({ length: count }, (_, at) => someCompany(`Company ${at}`, { companyId: String(at) })), removed: [] });
    return matcher;
  };
  beforeEach(() => {
    dropped = [];
    kept = createKeptMatchers({ idleMs: 60_000, companies: 10 }, (name, left) => dropped.push(`${name}, ${left} left`));
  });
  afterEach(() => kept.clear());

  it('drops the longest idle ones when there are too many companies, and none in use', () => {
    const [one, two, three] = [begin('one', 4), begin('two', 4), begin('three', 4)];
    kept.letGo(two);
    expect(dropped).to.deep.equal(['two, 2 left']);
    kept.letGo(one);
    kept.letGo(three);
    const four = begin('four', 5);
    kept.letGo(four);
    expect(dropped).to.deep.equal(['two, 2 left', 'one, 2 left']);
    expect(kept.use('three')).to.equal(three);
    expect(kept.use('one')).to.not.equal(one);
  });

  it('counts everybody who uses one', () => {
    kept = createKeptMatchers({ idleMs: 60_000, companies: 0 }, (name) => dropped.push(name));
    const matcher = begin('one', 1);
    kept.use('one');
    kept.letGo(matcher);
    expect(dropped).to.deep.equal([]);
    kept.letGo(matcher);
    expect(dropped).to.deep.equal(['one']);
  });
});
