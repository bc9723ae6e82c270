import { expect } from 'chai';
import fc from 'fast-check';
import type { Company } from '../domain/company.js';
import type { MatchOutcome } from '../domain/match.js';
import type { Tenant } from '../domain/tenant.js';
import { nothingKnown } from './known.js';
import { matchTenants } from './matchTenants.js';
import { someCompany, someTenant } from '../../test/support/matchSamples.js';

const guid = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

const word = fc.constantFrom('Alder', 'Brack', 'Corvane', 'Müller', 'Østerskov', 'Harrow', 'Dental', 'Motors', 'Group', 'Services', 'Ltd', 'GmbH', '12', '7', '&', '(OLD)', 'Test');
const name = fc.oneof({ weight: 4, arbitrary: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) });
const domain = fc.constantFrom('', 'alder.example', 'brack.example', 'corvane.example', 'gmail.com', 'alder.onmicrosoft.com', 'netorgft12345.onmicrosoft.com', 'junk', 'https://www.harrow.example/x');
const tenantList = fc.array(fc.record({ name, domain }), { maxLength: 6 }).map((rows) => rows.map((row, at) => someTenant(row.name, { domain: row.domain, tenantId: guid(at) })));
const companyList = fc
  .array(fc.record({ name, website: domain, isActive: fc.boolean(), emailDomains: fc.array(domain, { maxLength: 2 }) }), { maxLength: 12 })
  .map((rows) => rows.map(({ name: companyName, ...facts }, at) => someCompany(companyName, { ...facts, companyId: String(at + 1) })));

async function outcomesById(tenants: readonly Tenant[], companies: readonly Company[]): Promise<Map<string, MatchOutcome>> {
  const outcomes = await matchTenants(tenants, companies, nothingKnown);
  return new Map(outcomes.map((outcome) => [outcome.tenantId, outcome]));
}

/** What was decided, without the words that sentences quote as they were written. */
function withoutTexts(outcome: MatchOutcome): unknown {
  if (outcome.kind === 'already-mapped') return outcome;
  return { ...outcome, candidates: outcome.candidates.map((candidate) => ({ ...candidate, evidence: candidate.evidence.map(({ kind }) => kind) })) };
}

