import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Doubt, Evidence, MatchOutcome } from '../domain/match.js';
import type { TenantId } from '../domain/ids.js';
import type { Known, Pair } from './known.js';
import { matchTenants } from './matchTenants.js';
import { someCompany, someTenant } from '../../test/support/matchSamples.js';

type Kind = MatchOutcome['kind'];
/** An id is a company of the case; with the case's own tenant unless another one is named. */
type GoldenPair = string | { readonly tenantId: string; readonly company: string };

type GoldenCase = {
  readonly title: string;
  readonly tenant: { readonly name: string; readonly domain: string; readonly tenantId?: string };
  /** Matched in the same run; nothing is expected of them. */
  readonly otherTenants?: readonly { readonly name: string; readonly domain: string }[];
  readonly companies: readonly ({ readonly id: string; readonly name: string } & Parameters<typeof someCompany>[1])[];
  readonly known?: { readonly mappings?: readonly GoldenPair[]; readonly rejected?: readonly GoldenPair[]; readonly aliases?: readonly { readonly name: string; readonly company: string }[] };
  readonly expected: {
    /** Several: careful people differ. */
    readonly kind: Kind | readonly Kind[];
    /** Of the best candidate. */
    readonly companyId?: string;
    /** Must be among the candidates. */
    readonly candidates?: readonly string[];
    /** Must not be among them. */
    readonly never?: readonly string[];
    readonly doubts?: readonly Doubt[];
    readonly evidence?: readonly Evidence['kind'][];
  };
};

const cases = JSON.parse(readFileSync(new URL('../../test/golden/matchingPairs.json', import.meta.url), 'utf8')) as readonly GoldenCase[];
const otherTenantId = (at: number) => `00000000-0000-4000-8000-${String(at + 2).padStart(12, '0')}`;
const kindsOf = ({ kind }: GoldenCase['expected']): readonly Kind[] => (typeof kind === 'string' ? [kind] : kind);

function knownOf(tenantId: TenantId, { mappings = [], rejected = [], aliases = [] }: NonNullable<GoldenCase['known']> = {}): Known {
  const key = (companyId: string) => {
    const { psaConnectionId, companyId: id } = someCompany('', { companyId });
    return { psaConnectionId, companyId: id };
  };
  const pair = (given: GoldenPair): Pair => (typeof given === 'string' ? { tenantId, ...key(given) } : { tenantId: given.tenantId as TenantId, ...key(given.company) });
  return { mappings: mappings.map(pair), rejected: rejected.map(pair), aliases: aliases.map(({ name, company }) => ({ name, ...key(company) })) };
}

async function outcomeOf({ tenant, otherTenants = [], companies, known }: GoldenCase): Promise<MatchOutcome | undefined> {
  const first = someTenant(tenant.name, tenant);
  const tenants = [first, ...otherTenants.map((other, at) => someTenant(other.name, { ...other, tenantId: otherTenantId(at) }))];
  const [outcome] = await matchTenants(tenants, companies.map(({ id, ...company }) => someCompany(company.name, { ...company, companyId: id })), knownOf(first.tenantId, known));
  return outcome;
}

describe('matching: golden pairs', () => {
  for (const golden of cases) {
    const { title, expected } = golden;
    it(`${kindsOf(expected).join(' or ')}: ${title}`, async () => {
      const outcome = await outcomeOf(golden);
      const said = JSON.stringify(outcome);
      expect(kindsOf(expected), said).to.include(outcome?.kind);
      const candidates = !outcome || outcome.kind === 'already-mapped' ? [] : outcome.candidates;
      const ids = candidates.map(({ companyId }) => companyId as string);
      const [best] = candidates;
      if (expected.companyId) expect(ids[0], said).to.equal(expected.companyId);
      if (expected.candidates) expect(ids, said).to.include.members([...expected.candidates]);
      for (const id of expected.never ?? []) expect(ids, said).to.not.include(id);
      if (expected.doubts) expect(outcome?.kind === 'needs-review' ? outcome.doubts : [], said).to.include.members([...expected.doubts]);
      if (expected.evidence) expect(best?.evidence.map(({ kind }) => kind) ?? [], said).to.include.members([...expected.evidence]);
    });
  }

  it('names every case once, and is large enough to mean something', () => {
    expect(new Set(cases.map(({ title }) => title)).size).to.equal(cases.length);
    expect(cases.length).to.be.at.least(150);
  });

  it('expects of each case something that could fail', () => {
    for (const { title, companies, expected } of cases) {
      const ids = companies.map(({ id }) => id);
      for (const id of [expected.companyId, ...(expected.candidates ?? []), ...(expected.never ?? [])]) if (id) expect(ids, title).to.include(id);
      expect(kindsOf(expected), title).to.have.lengthOf.within(1, 2);
      // Where careful people differ it must at least be said which company.
      if (kindsOf(expected).includes('matched') && expected.kind !== 'already-mapped') expect(expected.companyId ?? expected.candidates, title).to.not.equal(undefined);
    }
  });
});
