import { expect } from 'chai';
import { contrastOf } from './contrast.js';

describe('contrast', () => {
  const ratio = (colour: string, ...grounds: string[]) => contrastOf({ text: '', colour, grounds });

  it('is measured as WCAG does', () => {
    expect(ratio('rgb(0, 0, 0)', 'rgb(255, 255, 255)')).to.equal(21);
    expect(ratio('rgb(118, 118, 118)', 'rgb(255, 255, 255)')).to.be.within(4.5, 4.6);
    expect(ratio('rgb(120, 120, 120)', 'rgb(255, 255, 255)')).to.be.below(4.5);
  });

  it('counts what shows through', () => {
    expect(ratio('rgba(0, 0, 0, 0.5)', 'rgb(255, 255, 255)')).to.be.within(3.9, 4.1);
    expect(ratio('rgb(255, 255, 255)', 'rgba(0, 0, 0, 0.5)', 'rgb(255, 255, 255)')).to.be.within(3.9, 4.1);
    expect(ratio('rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)', 'rgb(0, 0, 0)')).to.equal(21);
  });

  it('takes the worse world where nothing is opaque', () => {
    expect(ratio('rgb(255, 255, 255)')).to.equal(1);
    expect(ratio('rgb(255, 255, 255)', 'rgba(0, 0, 0, 0.88)')).to.be.within(15, 17);
  });

  it('guesses no colour', () => expect(() => ratio('color(display-p3 1 0 0)')).to.throw('not a colour that is known here'));
});
