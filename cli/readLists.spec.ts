import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ListError, readLists } from './readLists.js';

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const goodTenants = `tenantId,companyName,domain\n${id(1)},"Crow, Dental",crow.example\n`;
const goodCompanies = 'id,name,identifier,website,emailDomains,city,phone,status\n7,Crow Dental,CROW,www.crow.example,crow.example; gmail.com,Oxmere,,Inactive\n';

describe('readLists', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lists-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (tenants: string | Uint8Array, companies: string, extension = 'csv') => {
    const [tenantsFile, companiesFile] = [join(folder, `tenants.${extension}`), join(folder, `companies.${extension}`)];
    writeFileSync(tenantsFile, tenants);
    writeFileSync(companiesFile, companies);
    return readLists({ tenantsFile, companiesFile });
  };
  const faultsOf = (tenants: string | Uint8Array, companies: string, extension?: string): string => {
    try {
      read(tenants, companies, extension);
    } catch (error) {
      if (error instanceof ListError) return error.sentence.replaceAll(`${folder}/`, '');
      throw error;
    }
    throw new Error('no fault was found');
  };

  const crow = { id: 7, name: 'Crow Dental', identifier: 'CROW', website: 'www.crow.example', emailDomains: ['crow.example', 'gmail.com'], city: 'Oxmere', phone: '', status: 'Inactive', psa: 'connectWise' };

  it('reads CSV', () => {
    expect(read(goodTenants, goodCompanies)).to.deep.equal({ tenants: [{ tenantId: id(1), companyName: 'Crow, Dental', domain: 'crow.example' }], companies: [crow] });
  });

  it('reads JSON; nulls are empty, ids may be text', () => {
    const tenants = JSON.stringify([{ tenantId: id(1).toUpperCase(), companyName: null, domain: 'crow.example', account: 'North' }]);
    const companies = JSON.stringify([{ ...crow, id: '7', phone: null, psa: 'HaloPSA' }]);
    expect(read(tenants, companies, 'json')).to.deep.equal({ tenants: [{ tenantId: id(1), companyName: '', domain: 'crow.example', account: 'North' }], companies: [{ ...crow, psa: 'haloPsa' }] });
  });

  it('tolerates a byte order mark, CRLF and semicolons', () => {
    expect(read(`\uFEFF${goodTenants}`.replaceAll('\n', '\r\n'), `\uFEFF${goodCompanies}`).tenants).to.have.length(1);
    expect(read(`tenantId;companyName;domain\n${id(1)};Crow;crow.example\n`, goodCompanies).tenants).to.have.length(1);
  });

  it('lets two partner accounts list one tenant, and two PSAs use one id', () => {
    const lists = read(`tenantId,companyName,domain,account\n${id(1)},A,a.example,north\n${id(1)},A,a.example,south\n`, 'id,name,psa\n1,A,connectWise\n1,A,haloPsa\n');
    expect([lists.tenants.length, lists.companies.length]).to.deep.equal([2, 2]);
  });

  it('reads the tenant ids that a PSA holds', () => {
    const lists = read(goodTenants, `id,name,tenantIds\n1,A,${id(1).toUpperCase()}; ${id(2)}\n2,B,\n`);
    expect(lists.companies.map(({ tenantIds }) => tenantIds)).to.deep.equal([[id(1), id(2)], undefined]);
    expect(faultsOf(goodTenants, 'id,name,tenantIds\n1,A,nonsense\n')).to.equal('companies.csv, line 2: tenant id "nonsense" is no GUID.');
  });

  it('names a missing column and those that are there', () => {
    expect(faultsOf('tenantId,name\nx,y\n', goodCompanies)).to.equal('tenants.csv has no column "companyName" and no column "domain". Its columns are: tenantId, name.');
  });

  it('names every faulty row by file and line, in both files', () => {
    const tenants = `${goodTenants}not-a-guid,B,\n${id(1)},C,\n,D,\n`;
    expect(faultsOf(tenants, `${goodCompanies}7,Again,,,,,,\n,None,,,,,,\nx1,Odd,,,,,,\n0,Zero,,,,,,\n`).split('\n')).to.deep.equal([
      'tenants.csv, line 3: tenant id "not-a-guid" is no GUID.',
      `tenants.csv, line 4: tenant id ${id(1)} stands in line 2 already.`,
      'tenants.csv, line 5: the tenant id is missing.',
      'companies.csv, line 3: company id 7 stands in line 2 already.',
      'companies.csv, line 4: the company id is missing.',
      'companies.csv, line 5: company id "x1" is no positive whole number.',
      'companies.csv, line 6: company id "0" is no positive whole number.',
    ]);
  });

  it('names at most twenty faults and counts the rest', () => {
    const lines = faultsOf(`tenantId,companyName,domain\n${'bad,B,\n'.repeat(30)}`, goodCompanies).split('\n');
    expect(lines).to.have.length(21);
    expect(lines.at(-1)).to.equal('... and 10 more.');
  });

  it('says when a file is empty, missing, no JSON, no list, no text or ragged', () => {
    expect(faultsOf('', goodCompanies)).to.equal('tenants.csv is empty: it has no rows.');
    expect(faultsOf('tenantId,companyName,domain\n', goodCompanies)).to.equal('tenants.csv is empty: it has no rows.');
    expect(faultsOf('[{', '[{"id":1,"name":"A"}]', 'json')).to.match(/^tenants\.json is no JSON: .*\.$/);
    expect(faultsOf('{"tenants":[]}', '[{"id":1,"name":"A"}]', 'json')).to.equal('tenants.json must hold a list of objects: [ { ... }, ... ].');
    expect(faultsOf('[1]', '[{"id":1,"name":"A"}]', 'json')).to.contain('tenants.json, row 1: this is no object.');
    expect(faultsOf(Uint8Array.of(0xff, 0xfe, 0x41, 0x00), goodCompanies)).to.equal('tenants.csv is not UTF-8 text.');
    expect(faultsOf(`${goodTenants}${id(2)},B\n`, goodCompanies)).to.match(/^tenants\.csv can't be read as CSV: .*line 3.*\.$/);
    expect(() => readLists({ tenantsFile: join(folder, 'absent.csv'), companiesFile: join(folder, 'absent.csv') })).to.throw(ListError, 'absent.csv does not exist.');
  });

  it('knows no third PSA', () => {
    expect(faultsOf(goodTenants, 'id,name,psa\n1,A,other\n')).to.equal('companies.csv, line 2: PSA "other" is unknown; it can be connectWise or haloPsa.');
  });
});
