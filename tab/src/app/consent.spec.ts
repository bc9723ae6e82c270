import { expect } from 'chai';
import { isDeclined, needsConsent } from './consent.js';

describe('consent', () => {
  it('is told from other reasons why there is no token', () => {
    const messages = ['resourceRequiresConsent', 'UserConsentRequired', 'AADSTS65001: The user or administrator has not consented', 'resourceDisabled', 'Failed to fetch', 'internalError'];
    expect(messages.map((message) => needsConsent(new Error(message)))).to.deep.equal([true, true, true, false, false, false]);
    expect([needsConsent(undefined), needsConsent('consent')]).to.deep.equal([false, false]);
  });

  it('is told from a window that the person closed', () => {
    expect(['CancelledByUser', 'User declined', 'AADSTS65004: User declined to consent', 'internalError'].map((message) => isDeclined(new Error(message)))).to.deep.equal([true, true, true, false]);
  });
});
