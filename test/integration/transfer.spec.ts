import { expect } from 'chai';
import fc from 'fast-check';
import { readCsv } from '../../bot/api/transfer/readCsv.js';
import { readJsonRows } from '../../bot/api/transfer/readJsonRows.js';
import { readText } from '../../bot/api/transfer/readText.js';
import { writeExport } from '../../bot/api/transfer/writeExport.js';
import { importPreview, importResult } from '../../contracts/transfer.js';
import { problem } from '../../contracts/problem.js';
import type { ExportRow, ImportLine } from '../../services/index.js';
import { smallMsp } from '../support/smallMsp.js';
import { startTestApp, type TestApp } from '../support/startTestApp.js';
import { aCaller, aCompany, aRow, aTenant, openTestOrganization, psaTwo, tenantId } from '../support/testOrganization.js';

const readers = { csv: readCsv, json: readJsonRows } as const;

async function* bytesOf(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece, 'utf8'));
}

describe('a file out and in again', function () {
  this.timeout(60_000);

  it('changes nothing, whatever the names (seeded)', async () => {
    const odd = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom('=1+1', "'=1", '@x', '-5', 'a,"b"', 'a;b', 'two\r\nlines', '\ttab', ' spaced '));
    const shape = fc.record({ tenants: fc.array(odd, { minLength: 1, maxLength: 6 }), companies: fc.array(odd, { minLength: 1, maxLength: 4 }), links: fc.array(fc.tuple(fc.nat(5), fc.nat(3)), { maxLength: 8 }) });
    const seed = 20260301;
    await fc.assert(
      fc.asyncProperty(shape, async ({ tenants, companies, links }) => {
        const organization = await openTestOrganization(tenants.map((name, n) => aTenant(n, { name })), companies.map((name, n) => aCompany(n, { name: name || 'x', ...(n % 2 ? { psaConnectionId: psaTwo } : {}) })));
        try {
          const rows = [...new Map(links.map(([t, c]) => [`${t % tenants.length}`, aRow(t % tenants.length, c % companies.length, (c % companies.length) % 2 ? { psaConnectionId: psaTwo } : {})])).values()];
          if (rows.length > 0) await organization.services.saveMappings(aCaller(), { idempotencyKey: 'first', rows });
          for (const format of ['csv', 'json'] as const) {
            const exported = [...(await organization.services.exportMappings(aCaller()))];
            const lines = readers[format](readText(bytesOf(writeExport(exported, format))));
            const { counts } = await organization.services.previewImport(aCaller(), lines);
            expect(counts, format).to.deep.equal({ added: 0, changed: 0, removed: 0, unchanged: tenants.length, refused: 0 });
          }
        } finally {
          await organization.close();
        }
      }),
      { numRuns: 15, seed },
    );
  });

  it('would notice a lost apostrophe: an id that begins like a formula comes back as it was', async () => {
    const row = { ...anExportRow(1), companyId: '-7' as ExportRow['companyId'], companyName: '=HYPERLINK("http://x")' };
    const text = [...writeExport([row], 'csv')].join('');
    expect(text).to.contain(`,'-7,"'=HYPERLINK(""http://x"")"`);
    const lines: ImportLine[] = [];
    for await (const line of readCsv(readText(bytesOf([text])))) lines.push(line);
    expect(lines).to.deep.equal([{ kind: 'row', line: 2, tenantId: row.tenantId, psa: 'psa-one', companyId: '-7' }]);
  });

  for (const format of ['csv', 'json'] as const) {
    it(`streams 100,000 rows of ${format}: never more than a few hundred rows of it are held`, async () => {
      let written = 0;
      function* rows(): Generator<ExportRow> {
        for (let n = 0; n < 100_000; n += 1) {
          written = n;
          yield anExportRow(n);
        }
      }
      let largest = 0;
      let total = 0;
      function* watched(): Generator<string> {
        for (const piece of writeExport(rows(), format)) {
          largest = Math.max(largest, piece.length);
          total += piece.length;
          yield piece;
        }
      }
      let ahead = 0;
      let read = 0;
      for await (const line of readers[format](readText(bytesOf(watched())))) {
        if (line.kind === 'row' && line.companyId !== '') read += 1;
        ahead = Math.max(ahead, written - read);
      }
      expect(read).to.equal(100_000);
      expect(total).to.be.above(15_000_000);
      expect(largest).to.be.below(150_000);
      expect(ahead, 'rows written and not yet read').to.be.below(2_000);
    });
  }
});

