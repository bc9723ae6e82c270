import { expect } from 'chai';
import type { ConnectionsPage, FilePreview, SaveConnectionResult } from '../../contracts/connections.js';
import { expectProblem } from '../support/expectProblem.js';
import { smallMsp } from '../support/smallMsp.js';
import { startTestApp, type TestApp } from '../support/startTestApp.js';

const everybody = { typeIds: null, statusIds: null };
const upload = '/api/connections/file?typeId=csv&name=customers.csv';
const lines = (count: number, nameOf = (n: number) => `Company ${n}`) => Array.from({ length: count }, (_, n) => `${n + 1};${nameOf(n + 1)};firm${n + 1}.example`);
const text = (rows: readonly string[], heading = 'Kunden-Nr.;Firma;Web') => [heading, ...rows].join('\r\n');

/** A PSA whose companies come from a file: uploaded, looked at, saved, read, and replaced by a newer one. The steps build on each other. */
describe('companies from a file, through the API', function () {
  this.timeout(30_000);
  let app: TestApp;
  const source = { kind: 'psa-connection', psaConnectionId: 'other-psa' };

  before(async () => {
    app = await startTestApp(smallMsp, {}, { settings: (whole) => ({ ...whole, psaConnections: [] }) });
  });
  after(() => app.close());

  const send = async (content: string | Uint8Array) => {
    const response = await app.send(upload, content, 'text/csv', 'admin');
    expect(response.status).to.equal(200);
    return ((await response.json()) as { fileId: string }).fileId;
  };
  const preview = (fileId: string | null, given: object = {}) => app.read<FilePreview>('/api/connections/file/preview', { typeId: 'csv', source: null, fileId, mapping: null, participation: everybody, ...given }, 'admin');
  const draft = (fileId: string | null, given: object = {}) => ({ source: null, typeId: 'csv', name: 'Other PSA', settings: { id: 'Kunden-Nr.', name: 'Firma', website: 'Web' }, secrets: {}, participation: everybody, fileId, confirmedHosts: [], ...given });
  const save = (body: object, seenVersion = 0) => app.read<SaveConnectionResult>('/api/connections', { ...body, seenVersion }, 'admin');
  const page = () => app.read<ConnectionsPage>('/api/connections/page', undefined, 'admin');
  const find = async () => {
    const found = (await page()).connections.find(({ typeId }) => typeId === 'csv');
    if (!found?.details) throw new Error('no connection with a file');
    return { ...found, details: found.details };
  };
  const companyCount = async () => (await app.read<{ companies: object[] }>('/api/companies?limit=50')).companies.length;

  it('is offered, for administrators only, and takes text and nothing else', async () => {
    expect((await page()).types.find(({ typeId }) => typeId === 'csv')).to.deep.include({ takesFile: true, secrets: [] });
    expect((await page()).types.filter(({ takesFile }) => takesFile)).to.have.lengthOf(1);
    await expectProblem(await app.send(upload, 'a;b', 'text/csv', 'mapper'), 403, 'not-allowed');
    await expectProblem(await app.send(upload, 'a;b', 'application/octet-stream', 'admin'), 415, 'not-acceptable-media');
    await expectProblem(await app.send('/api/connections/file/preview', 'a;b', 'text/csv', 'admin'), 415, 'not-acceptable-media');
    await expectProblem(await app.send('/api/connections/file?typeId=haloPsa&name=x.csv', 'a;b', 'text/csv', 'admin'), 400, 'bad-request');
    await expectProblem(await app.send(upload, new Uint8Array(20 * 1024 * 1024 + 1), 'text/csv', 'admin'), 413, 'too-large');
  });

  it('guesses the columns, shows rows and names faulty lines, and saves nothing', async () => {
    const seen = await preview(await send(text([...lines(12), ';No id;x.example', '3;Again;x.example'])));
    expect(seen).to.deep.include({ name: 'customers.csv', companyCount: 12, faultyCount: 2, mapping: { id: 'Kunden-Nr.', name: 'Firma', website: 'Web' }, problems: [{ sentence: 'Line 14: there is no id.', facts: [{ code: 'line-without-id', line: 14 }] }, { sentence: 'Line 15: the id "3" is already on line 4.', facts: [{ code: 'line-repeats-id', line: 15, id: '3', before: 4 }] }], changes: null });
    expect([seen.rows.length, seen.rows[0]?.['name'], seen.samples[1]]).to.deep.equal([10, 'Company 1', ['Company 1', 'Company 2', 'Company 3']]);
    expect((await page()).connections.some(({ typeId }) => typeId === 'csv')).to.equal(false);
    expect(await companyCount()).to.equal(0);
  });

  it('takes other columns than were guessed', async () => {
    const fileId = await send(text(['1;One;one.example'], 'A;B;C'));
    expect((await preview(fileId)).problems).to.deep.equal([{ sentence: 'Choose the column that holds the id of each company.', facts: [{ code: 'file-id-unchosen' }] }]);
    expect(await preview(fileId, { mapping: { id: 'A', name: 'B', website: '' } })).to.deep.include({ companyCount: 1, problems: [] });
  });

  it('is not saved without a file, or with one that gives no company or is unknown', async () => {
    const fieldsOf = async (body: object) => {
      const answer = await save(body);
      return answer.kind === 'invalid' ? answer.problems.map(({ field, sentence }) => `${field}: ${sentence}`) : answer.kind;
    };
    expect(await fieldsOf(draft(null))).to.deep.equal(['file: Choose a file.']);
    expect(await fieldsOf(draft('0b6f6a0e-5a1d-4a52-9d1e-6d1a4f3c9a01'))).to.deep.equal(['file: The file is no longer here. Please choose it again.']);
    expect(await fieldsOf(draft(await send(text([]))))).to.deep.equal(['file: The file has headings and no rows.']);
    expect(await fieldsOf(draft(await send('No;Company\n1;One')))).to.deep.equal(['file: The file has no column called "Kunden-Nr.", "Firma", "Web". Its columns are: No, Company.']);
  });

  it('waits with at most four others: the oldest makes room', async () => {
    const [oldest, second] = [await send(text(lines(1))), await send(text(lines(2)))];
    for (let n = 0; n < 4; n += 1) await send(text(lines(3)));
    await expectProblem(await app.ask('/api/connections/file/preview', { typeId: 'csv', source: null, fileId: oldest, mapping: null, participation: everybody }, 'admin'), 404, 'not-found');
    expect((await preview(second)).companyCount).to.equal(2);
  });

  it('is saved and read, also when the file is not UTF-8, and is there after a restart', async () => {
    const fileId = await send(Buffer.from(text(lines(30, (n) => `Müller ${n}`)), 'latin1'));
    expect(await save(draft(fileId))).to.deep.equal({ kind: 'saved', source, version: 1, isUnchanged: false });
    await app.restart();
    await app.stream('/api/sync', { source });
    const { health, details } = await find();
    expect(health).to.deep.include({ state: 'complete', rowCount: 30, why: '' });
    expect(details.file?.name).to.equal('customers.csv');
    expect((await app.read<{ companies: { name: string }[] }>('/api/companies?limit=1&query=M%C3%BCller%207')).companies[0]?.name).to.equal('Müller 7');
    expect((await page()).changes[0]).to.deep.include({ kind: 'added', details: 'File "customers.csv"' });
  });

  it('says what a newer file would change before it is saved, and then takes it, though many companies are gone', async () => {
    const { details } = await find();
    const fileId = await send(text([...lines(4, (n) => `Müller ${n}`), '5;Renamed;firm5.example', '99;New;new.example']));
    const seen = await preview(fileId, { source });
    expect(seen.changes).to.deep.equal({ added: 1, changed: 1, unchanged: 4, gone: 25, goneNames: ['Müller 6', 'Müller 7', 'Müller 8', 'Müller 9', 'Müller 10'] });
    expect((await find()).health.rowCount).to.equal(30);
    expect(await save(draft(fileId, { source }), details.version)).to.deep.include({ kind: 'saved', version: 2 });
    await app.stream('/api/sync', { source });
    expect((await find()).health, 'nobody has said yet that they are gone').to.deep.include({ state: 'partial', doubtedRows: 25 });
    await app.stream('/api/sync', { source, confirmedMissing: seen.changes?.gone });
    expect((await find()).health).to.deep.include({ state: 'complete', rowCount: 6 });
    expect((await page()).changes[0]).to.deep.include({ kind: 'changed', details: 'New file "customers.csv"' });
  });

  it('changes its columns with the file that it has, and keeps those that a newer file still has', async () => {
    const { details } = await find();
    expect(await preview(null, { source, mapping: { id: 'Firma', name: 'Firma' } })).to.deep.include({ companyCount: 6 });
    expect(await preview(await send(text(['1;One;x'], 'KUNDEN-NR.;Name;Ort')), { source })).to.deep.include({ mapping: { id: 'KUNDEN-NR.', name: 'Name' }, companyCount: 1 });
    const renamed = draft(null, { source, name: 'Old list', settings: { id: 'Kunden-Nr.', name: 'Firma' } });
    expect(await save(renamed, details.version)).to.deep.include({ kind: 'saved', isUnchanged: false });
    expect((await page()).changes[0]?.details).to.equal('Name: "Other PSA" is now "Old list", Column of the website');
    expect(await app.read('/api/connections/kinds', renamed, 'admin')).to.deep.equal({ kind: 'kinds', types: [], statuses: [] });
    expect(await app.read('/api/connections/check', renamed, 'admin')).to.deep.include({ kind: 'connected', count: 6 });
  });

  it('leaves no file behind when it is removed', async () => {
    const { details } = await find();
    await app.read('/api/connections/remove', { source, seenVersion: details.version }, 'admin');
    await expectProblem(await app.ask('/api/connections/file/preview', { typeId: 'csv', source, fileId: null, mapping: null, participation: everybody }, 'admin'), 404, 'not-found');
  });
});
