import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { findPsa, psas } from './registry.js';

describe('the registry of PSAs', () => {
  it('names every PSA folder once, under the name of the folder', () => {
    const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(psas.map(({ psaId }) => psaId)).to.have.members(folders.map(({ name }) => name));
  });

  for (const { name, settingsSchema, secretNames, secretLabels } of psas) {
    it(`${name}: its settings and secrets draw a form`, () => {
      const { properties = {}, required = [] } = z.toJSONSchema(settingsSchema, { io: 'input' });
      for (const [key, field] of Object.entries(properties)) {
        expect(field, key).to.have.property('title').that.is.a('string');
        expect(field, key).to.have.property('description').that.matches(/\.$/);
        if (!required.includes(key)) expect(field, key).to.have.property('description').that.matches(/^Optional\. /);
      }
      for (const secretName of secretNames) expect(secretLabels[secretName]?.title, secretName).to.be.a('string');
      expect(Object.keys(secretLabels)).to.have.members([...secretNames]);
    });
  }

  it('finds by the exact id only', () => {
    expect(findPsa('haloPsa')?.name).to.equal('HaloPSA');
    expect(findPsa('connectWise')?.secretNames).to.deep.equal(['publicKey', 'privateKey']);
    for (const psaId of ['halopsa', '', 'toString', '__proto__']) expect(findPsa(psaId), psaId).to.equal(undefined);
  });
});
