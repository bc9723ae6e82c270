import { expect } from 'chai';
import fc from 'fast-check';
import { rejection } from '../../../test/support/rejection.js';
import { createTestTools } from '../../../test/support/sourceTools.js';
import type { PsaConnectionId } from '../../domain/ids.js';
import { remark } from '../../domain/remark.js';
import type { PsaAccess } from '../psaAdapter.js';
import { decodeFile } from './decodeFile.js';
import { csv, previewCompanyFile } from './index.js';
import { splitRows } from './splitRows.js';

const guid = '0b6f6a0e-5a1d-4a52-9d1e-6d1a4f3c9a01';
const { tools } = createTestTools({});
const allColumns = { id: 'No', name: 'Company', website: 'Web', email: 'Mail', city: 'City', phone: 'Phone', status: 'Status', type: 'Kind', tenantId: 'Tenant' };
const heading = 'No;Company;Web;Mail;City;Phone;Status;Kind;Tenant';

function connect(text: string | null, { settings = allColumns, participation }: { settings?: Partial<typeof allColumns>; participation?: PsaAccess['participation'] } = {}) {
  const companyFile = { read: () => Promise.resolve(text === null ? null : { text, name: 'customers.csv', uploadedAt: '2026-03-01T08:00:00Z' }) };
  return csv.connect({ psaConnectionId: 'file' as PsaConnectionId, settings: csv.settingsSchema.parse(settings), secrets: {}, participation, companyFile }, tools);
}

describe('CSV file as a PSA', () => {
  it('maps every column, with clean texts', async () => {
    const list = await connect(`${heading}\n 7 ;"Nordlicht\u200B; GmbH";www.nordlicht.example;a@nordlicht.example, B@zweite.example;Kiel;+49 431 1;Active;Customer;${guid.toUpperCase()}`).listCompanies();
    expect(list).to.deep.equal({
      kind: 'complete',
      heldBack: [],
      items: [{ psaConnectionId: 'file', companyId: '7', name: 'Nordlicht; GmbH', identifier: '7', website: 'www.nordlicht.example', emailDomains: ['nordlicht.example', 'zweite.example'], city: 'Kiel', phone: '+49 431 1', status: 'Active', isActive: true, tenantIds: [guid] }],
    });
  });

  it('lists what it can and names the lines that it can\'t read', async () => {
    const rows = ['No,Company', '1,One', ',Two', '1,Again', '3,', '4,Four,extra', '', '5,"Fi', 've"', '6,Six', '7,"never closed', '8,Eight'];
    const list = await connect(rows.join('\r\n'), { settings: { id: 'no', name: 'COMPANY' } }).listCompanies();
    expect(list.items.map(({ name }) => name)).to.deep.equal(['One', 'Fi ve', 'Six']);
    expect(list.kind === 'partial' && list.facts).to.deep.equal([{ code: 'lines-unreadable', count: 5 }, { code: 'line-without-id', line: 3 }, { code: 'line-repeats-id', line: 4, id: '1', before: 2 }, { code: 'line-without-name', line: 5 }, { code: 'more-lines-faulty', count: 2 }]);
    expect(list).to.include({ kind: 'partial', expected: 8, why: '5 lines of the file can\'t be read. Line 3: there is no id. Line 4: the id "1" is already on line 2. Line 5: there is no name. 2 more lines have faults.' });
    expect((await previewCompanyFile(rows.join('\n'), { id: 'No', name: 'Company' })).problems.slice(3).map(({ sentence }) => sentence)).to.deep.equal(['Line 6: there are 3 cells for 2 columns.', 'Line 11: a quotation mark is opened and never closed, so the rest of the file can\'t be read.']);
  });

  it('rejects without a file, without a column and without rows, and says what to do', async () => {
    const sentence = async (text: string | null) => (await rejection(connect(text, { settings: { id: 'No', name: 'Company' } }).listCompanies())).sentence;
    expect(await sentence(null)).to.equal('No file was uploaded yet for connection "file". Upload one on the Connections page.');
    expect(await sentence('Number,Company\n1,One')).to.equal('"customers.csv": The file has no column called "No". Its columns are: Number, Company.');
    expect(await sentence('')).to.equal('"customers.csv": The file is empty.');
    expect(await sentence('No,Company\n')).to.equal('"customers.csv" has no row that can be read. It has headings only.');
    expect(await sentence('No,Company\n,One')).to.equal('"customers.csv" has no row that can be read. Line 2: there is no id.');
  });

  describe('who takes part', () => {
    const text = 'No,Company,Status,Kind\n1,One,Active,Customer\n2,Two,INACTIVE,Customer\n3,Three,Lead,Supplier\n4,Four,,';
    const settings = { id: 'No', name: 'Company', status: 'Status', type: 'Kind' };

    it('by default all; some words mean inactive', async () => {
      const { items } = await connect(text, { settings }).listCompanies();
      expect(items.map(({ isActive }) => isActive)).to.deep.equal([true, false, true, true]);
      expect(items[3]).to.include({ status: 'Active' });
    });

    it('is chosen from the types and statuses of the file', async () => {
      expect(await connect(text, { settings }).kinds?.listKinds()).to.deep.equal({
        types: [{ id: 'customer', name: 'Customer', takesPartByDefault: true }, { id: 'supplier', name: 'Supplier', takesPartByDefault: true }],
        statuses: [{ id: 'active', name: 'Active', takesPartByDefault: true }, { id: 'inactive', name: 'INACTIVE', takesPartByDefault: false }, { id: 'lead', name: 'Lead', takesPartByDefault: true }],
      });
      const chosen = connect(text, { settings, participation: { typeIds: ['customer'], statusIds: ['inactive'] } });
      expect((await chosen.listCompanies()).items.map(({ companyId, isActive }) => [companyId, isActive])).to.deep.equal([['1', false], ['2', true], ['4', true]]);
      expect((await chosen.listCompanies()).heldBack).to.deep.equal([{ psaConnectionId: 'file', companyId: '3', name: 'Three', why: 'Its type "Supplier" in the file takes no part.', facts: [{ code: 'row-type-left-out', type: 'Supplier' }] }]);
      expect((await chosen.checkAccess()).count).to.equal(2);
    });

    it('the check counts, and says what is weaker', async () => {
      expect(await connect(text, { settings }).checkAccess()).to.deep.equal({ count: 3, limits: [remark('No column holds websites or e-mail addresses: companies can be matched by their names only.', { code: 'names-only' })] });
      expect((await connect(`${heading}\n1;One`, { settings: { id: 'No', name: 'Company', website: 'Web' } }).checkAccess()).limits).to.deep.equal([remark('No column holds e-mail addresses: matching by e-mail domain is weaker.', { code: 'no-email-column' })]);
    });
  });

  it('is cancelled', async () => {
    expect((await rejection(connect('No,Company\n1,One', { settings: { id: 'No', name: 'Company' } }).listCompanies({ signal: AbortSignal.abort() }))).code).to.equal('cancelled');
  });
});

