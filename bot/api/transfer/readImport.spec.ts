import { expect } from 'chai';
import fc from 'fast-check';
import { rejection } from '../../../test/support/rejection.js';
import type { ImportLine } from '../../../services/index.js';
import type { RemarkFacts } from '../../../services/domain/remarkFacts.js';
import { readCsv } from './readCsv.js';
import { readJsonRows } from './readJsonRows.js';
import { readText } from './readText.js';

async function* pieces(text: string, size = text.length || 1): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'utf8');
  for (let start = 0; start < bytes.length; start += size) yield await Promise.resolve(bytes.subarray(start, start + size));
}
async function read(reader: typeof readCsv, text: string, size?: number): Promise<ImportLine[]> {
  const lines: ImportLine[] = [];
  for await (const line of reader(readText(pieces(text, size)))) lines.push(line);
  return lines;
}
const short = (line: ImportLine) => (line.kind === 'row' ? `${line.line}: ${line.tenantId}/${line.psa}/${line.companyId}` : `${line.line}: broken ${line.why.sentence}`);

describe('readCsv', () => {
  const good = ['1: t1/cw/11', '2: t2//'].map((line, index) => line.replace(/^\d/, String(index + 2)));
  const files: Record<string, string> = {
    'an export’s header, a byte order mark, CRLF': '\uFEFFtenant_id,tenant_name,psa_connection_id,company_id\r\nt1,"A, B",cw,11\r\nt2,C,,\r\n',
    'other spellings and order': 'Company ID,Tenant ID,PSA connection id\n11,t1,cw\n,t2,\n',
    semicolons: 'tenant_id;psa_connection_id;company_id\nt1;cw;11\nt2;;\n',
    tabs: 'tenant_id\tpsa_connection_id\tcompany_id\nt1\tcw\t11\nt2\t\t',
    'the PSA by name': 'tenant_id,psa_name,company_id\nt1,cw,11\nt2,,\n',
    'a line break inside a cell': 'tenant_id,psa_connection_id,company_id,note\nt1,cw,11,x\nt2,,,"a\nb"\n',
  };
  for (const [what, text] of Object.entries(files)) {
    it(`reads ${what}`, async () => {
      const lines = (await read(readCsv, text)).map(short);
      expect(lines.map((line) => line.replace(/^\d+/, ''))).to.deep.equal(good.map((line) => line.replace(/^\d+/, '')));
      for (const size of [1, 3, 7]) expect((await read(readCsv, text, size)).map(short), `pieces of ${size}`).to.deep.equal(lines);
    });
  }

  it('counts lines as an editor does', async () => {
    expect((await read(readCsv, 'tenant_id,company_id\n\nt1,11\nt2,12\n')).map(({ line }) => line)).to.deep.equal([3, 4]);
  });

  it('names a line of another width, and goes on', async () => {
    expect((await read(readCsv, 'tenant_id,company_id\nt1\nt2,12\nt3,13,x\n')).map(short)).to.deep.equal(['2: broken The line has 1 cells, but the first line names 2 columns.', '3: t2//12', '4: broken The line has 3 cells, but the first line names 2 columns.']);
  });

  const bad: Record<string, [string, RegExp, RemarkFacts]> = {
    'an empty file': ['', /The file is empty/, { code: 'file-empty' }],
    'a missing column': ['tenant_id,name\nt1,x\n', /no column company_id/, { code: 'import-columns-absent', columns: ['company_id'] }],
    'no header': ['00000001-0000-4000-8000-000000000000,11\n', /no column tenant_id and no column company_id/, { code: 'import-columns-absent', columns: ['tenant_id', 'company_id'] }],
    'an open quotation mark': ['tenant_id,company_id\nt1,"11\nt2,12\n', /never closed/, { code: 'import-quote-open' }],
    'a quotation mark inside': ['tenant_id,company_id\nt1,1"1\n', /Line 2: a quotation mark is in the wrong place/, { code: 'import-quote-misplaced', line: 2 }],
  };
  for (const [what, [text, sentence, facts]] of Object.entries(bad)) {
    it(`says what is wrong with ${what}`, async () => {
      const error = await rejection(read(readCsv, text));
      expect(error.code).to.equal('bad-request');
      expect(error.sentence).to.match(sentence);
      expect(error.facts).to.deep.equal([facts]);
    });
  }

  it('says that UTF-16 is no UTF-8', async () => {
    const utf16 = Buffer.from('\uFEFFtenant_id,company_id\n', 'utf16le');
    async function* bytes() {
      yield await Promise.resolve(utf16);
    }
    const run = async () => {
      for await (const line of readCsv(readText(bytes()))) expect(line).to.equal(undefined);
    };
    const error = await rejection(run());
    expect(error.sentence).to.match(/CSV UTF-8/);
    expect(error.facts).to.deep.equal([{ code: 'import-no-utf8' }]);
  });
});

describe('readJsonRows', () => {
  it('reads a list, however it is laid out, with the line each object begins on', async () => {
    const text = '[\n{"tenant_id":"t1","company_id":11,"psa_connection_id":"cw","note":"a } \\" {"},\n{\n"tenantId":"t2",\n"companyId":null}\n]';
    for (const size of [1, 5, 1000]) expect((await read(readJsonRows, text, size)).map(short)).to.deep.equal(['2: t1/cw/11', '3: t2//']);
    expect((await read(readJsonRows, '{"tenant_id":"t1","company_id":""}\n{"tenant_id":"t2","company_id":"2"}')).map(short)).to.deep.equal(['1: t1//', '2: t2//2']);
  });

  it('names objects that are none or lack a field', async () => {
    const lines = await read(readJsonRows, '[{"tenant_id":"t1"},\n{"tenant_id":{},"company_id":""},\n{oops},{"tenant_id":"t2","company_id":"2"}]');
    expect(lines.flatMap((line) => (line.kind === 'broken' ? line.why.facts : []))).to.deep.equal([{ code: 'import-fields-absent' }, { code: 'import-no-text', field: 'tenant_id' }, { code: 'import-no-object' }]);
    expect(lines.map(short)).to.deep.equal(['1: broken The object needs the fields tenant_id and company_id; an empty company_id stands for no company.', '2: broken tenant_id must be a text.', '3: broken This is no JSON object.', '3: t2//2']);
  });

  for (const [text, sentence, facts] of [['', /holds no rows/, { code: 'import-no-rows' }], ['[]', /holds no rows/, { code: 'import-no-rows' }], ['[1]', /Line 1: the file must be a list/, { code: 'import-no-list', line: 1 }], ['[\n{"tenant_id":"t1"', /Line 2: an object is opened and never closed/, { code: 'import-object-open', line: 2 }]] as const) {
    it(`says what is wrong with ${JSON.stringify(text)}`, async () => {
      const error = await rejection(read(readJsonRows, text));
      expect(error.sentence).to.match(sentence);
      expect(error.facts).to.deep.equal([facts]);
    });
  }

  it('gives back what JSON.stringify wrote, wherever it is cut', async () => {
    const rows = fc.array(fc.record({ tenant_id: fc.string({ unit: 'grapheme' }), company_id: fc.string(), other: fc.jsonValue({ maxDepth: 2 }) }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(3), fc.integer({ min: 1, max: 40 }), async (written, space, size) => {
        const lines = await read(readJsonRows, JSON.stringify(written, null, space), size);
        expect(lines.map((line) => line.kind === 'row' && [line.tenantId, line.companyId])).to.deep.equal(written.map((row) => [row.tenant_id, row.company_id]));
      }),
      { numRuns: 100 },
    );
  });
});