describe('export and import over HTTP', function () {
  this.timeout(60_000);
  let app: TestApp;
  before(async () => {
    app = await startTestApp(smallMsp);
    await app.stream('/api/sync', {});
  });
  after(() => app.close());

  const tenants = [1, 2, 3].map((n) => `0000000${n}-1111-4111-8111-111111111111`);
  const post = (path: string, file: string | Uint8Array, role?: 'viewer' | 'mapper', type = 'text/csv') => app.send(path, file, type, role);
  const csv = (...lines: string[]) => ['tenant_id,psa_connection_id,company_id', ...lines].join('\r\n');
  async function expectProblem(asking: Promise<Response>, status: number): Promise<string> {
    const response = await asking;
    expect(response.status).to.equal(status);
    return problem.parse(await response.json()).sentence;
  }

  it('previews, imports, exports, and previews the export as no change', async () => {
    const file = csv(`${tenants[0]},connectwise,11`, `${tenants[1]},halopsa,21`, `${tenants[2]},,`, 'x,connectwise,11');
    const preview = importPreview.parse(await (await post('/api/import/preview?format=csv', file)).json());
    expect(preview.counts).to.deep.equal({ added: 2, changed: 0, removed: 0, unchanged: 1, refused: 1 });
    expect(preview.refused[0]?.line).to.equal(5);
    const address = `/api/import?format=csv&fingerprint=${preview.fingerprint}&idempotencyKey=import-0001&reason=moved`;
    const result = importResult.parse(await (await post(address, file)).json());
    expect(result.kind === 'saved' && result.summary.added).to.equal(2);
    expect(importResult.parse(await (await post(address, file)).json())).to.deep.include({ kind: 'saved', isRepeat: true });
    for (const format of ['csv', 'json'] as const) {
      const exported = await app.ask(`/api/export?format=${format}`, undefined, 'viewer');
      expect(exported.headers.get('content-disposition')).to.equal(`attachment; filename="tenant-mapping.${format}"`);
      expect(exported.headers.get('content-type')).to.match(format === 'csv' ? /^text\/csv/ : /^application\/json/);
      const text = await exported.text();
      if (format === 'json') expect(JSON.parse(text)).to.have.lengthOf(3);
      const again = importPreview.parse(await (await post(`/api/import/preview?format=${format}`, text, 'mapper', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json')).json());
      expect(again.counts).to.deep.equal({ added: 0, changed: 0, removed: 0, unchanged: 3, refused: 0 });
    }
  });

  it('refuses viewers, other types, wrong queries and bad files with sentences', async () => {
    await expectProblem(post('/api/import/preview?format=csv', csv(), 'viewer'), 403);
    await expectProblem(post('/api/import/preview?format=csv', csv(), 'mapper', 'text/plain'), 415);
    await expectProblem(post('/api/mappings', csv(), 'mapper', 'text/csv'), 415);
    expect(await expectProblem(post('/api/import/preview?format=xls', csv()), 400)).to.contain('format');
    expect(await expectProblem(post('/api/import?format=csv&fingerprint=zz&idempotencyKey=import-0002', csv()), 400)).to.contain('fingerprint');
    expect(await expectProblem(post('/api/import/preview?format=csv', 'name\nx\n'), 400)).to.contain('The file has no column tenant_id');
    expect(await expectProblem(post('/api/import/preview?format=csv', Buffer.from('tenant_id,company_id\n\xff', 'latin1')), 400)).to.contain('CSV UTF-8');
  });

  it('refuses a file that is too large, and goes on serving', async () => {
    expect(await expectProblem(post('/api/import/preview?format=csv', 'x'.repeat(49 * 1024 * 1024)), 413)).to.match(/too large|larger than 48 MB/);
    expect((await app.ask('/api/session')).status).to.equal(200);
  });

  it('previews a file of 100,000 lines and answers others meanwhile', async () => {
    const lines = Array.from({ length: 100_000 }, (_, n) => `${tenantId(n + 1000)},connectwise,11`);
    const preview = post('/api/import/preview?format=csv', csv(...lines));
    let slowestMs = 0;
    let isDone = false;
    void preview.finally(() => (isDone = true));
    while (!isDone) {
      const from = performance.now();
      expect((await fetch(`${app.url}/livez`)).status).to.equal(200);
      slowestMs = Math.max(slowestMs, performance.now() - from);
    }
    const { counts, refused } = importPreview.parse(await (await preview).json());
    expect(counts.refused).to.equal(100_000);
    expect(refused).to.have.lengthOf(500);
    console.log(`      slowest answer meanwhile: ${Math.round(slowestMs)} ms`);
    expect(slowestMs).to.be.below(1_000);
  });
});

function anExportRow(n: number): ExportRow {
  const company = { companyId: String(n) as ExportRow['companyId'], companyName: `Customer ${n} AB`, psaConnectionId: 'psa-one' as ExportRow['psaConnectionId'], psaName: 'PSA one' };
  return { tenantId: tenantId(n), tenantName: `Customer ${n}`, domain: `customer${n}.example`, accounts: 'North', state: 'linked', ...company, how: 'auto', score: 0.97, evidence: [{ kind: 'same-name' }], reason: '', decidedBy: 'Demo Mapper', decidedAt: '2026-03-01T08:00:00.000Z' };
}