describe('previewCompanyFile', () => {
  it('guesses the columns, shows the first rows and counts', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `${index},Firm ${index},firm${index}.example,Ort`);
    const preview = await previewCompanyFile(['Kunden-Nr.\tFirma\tE-Mail\tOrt', ...rows.map((row) => row.replaceAll(',', '\t')), '\tno id'].join('\n'));
    expect(preview.mapping).to.deep.equal({ id: 'Kunden-Nr.', name: 'Firma', email: 'E-Mail', city: 'Ort' });
    expect(preview).to.deep.include({ companyCount: 12, faultyCount: 1, problems: [remark('Line 14: there is no id.', { code: 'line-without-id', line: 14 })] });
    expect(preview.samples).to.deep.equal([['0', '1', '2'], ['Firm 0', 'Firm 1', 'Firm 2'], ['firm0.example', 'firm1.example', 'firm2.example'], ['Ort']]);
    expect(preview.rows).to.have.length(10);
    expect(preview.rows[0]).to.include({ id: '0', name: 'Firm 0', email: 'firm0.example', city: 'Ort', phone: '' });
  });

  it('takes no column twice, and asks for what it can not guess', async () => {
    expect((await previewCompanyFile('Company,Customer,Id\n')).mapping).to.deep.equal({ id: 'Id', name: 'Company' });
    expect((await previewCompanyFile('A,B\n1,2')).problems).to.deep.equal([remark('Choose the column that holds the id of each company.', { code: 'file-id-unchosen' })]);
    expect((await previewCompanyFile('Id,B\n1,2')).problems).to.deep.equal([remark('Choose the column that holds the name of each company.', { code: 'file-name-unchosen' })]);
    expect((await previewCompanyFile('')).problems).to.deep.equal([remark('The file is empty.', { code: 'file-empty' })]);
    expect((await previewCompanyFile('Id,Name')).problems).to.deep.equal([remark('The file has headings and no rows.', { code: 'file-headings-only' })]);
  });

  it('never rejects', () =>
    fc.assert(fc.asyncProperty(fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', '1', '\uFEFF', ' ') }), async (text) => void (await previewCompanyFile(`Id,Name\n${text}`)))));
});

describe('splitRows', () => {
  it('reads back what was written, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ',', ';', '\t', '|', '\n', '\r\n', ' ') });
    fc.assert(
      fc.property(fc.constantFrom(',', ';', '\t', '|'), fc.array(fc.tuple(cell, cell), { minLength: 1 }), fc.constantFrom('\n', '\r\n', '\r'), (separator, rows, lineBreak) => {
        const kept = rows.filter((cells) => cells.some((text) => text.trim() !== ''));
        const text = [`one${separator}two`, ...rows.map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator))].join(lineBreak);
        expect([...splitRows(text)].slice(1).map(({ cells }) => cells)).to.deep.equal(kept);
      }),
    );
  });

  it('obeys a sep= line, and takes what follows a closing quote as part of the cell', () => {
    expect([...splitRows('\uFEFFsep=;\r\na;"b"c\r\n')]).to.deep.equal([{ line: 2, cells: ['a', 'bc'], isBroken: false }]);
  });
});

describe('decodeFile', () => {
  const text = 'Id;Name\r\n1;Müller €\r\n';
  const utf16 = Buffer.from(text, 'utf16le');
  const cases: Record<string, Uint8Array> = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with a mark': Buffer.from(`\uFEFF${text}`),
    'UTF-16 LE with a mark': Buffer.from(`\uFEFF${text}`, 'utf16le'),
    'UTF-16 LE without': utf16,
    'UTF-16 BE with a mark': Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    'UTF-16 BE without': Buffer.from(utf16).swap16(),
    'Windows-1252': Buffer.from(text.replace('€', '\x80'), 'latin1'),
  };
  for (const [name, bytes] of Object.entries(cases)) it(name, () => expect(decodeFile(bytes)).to.equal(text));
});
