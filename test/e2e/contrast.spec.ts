import { expect } from 'chai';
import { contrastOf } from './contrast.js';

describe('contrast', () => {
  const ratio = (colour: string, background: string) => contrastOf({ text: '', colour, background });

  it('is measured as WCAG does', () => {
    expect(ratio('rgb(0, 0, 0)', 'rgb(255, 255, 255)')).to.equal(21);
    expect(ratio('rgb(118, 118, 118)', 'rgb(255, 255, 255)')).to.be.within(4.5, 4.6);
    expect(ratio('rgb(120, 120, 120)', 'rgb(255, 255, 255)')).to.be.below(4.5);
  });

  it('is not guessed where a colour lets others through', () => {
    expect(() => ratio('rgba(0, 0, 0, 0.5)', 'rgb(255, 255, 255)')).to.throw('not an opaque colour');
  });
});
