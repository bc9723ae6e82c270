import { expect } from 'chai';
import { formatAgo } from './ago.js';
import { countOf, formatScore } from './wording.js';

const now = Date.parse('2026-01-10T12:00:00Z');

describe('wording', () => {
  it('counts in words', () => {
    expect([countOf(0, 'tenant'), countOf(1, 'tenant'), countOf(12_345, 'company', 'companies')]).to.deep.equal(['0 tenants', '1 tenant', '12,345 companies']);
  });

  it('tells how long ago', () => {
    const said = ['2026-01-10T11:59:30Z', '2026-01-10T11:58:00Z', '2026-01-10T09:10:00Z', '2026-01-09T11:00:00Z', '2026-01-11T00:00:00Z'].map((at) => formatAgo(at, now));
    expect(said).to.deep.equal(['just now', '2 minutes ago', '2 hours ago', 'yesterday', 'just now']);
  });

  it('does not round 99.6 up to certainty, nor 0.29 down by a rounding error', () => {
    expect([formatScore(0.996), formatScore(1), formatScore(0.29), formatScore(0)]).to.deep.equal(['99%', '100%', '29%', '0%']);
  });
});
