import { expect } from 'chai';
import { fitConditionalLogit, sharesOf, type Choice } from './fitConditionalLogit.js';

const bias = { places: [0], values: [1] };
const marked = { places: [0, 1], values: [1, 1] };

function choices(count: number, rightOf: (at: number) => number): Choice[] {
  return Array.from({ length: count }, (_, at) => ({ options: [bias, marked], chosen: rightOf(at) }));
}

describe('fitConditionalLogit', () => {
  it('gives the shares that the data have', () => {
    // Of ten, six chose the marked option, one the other, three none.
    const data = choices(1000, (at) => (at % 10 < 6 ? 1 : at % 10 < 7 ? 0 : -1));
    const [plain = 0, mark = 0] = sharesOf([bias, marked], fitConditionalLogit(data, 2, 1e-9));
    expect(plain).to.be.closeTo(0.1, 1e-4);
    expect(mark).to.be.closeTo(0.6, 1e-4);
  });

  it('learns nothing where the answers are chance: the negative control', () => {
    const data = choices(900, (at) => (at % 3) - 1);
    const weights = fitConditionalLogit(data, 2, 1e-6);
    expect([...weights].map(Math.abs)).to.satisfy((sizes: number[]) => sizes.every((size) => size < 0.01));
  });

  it('keeps weights finite where one option is always right', () => {
    const weights = fitConditionalLogit(choices(100, () => 1), 2, 1e-3);
    for (const weight of weights) expect(Number.isFinite(weight)).to.equal(true);
    expect(sharesOf([bias, marked], weights)[1]).to.be.above(0.9);
  });
});
