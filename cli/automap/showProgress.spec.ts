import { expect } from 'chai';
import { showProgress } from './showProgress.js';

describe('showProgress', () => {
  const shown = (isTTY: boolean) => {
    const written: string[] = [];
    let now = 0;
    const progress = showProgress({ isTTY, write: (text) => written.push(text) }, 'Matching ...', () => now);
    for (const [at, done] of [[0, 0], [50, 10], [120, 20], [2100, 500], [2150, 1000]] as const) {
      now = at;
      progress.update(done, 1000);
    }
    progress.end();
    return written;
  };

  it('rewrites one line of a terminal, not too often, and wipes it', () => {
    expect(shown(true)).to.deep.equal(['Matching ...', 'Matched 20 of 1,000 (2 %)', 'Matched 500 of 1,000 (50 %)', ''].map((text) => `\r\u001B[K${text}`));
  });

  it('writes plain lines elsewhere', () => {
    expect(shown(false)).to.deep.equal(['Matching ...\n', 'Matched 500 of 1,000 (50 %)\n']);
  });
});
