import { expect } from 'chai';
import fc from 'fast-check';
import { gridStops, moveInGrid } from './gridKeys.js';

const press = (key: string, from = { row: 5, stop: 'tenant' as const }, isCtrl = false) => moveInGrid(from, { key, isCtrl }, 20, 8);

describe('moveInGrid', () => {
  it('moves by row, by page and to the ends', () => {
    expect(press('ArrowDown')?.row).to.equal(6);
    expect(press('ArrowUp')?.row).to.equal(4);
    expect(press('PageDown')?.row).to.equal(13);
    expect(press('PageUp')?.row).to.equal(0);
    expect(press('End', undefined, true)?.row).to.equal(19);
    expect(press('Home', undefined, true)?.row).to.equal(0);
  });

  it('moves along the row and leaves other keys alone', () => {
    expect(press('ArrowRight')?.stop).to.equal('copy');
    expect(press('ArrowLeft')?.stop).to.equal('check');
    expect(press('End')?.stop).to.equal('why');
    expect(press('Home')?.stop).to.equal('check');
    expect(press('x')).to.equal(undefined);
  });

  it('skips stops that are not on the page', () => {
    expect(moveInGrid({ row: 0, stop: 'tenant' }, { key: 'ArrowRight', isCtrl: false }, 1, 1, ['check', 'tenant', 'company'])?.stop).to.equal('company');
  });

  it('never leaves the grid', () => {
    const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.tuple(keys, fc.boolean())), (count, presses) => {
        let place = { row: 0, stop: gridStops[1] as (typeof gridStops)[number] };
        for (const [key, isCtrl] of presses) {
          place = moveInGrid(place, { key, isCtrl }, count, 7) ?? place;
          expect(place.row).to.be.within(0, count - 1);
          expect(gridStops).to.include(place.stop);
        }
      }),
    );
  });
});
