import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { findPsa, psas } from './registry.js';

describe('the registry of PSAs', () => {
  it('names every PSA folder once, under the name of the folder', () => {
    const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(psas.map(({ psaId }) => psaId)).to.have.members(folders.map(({ name }) => name));
  });

  it('finds by the exact id only', () => {
    expect(findPsa('haloPsa')?.name).to.equal('HaloPSA');
    expect(findPsa('connectWise')?.secretNames).to.deep.equal(['publicKey', 'privateKey']);
    for (const psaId of ['halopsa', '', 'toString', '__proto__']) expect(findPsa(psaId), psaId).to.equal(undefined);
  });
});
