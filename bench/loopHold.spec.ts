import { expect } from 'chai';
import { loopHold } from './loopHold.js';

describe('loopHold', () => {
  const busy = (ms: number) => {
    const end = performance.now() + ms;
    while (performance.now() < end) continue;
  };

  it('notices work that holds the event loop, at its very beginning and end too', async () => {
    const { longestHoldMs, elapsedMs, result } = await loopHold(() => Promise.resolve(busy(80)).then(() => 'done'));
    expect(result).to.equal('done');
    expect(longestHoldMs).to.be.within(60, 500);
    expect(elapsedMs).to.be.at.least(80);
  });

  it('does not add up work that gives way', async () => {
    const { longestHoldMs, elapsedMs } = await loopHold(async () => {
      for (let round = 0; round < 20; round += 1) {
        busy(10);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    });
    expect(longestHoldMs / elapsedMs).to.be.below(0.5);
  });
});
