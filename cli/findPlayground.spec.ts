import { expect } from 'chai';
import { findPlayground } from './findPlayground.js';

describe('findPlayground', () => {
  it('says what to do when it can\'t be fetched', async () => {
    const error = await findPlayground('no-such-npx').catch((thrown: unknown) => thrown);
    expect(error).to.be.an('error').with.property('message').that.matches(/^The Agents Playground can't be fetched \(.*no-such-npx.*online.*npm run demo$/s);
  });
});
