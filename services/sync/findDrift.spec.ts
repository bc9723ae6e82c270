import { expect } from 'chai';
import { linkTo, unitKey } from '../../test/support/storageSamples.js';
import type { PartnerAccountId, PsaConnectionId } from '../domain/ids.js';
import type { SyncRun } from '../domain/sync.js';
import { findDrift } from './findDrift.js';
import type { SourceLists } from './sourceLists.js';

describe('findDrift', () => {
  const account = 'account-one' as PartnerAccountId;
  const psa = unitKey(1).psaConnectionId;
  const units = [{ ...unitKey(1), version: 1, links: [linkTo('1')] }];
  const run = (source: SyncRun['source'], outcome: SyncRun['outcome']): SyncRun => ({ source, outcome, startedAt: '2026-03-01T08:00:00.000Z', endedAt: '2026-03-01T08:00:01.000Z', received: 0, expected: null, why: '' });
  const emptyLists = (...runs: readonly SyncRun[]): SourceLists => ({ tenants: [], companies: [], heldBack: [], runs, findTenant: () => undefined, findCompany: () => undefined, isListedBy: () => false });
  const kindsOf = (lists: SourceLists, partnerAccountIds: readonly PartnerAccountId[] = [account], psaConnectionIds: readonly PsaConnectionId[] = [psa]) => {
    const { links, unjudged } = findDrift({ lists, units, partnerAccountIds, psaConnectionIds, isIgnored: () => false });
    return { kinds: links.map(({ kind }) => kind), unjudged };
  };
  const ofAccount = { kind: 'partner-account', partnerAccountId: account } as const;
  const ofPsa = { kind: 'psa-connection', psaConnectionId: psa } as const;

  it('calls rows gone once their lists were read whole', () => {
    expect(kindsOf(emptyLists(run(ofAccount, 'complete'), run(ofPsa, 'complete')))).to.deep.equal({ kinds: ['relationship-lost', 'company-deleted'], unjudged: 0 });
  });

  it('says nothing of a list that was never read whole, and counts the link', () => {
    expect(kindsOf(emptyLists(run(ofAccount, 'partial'), run(ofPsa, 'complete')))).to.deep.equal({ kinds: ['company-deleted'], unjudged: 1 });
    expect(kindsOf(emptyLists(run(ofAccount, 'failed'), run(ofPsa, 'partial')))).to.deep.equal({ kinds: [], unjudged: 1 });
  });

  it('says nothing of a tenant while one of the accounts was never read whole', () => {
    expect(kindsOf(emptyLists(run(ofAccount, 'complete'), run(ofPsa, 'complete')), [account, 'account-two' as PartnerAccountId])).to.deep.equal({ kinds: ['company-deleted'], unjudged: 1 });
  });

  it('says nothing of what is no longer connected', () => {
    expect(kindsOf(emptyLists(run(ofAccount, 'complete'), run(ofPsa, 'complete')), [], [])).to.deep.equal({ kinds: [], unjudged: 1 });
  });
});
