import { expect } from 'chai';
import { connections as schema, type Connections, type Session } from '../../../contracts/session.js';
import { firstRunSteps } from './firstRunSteps.js';

const health = (rowCount: number) => ({ state: rowCount > 0 ? 'complete' : 'never-synced', completeAt: null, triedAt: null, why: '', rowCount, progress: null, doubtedRows: 0 });
const connected = (accountRows: number | undefined, psaRows: number | undefined): Connections =>
  schema.parse({
    tenantCount: accountRows ?? 0,
    partnerAccounts: accountRows === undefined ? [] : [{ partnerAccountId: 'a', name: 'Main', health: health(accountRows) }],
    psaConnections: psaRows === undefined ? [] : [{ psaConnectionId: 'p', psaName: 'ConnectWise', name: 'ConnectWise', health: health(psaRows) }],
  });
const told = (connections: Connections, { hasProposals = false, hasLinks = false, role = 'admin' }: { readonly hasProposals?: boolean; readonly hasLinks?: boolean; readonly role?: Session['role'] } = {}) =>
  firstRunSteps({ connections, hasProposals, hasLinks, role })
    .map(({ state, mayDo }) => `${state}${mayDo ? '' : '*'}`)
    .join(' ');

describe('firstRunSteps', () => {
  it('leads from nothing to the first save, one step at a time', () => {
    expect(told(connected(undefined, undefined))).to.equal('next later later later later');
    expect(told(connected(0, undefined))).to.equal('done next later later later');
    expect(told(connected(0, 0))).to.equal('done done next later later');
    expect(told(connected(5, 0))).to.equal('done done next later later');
    expect(told(connected(5, 9))).to.equal('done done done next later');
    expect(told(connected(5, 9), { hasProposals: true })).to.equal('done done done done next');
    expect(told(connected(5, 9), { hasLinks: true })).to.equal('done done done done done');
  });

  it('takes the order as it comes: a PSA may be there before Partner Center', () => {
    expect(told(connected(undefined, 9))).to.equal('next done later later later');
  });

  it('knows who may do what (*: may not)', () => {
    expect(told(connected(undefined, undefined), { role: 'mapper' })).to.equal('next* later* later later later');
    expect(told(connected(undefined, undefined), { role: 'viewer' })).to.equal('next* later* later* later* later*');
  });
});
