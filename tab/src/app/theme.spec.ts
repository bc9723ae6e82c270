import { expect } from 'chai';
import { loadTheme, lookOf } from './theme.js';

describe('lookOf', () => {
  it('knows the themes of Teams, glass among them, and takes others for the default', () => {
    expect(['default', 'dark', 'contrast', 'glass', 'of-next-year', ''].map(lookOf)).to.deep.equal(['default', 'dark', 'contrast', 'glass', 'default', 'default']);
  });
});

describe('the glass theme', () => {
  it('lets the room through, yet stays dark enough for white text before a white wall', async () => {
    const theme = await loadTheme('glass');
    for (const background of [theme.colorNeutralBackground1, theme.colorNeutralBackground2, theme.colorNeutralBackground3, theme.colorNeutralBackground1Hover]) {
      const [shade = 255, , , alpha = 0] = (background.match(/[\d.]+/g) ?? []).map(Number);
      const before = shade * (alpha / 100) + 255 * (1 - alpha / 100);
      expect(alpha, background).to.be.lessThan(100);
      expect(contrastWithWhite(before), background).to.be.at.least(7);
    }
  });
});

/** Of a grey, 0-255. */
function contrastWithWhite(grey: number): number {
  const share = grey / 255;
  return 1.05 / ((share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4) + 0.05);
}