describe('matchTenants', () => {
  it('gives one outcome per tenant in input order', async () => {
    await fc.assert(
      fc.asyncProperty(tenantList, companyList, async (tenants, companies) => {
        const outcomes = await matchTenants(tenants, companies, nothingKnown);
        expect(outcomes.map(({ tenantId }) => tenantId)).to.deep.equal(tenants.map(({ tenantId }) => tenantId));
        for (const outcome of outcomes) expect(outcome.kind === 'already-mapped' ? [] : outcome.candidates).to.have.lengthOf.at.most(5);
      }),
    );
  });

  it('says the same whatever the order of tenants and companies', async () => {
    await fc.assert(
      fc.asyncProperty(tenantList, companyList, fc.nat(), async (tenants, companies, turn) => {
        const turned = <Item>(items: readonly Item[]) => items.map((_, at) => items[(at + turn) % items.length]).flatMap((item) => item ?? []).reverse();
        expect(await outcomesById(turned(tenants), turned(companies))).to.deep.equal(await outcomesById(tenants, companies));
      }),
    );
  });

  describe('where Microsoft tells domains that the tenant owns', () => {
    const tenant: Tenant = { ...someTenant('Zephyr Holdings', { domain: 'zhold77.onmicrosoft.com' }), ownDomains: ['corvane.example', 'www.alder.example'] };
    const [corvane, alder] = [someCompany('Corvane Dental', { companyId: '1', website: 'https://corvane.example' }), someCompany('Alder Motors', { companyId: '2', emailDomains: ['alder.example'] })];
    const outcomeOf = async (companies: readonly Company[], { ownDomains: _, ...without } = tenant) => [await matchTenants([tenant], companies, nothingKnown), await matchTenants([without], companies, nothingKnown)].map(([outcome]) => outcome);

    it('a company that has one of them is found by it', async () => {
      const [told, untold] = await outcomeOf([corvane]);
      expect(told?.kind !== 'already-mapped' && told?.candidates[0]?.evidence[0]).to.deep.equal({ kind: 'same-domain', domain: 'corvane.example', companyCount: 1 });
      expect(untold).to.deep.include({ kind: 'unmatched' });
    });

    it('two companies that have one each leave the choice to people', async () => {
      const [told] = await outcomeOf([corvane, alder]);
      expect(told?.kind).to.equal('needs-review');
      expect(told?.kind !== 'already-mapped' && told?.candidates.map(({ evidence: [first] }) => first)).to.have.deep.members(['corvane.example', 'alder.example'].map((own) => ({ kind: 'same-domain', domain: own, companyCount: 2 })));
    });
  });

  it('does not care for case, spacing and Unicode form', async () => {
    const spellings = [
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => `  ${text.replace(/ /g, ' \u00a0 ')}\t`,
      (text: string) => text.normalize('NFD'),
      (text: string) => text.normalize('NFC'),
      (text: string) => [...text].join('\u200b'),
    ];
    const plainName = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(plainName, { minLength: 1, maxLength: 5 }), companyList, fc.constantFrom(...spellings), async (names, companies, respell) => {
        const tenants = (spell: (text: string) => string) => names.map((text, at) => someTenant(spell(text), { tenantId: guid(at), domain: 'alder.example' }));
        const decided = async (spell: (text: string) => string) => (await matchTenants(tenants(spell), companies, nothingKnown)).map(withoutTexts);
        expect(await decided(respell)).to.deep.equal(await decided((text) => text));
      }),
    );
  });

  it('never throws, and accepts nothing by an empty, garbage or endless name', async () => {
    const endless = ['x'.repeat(10_000), 'Alder Dental '.repeat(800), 'a b '.repeat(2500), '\u0301'.repeat(10_000), '('.repeat(10_000), '- OLD '.repeat(1500)];
    const garbage = ['', ' ', '\u200b', '-', '???', '🔥🔥', 'Default Directory', 'TEST', 'tenant', 'contoso'];
    const companies = [...garbage, ...endless].map((text, at) => someCompany(text, { companyId: String(at + 1) }));
    const started = performance.now();
    const outcomes = await matchTenants([...garbage, ...endless.map((text) => `${text}y`)].map((text, at) => someTenant(text, { tenantId: guid(at) })), companies, nothingKnown);
    expect(outcomes.slice(0, garbage.length).map(({ kind }) => kind)).to.not.include('matched');
    expect(performance.now() - started).to.be.below(5000);
  });

  it('accepts no name of ten thousand characters, even where a company bears the very same one', async () => {
    const endless = ['x'.repeat(10_000), 'Default Directory '.repeat(600), '- '.repeat(5000)];
    const outcomes = await matchTenants(endless.map((text, at) => someTenant(`${text} ${at}`, { tenantId: guid(at) })), endless.map((text, at) => someCompany(`${text} of another`, { companyId: String(at + 1) })), nothingKnown);
    expect(outcomes.map(({ kind }) => kind)).to.not.include('matched');
  });

  it('turns no accepted row to another company because an unrelated one came', async () => {
    const strangers = fc.constantFrom('Zwixolt Ymbran', 'Jorvqua Plekht', 'Ughmaz Tivorn', 'Qelshard Bwonty');
    await fc.assert(
      fc.asyncProperty(tenantList, companyList, strangers, async (tenants, companies, stranger) => {
        const before = await outcomesById(tenants, companies);
        const after = await outcomesById(tenants, [...companies, someCompany(stranger, { companyId: 'stranger', website: 'unrelated-stranger.example' })]);
        for (const [tenantId, outcome] of before) {
          const now = after.get(tenantId);
          if (outcome.kind === 'matched' && now?.kind === 'matched') expect(now.candidates[0].companyId).to.equal(outcome.candidates[0].companyId);
        }
      }),
    );
  });

  it('never accepts silently what differs only by characters that look alike', async () => {
    const twins = [['o', 'о'], ['a', 'а'], ['e', 'е'], ['o', '0'], ['l', '1'], ['m', 'rn'], ['p', 'р'], ['c', 'с']] as const;
    const plain = fc.array(fc.constantFrom('Molocaper', 'Camelot', 'Placemore', 'Colometra', 'Peloma'), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(plain, fc.constantFrom(...twins), domain, async (text, [letter, twin], website) => {
        fc.pre(text.includes(letter));
        const [outcome] = await matchTenants([someTenant(text.replace(letter, twin))], [someCompany(text, { website })], nothingKnown);
        expect(outcome?.kind).to.not.equal('matched');
      }),
    );
  });

  it('survives any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }), async (left, right) => {
        const outcomes = await matchTenants([someTenant(left, { domain: right })], [someCompany(right, { website: left, emailDomains: [right], identifier: left })], nothingKnown);
        expect(outcomes).to.have.length(1);
      }),
    );
  });

  it('leaves mapped tenants alone', async () => {
    const tenant = someTenant('Corvane Motors');
    expect(await matchTenants([tenant], [someCompany('Corvane Motors')], { ...nothingKnown, mappings: [{ ...someCompany('Corvane Motors'), tenantId: tenant.tenantId }] })).to.deep.equal([{ kind: 'already-mapped', tenantId: tenant.tenantId }]);
  });

  it('never offers a rejected pair', async () => {
    const [tenant, company] = [someTenant('Corvane Motors'), someCompany('Corvane Motors')];
    const [outcome] = await matchTenants([tenant], [company], { ...nothingKnown, rejected: [{ ...company, tenantId: tenant.tenantId }] });
    expect(outcome).to.deep.equal({ kind: 'unmatched', tenantId: tenant.tenantId, candidates: [] });
  });

  it('sees a company that is listed twice as one', async () => {
    const company = someCompany('Corvane Motors');
    const [outcome] = await matchTenants([someTenant('Corvane Motors')], [company, company], nothingKnown);
    expect(outcome?.kind).to.equal('matched');
  });

  it('sees the same id in two PSAs as two companies', async () => {
    const [outcome] = await matchTenants([someTenant('Corvane Motors')], [someCompany('Corvane Motors', { psaConnectionId: 'one' }), someCompany('Corvane Motors', { psaConnectionId: 'two' })], nothingKnown);
    expect(outcome?.kind).to.equal('needs-review');
  });

  it('takes stricter thresholds', async () => {
    const [outcome] = await matchTenants([someTenant('Corvane Motors')], [someCompany('Corvane Motors')], nothingKnown, { thresholds: { certain: 1, high: 1 } });
    expect(outcome).to.include({ kind: 'needs-review' }).and.to.have.deep.property('doubts', ['low-confidence']);
  });

  describe('with a long list', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `${['Alder', 'Brack', 'Corvane', 'Dunlin', 'Elms'][at % 5]}${['mere', 'wick', 'ford', 'burn'][at % 4]}${at} Dental ${['Group', 'Services', 'Clinic'][at % 3]}`);
    const tenants = many(1500).map((text, at) => someTenant(text, { tenantId: guid(at) }));
    const companies = many(1500).map((text, at) => someCompany(text, { companyId: String(at + 1) }));

    it('lets others work meanwhile, tells progress and hands out every outcome once', async () => {
      let turns = 0;
      const count = () => {
        turns += 1;
        timer = setImmediate(count);
      };
      let timer = setImmediate(count);
      const progress: number[] = [];
      const batches: MatchOutcome[] = [];
      const startedAt = performance.now();
      const outcomes = await matchTenants(tenants, companies, nothingKnown, { onProgress: (done, total) => progress.push(done / total), onOutcomes: (batch) => batches.push(...batch) });
      const elapsedMs = performance.now() - startedAt;
      clearImmediate(timer);
      // Ten times a slice is the machine's own delay.
      expect(elapsedMs / turns).to.be.below(150);
      expect(batches).to.deep.equal(outcomes);
      expect(progress).to.deep.equal([...progress].sort((left, right) => left - right));
      expect(progress.at(-1)).to.equal(1);
      expect(progress.length).to.be.above(1);
    });

    it('stops when told to, with the reason given', async () => {
      const reason = new Error('enough');
      const controller = new AbortController();
      const run = matchTenants(tenants, companies, nothingKnown, { signal: controller.signal, onProgress: () => controller.abort(reason) });
      expect(await run.catch((error: unknown) => error)).to.equal(reason);
      expect(await matchTenants([], [], nothingKnown, { signal: AbortSignal.abort(reason) }).catch((error: unknown) => error)).to.equal(reason);
    });
  });
});
