import { expect } from 'chai';
import fc from 'fast-check';
import { rejection } from '../../test/support/rejection.js';
import { AppError, type ErrorCode } from './errors.js';
import { readIfAllowed, readPages, whyIncomplete, whyStopped, type Page } from './readPages.js';

type TestPage = Page<number, number> | AppError;
const read = (pages: readonly TestPage[], onPage?: (count: number) => void) =>
  readPages<number, number>({
    system: 'Demo',
    first: 0,
    keyOf: String,
    idOf: String,
    ...(onPage && { onPage }),
    readPage: (no) => {
      const page = pages[no];
      return page === undefined || page instanceof AppError ? Promise.reject(page ?? new Error('no such page')) : Promise.resolve(page);
    },
  });
const page = (items: number[], next: number | null = null): TestPage => ({ items, unreadable: 0, next });
const failure = (code: ErrorCode) => new AppError(code, 'test');

describe('readPages', () => {
  it('gives every row of every page, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 20 }), async (sizes) => {
        let id = 0;
        const pages = sizes.map((size, no) => page(Array.from({ length: size + 1 }, () => (id += 1)), no + 1 < sizes.length ? no + 1 : null));
        const { items, failure } = await read(pages);
        return failure === null && items.length === id && items.every((item, index) => item === index + 1);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the first of rows with one id, and counts what it could not read', async () => {
    const counts: number[] = [];
    const reading = await read([{ items: [1, 2, 2], unreadable: 2, next: 1 }, { items: [2, 3], unreadable: 1, next: null }], (count) => void counts.push(count));
    expect(reading).to.deep.equal({ items: [1, 2, 3], count: 3, unreadable: 3, failure: null });
    expect(counts).to.deep.equal([2, 3]);
  });

  it('ends at a circle and at a page that brings nothing new', async () => {
    expect((await read([page([1], 1), page([2], 0)])).failure?.code).to.equal('source-odd-answer');
    expect((await read([page([1, 2], 1), page([1, 2], 2), page([3])])).failure?.code).to.equal('source-odd-answer');
  });

  it('goes on after an empty page, but not for ever', async () => {
    expect(await read([page([1], 1), page([], 2), page([2])])).to.deep.equal({ items: [1, 2], count: 2, unreadable: 0, failure: null });
    const endless = await readPages<number, number>({ system: 'Demo', first: 0, keyOf: String, idOf: String, readPage: (no) => Promise.resolve({ items: [], unreadable: 0, next: no + 1 }) });
    expect(endless.failure?.code).to.equal('source-odd-answer');
  });

  it('rejects when the first page fails, and tells of later failures', async () => {
    expect((await rejection(read([failure('source-throttled')]))).code).to.equal('source-throttled');
    const later = await read([page([1], 1), failure('source-throttled')]);
    expect([later.items, later.failure?.code]).to.deep.equal([[1], 'source-throttled']);
  });

  it('keeps the rows of a page whose next link is bad', async () => {
    const reading = await read([{ items: [1], unreadable: 0, next: null, failure: failure('source-blocked') }]);
    expect([reading.items, reading.failure?.code]).to.deep.equal([[1], 'source-blocked']);
  });

  it('rejects when cancelled, and for a mistake of ours, on any page', async () => {
    expect((await rejection(read([page([1], 1), failure('cancelled')]))).code).to.equal('cancelled');
    const outcome = await read([page([1], 7)]).catch((error: unknown) => error);
    expect(outcome).to.be.an('error').with.property('message', 'no such page');
  });
});

describe('readIfAllowed', () => {
  it('takes a missing right for no rows, and tells of anything else', async () => {
    for (const code of ['source-forbidden', 'source-unauthorized'] as const) expect(await readIfAllowed(Promise.reject(failure(code)))).to.deep.equal({ items: [], count: 0, unreadable: 0, failure: null });
    expect((await readIfAllowed(Promise.reject(failure('source-unavailable')))).failure?.code).to.equal('source-unavailable');
    expect((await rejection(readIfAllowed(Promise.reject(failure('cancelled'))))).code).to.equal('cancelled');
  });
});

describe('whyStopped', () => {
  it('is a sentence with the count, for every kind of failure', () => {
    expect(whyStopped('Partner Center', { count: 1200, failure: failure('source-unavailable') }, 'tenants')).to.deep.equal({ sentence: 'Partner Center stopped answering after 1,200 tenants.', facts: [{ code: 'list-stopped', system: 'Partner Center', count: 1200, rows: 'tenants', cause: 'silent' }] });
    for (const code of ['source-throttled', 'source-unauthorized', 'source-forbidden', 'source-blocked', 'source-odd-answer'] as const) expect(whyStopped('X', { count: 1200, failure: failure(code) }, 'tenants').sentence).to.match(/^X .* after 1,200 tenants.*\.$/);
  });
});

describe('whyIncomplete', () => {
  const whole = { count: 20, unreadable: 0, failure: null };

  it('says what a list lacks, and of what the sentence was made', () => {
    expect(whyIncomplete('X', whole, 20, 'companies')).to.deep.equal([]);
    expect(whyIncomplete('X', whole, 1300, 'companies')).to.deep.equal([{ sentence: 'X gave only 20 of 1,300 companies that we can read.', facts: [{ code: 'list-short', system: 'X', count: 20, expected: 1300, rows: 'companies' }] }]);
    expect(whyIncomplete('X', { ...whole, unreadable: 3 }, 20, 'companies')).to.deep.equal([{ sentence: "3 companies came in a form that we can't read.", facts: [{ code: 'rows-unreadable', count: 3, rows: 'companies' }] }]);
    expect(whyIncomplete('X', whole, failure('source-unavailable'), 'tenants')).to.deep.equal([{ sentence: 'X did not say how many tenants there are, so some may be missing.', facts: [{ code: 'list-uncounted', system: 'X', rows: 'tenants' }] }]);
  });
});
