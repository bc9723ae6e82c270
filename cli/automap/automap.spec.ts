import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readLists } from '../readLists.js';

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const tenants = [
  { tenantId: id(1), companyName: 'Quillstone Surveyors', domain: 'quillstone.example' },
  { tenantId: id(2), companyName: 'Gatehouse Pharmacy 12', domain: 'gatehouse12.onmicrosoft.com' },
  { tenantId: id(3), companyName: '=cmd|\' /C calc\'!A0', domain: '' },
  { tenantId: id(4), companyName: 'Brackwater Joinery, "The Works"', domain: 'brackwater.example' },
];
const companies = [
  { id: 7, name: 'Quillstone Surveyors Ltd', website: 'www.quillstone.example' },
  { id: 8, name: 'Gatehouse Pharmacy 21' },
  { id: 9, name: 'Brackwater Joinery', emailDomains: ['brackwater.example'], tenantIds: [id(4)] },
];

/** The real command, as somebody types it. */
describe('npm run automap', function () {
  this.timeout(60_000);
  let folder: string;
  const file = (name: string) => join(folder, name);
  const put = (name: string, content: unknown) => writeFileSync(file(name), typeof content === 'string' ? content : JSON.stringify(content));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'automap-'));
    put('tenants.json', tenants);
    put('companies.json', companies);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };
  function automap(args: readonly string[], onStderr: (text: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined): Promise<Ended> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'cli/automap.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => onStderr((said.stderr += chunk.toString()), (signal) => child.kill(signal)));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, stdout: said.stdout.replaceAll(`${folder}/`, ''), stderr: said.stderr.replaceAll(`${folder}/`, '') }));
    });
  }
  const lists = (tenantsFile = 'tenants.json', companiesFile = 'companies.json') => ['--tenants', file(tenantsFile), '--companies', file(companiesFile)];
  const outcomes = (name: string) => (JSON.parse(readFileSync(file(name), 'utf8')) as { tenantId: string; outcome: string; companyId: string | null; candidates: { companyId: string; score: number; reasons: string[] }[]; doubts: string[] }[]);

  it('writes one row per tenant, in order, with reasons and doubts as sentences, and a summary', async () => {
    const { code, stdout, stderr } = await automap([...lists(), '--out', file('out.json')]);
    expect([code, stderr]).to.deep.equal([0, 'Matching 4 tenants against 3 companies ...\n']);
    const rows = outcomes('out.json');
    expect(rows.map(({ tenantId, outcome, companyId }) => [tenantId, outcome, companyId])).to.deep.equal([
      [id(1), 'matched', '7'],
      [id(2), 'needs-review', null],
      [id(3), 'unmatched', null],
      [id(4), 'matched', '9'],
    ]);
    expect(rows[1]?.candidates[0]?.companyId).to.equal('8');
    for (const sentence of rows.flatMap(({ doubts, candidates }) => [...doubts, ...candidates.flatMap(({ reasons }) => reasons)])) expect(sentence).to.match(/^[A-Z“].*\.$/);
    expect(stdout).to.match(/^Outcome +tenants +share\nmatched +2 +50\.0 %\n/).and.to.match(/\n4 tenants against 3 companies in [\d.]+ s\. Written to out\.json\n$/);
    expect(readdirSync(folder).sort()).to.deep.equal(['companies.json', 'out.json', 'tenants.json']);
  });

  it('reads and writes CSV, in which no cell is a formula', async () => {
    put('tenants.csv', `tenantId,companyName,domain\n${tenants.map((row) => [row.tenantId, `"${row.companyName.replaceAll('"', '""')}"`, row.domain].join(',')).join('\n')}\n`);
    put('companies.csv', `id;name;website;tenantIds\n7;Quillstone Surveyors Ltd;www.quillstone.example;\n9;@Brackwater Joinery;;${id(4)}\n`);
    expect(await automap([...lists('tenants.csv', 'companies.csv'), '--out', file('out.csv')])).to.include({ code: 0 });
    const csv = readFileSync(file('out.csv'), 'utf8');
    expect(csv).to.match(/^\uFEFFtenantId,tenantName,domain,outcome,companyId,/);
    expect(csv).to.include(`,"'=cmd|' /C calc'!A0",`.replaceAll('"', '')).and.to.include(`"Brackwater Joinery, ""The Works""",brackwater.example,matched,9,connectWise,'@Brackwater Joinery,`);
    expect(csv).to.not.match(/(^|,)"?[=+@-]/m);
    // What it writes can be read again by the commands of this project.
    put('again.csv', csv.replace('tenantName', 'companyName'));
    expect(readLists({ tenantsFile: file('again.csv'), companiesFile: file('companies.json') }).tenants).to.have.length(4);
  });

  it('lets what was settled before rule', async () => {
    put('known.json', { mappings: [{ tenantId: id(2), companyId: 8 }], rejected: [{ tenantId: id(1), companyId: '7', psa: 'connectWise' }] });
    expect(await automap([...lists(), '--out', file('out.json'), '--known', file('known.json')])).to.include({ code: 0 });
    const [first, second] = outcomes('out.json');
    expect(second).to.include({ outcome: 'already-mapped', companyId: '8' });
    expect(first?.outcome).to.not.equal('matched');
    expect(JSON.stringify(first?.candidates)).to.not.include('"7"');
  });

  it('asks which PSA is meant where two use one id', async () => {
    put('companies.json', [companies[0], { ...companies[0], psa: 'haloPsa' }]);
    put('known.json', { rejected: [{ tenantId: id(1), companyId: 7 }] });
    expect(await automap([...lists(), '--out', file('out.json'), '--known', file('known.json')])).to.deep.equal({ code: 2, stdout: '', stderr: 'known.json: company 7 is in two PSAs; say which by "psa": "connectWise" or "haloPsa".\n' });
  });

  it('takes another threshold', async () => {
    await automap([...lists(), '--out', file('out.json'), '--threshold', '1']);
    expect(outcomes('out.json').filter(({ outcome, candidates }) => outcome === 'matched' && (candidates[0]?.score ?? 0) < 1)).to.deep.equal([]);
  });

  it('explains one tenant, by id or by name whatever its case', async () => {
    const byName = await automap([...lists(), '--explain', 'gatehouse PHARMACY 12']);
    expect(byName.code).to.equal(0);
    expect(byName.stdout).to.include('Gatehouse Pharmacy 12, gatehouse12.onmicrosoft.com').and.to.include('needs review').and.to.include('! The names bear different numbers.').and.to.match(/1\. Gatehouse Pharmacy 21 \(connectWise 8\): [\d.]+ %, \w+\n {5}- /);
    expect((await automap([...lists(), '--explain', id(2)])).stdout).to.equal(byName.stdout);
    expect(await automap([...lists(), '--explain', 'gatehouse'])).to.deep.equal({ code: 2, stdout: '', stderr: 'No tenant has the id or the name "gatehouse". Did you mean "Gatehouse Pharmacy 12"?\n' });
  });

  it('says in a sentence what is wrong, exits with 2 and writes nothing', async () => {
    put('broken.json', '[{');
    put('known.json', { mappings: [{ tenantId: 'x', companyId: 8 }], extra: 1 });
    const faults: [string[], RegExp][] = [
      [['--tenants', file('tenants.json')], /^--tenants and --companies are needed\.\n\nnpm run automap/],
      [lists(), /^--out is needed/],
      [[...lists(), '--out', file('out.txt')], /^--out must end with \.json or \.csv; "out\.txt" does not\./],
      [[...lists(), '--out', file('tenants.json')], /^--out would overwrite tenants\.json, which is read\./],
      [[...lists(), '--out', file('absent/out.csv')], /^The folder of absent\/out\.csv does not exist\./],
      [[...lists(), '--out', file('out.csv'), '--threshold', '90'], /^--threshold must be a number above 0 and up to 1, such as 0\.95, not "90"\./],
      [[...lists(), '--out', file('out.csv'), '--verbose'], /^Unknown option '--verbose'/],
      [[...lists('absent.json'), '--out', file('out.csv')], /^absent\.json does not exist\.\n$/],
      [[...lists('broken.json'), '--out', file('out.csv')], /^broken\.json is no JSON: .*\.\n$/],
      [[...lists(), '--out', file('out.csv'), '--known', file('known.json')], /^known\.json, mappings\[0\]\.tenantId: "x" is no GUID\.\nknown\.json: Unrecognized key: "extra"\.\n$/],
    ];
    for (const [args, sentence] of faults) {
      const { code, stdout, stderr } = await automap(args);
      expect([code, stdout], stderr).to.deep.equal([2, '']);
      expect(stderr).to.match(sentence);
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('out'))).to.deep.equal([]);
  });

  it('leaves no half-written file when it is cancelled', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `${['Alder', 'Brack', 'Corvane'][at % 3]}${['mere', 'wick'][at % 2]} ${at} ${['Dental', 'Motors'][at % 2]} Group`);
    put('many-tenants.json', many.map((companyName, at) => ({ tenantId: id(at), companyName, domain: '' })));
    put('many-companies.json', many.map((name, at) => ({ id: at + 1, name })));
    put('out.json', 'what was there before');
    const { code, stdout, stderr } = await automap([...lists('many-tenants.json', 'many-companies.json'), '--out', file('out.json')], (text, kill) => {
      if (text.endsWith('companies ...\n')) kill('SIGINT');
    });
    expect([code, stdout]).to.deep.equal([130, '']);
    expect(stderr).to.match(/^Matching 20,000 tenants against 20,000 companies \.\.\.\n(Matched .*\n)*Cancelled\. Nothing was written\.\n$/);
    expect(readFileSync(file('out.json'), 'utf8')).to.equal('what was there before');
    expect(readdirSync(folder)).to.have.length(5);
  });

  it('tells how it is used', async () => {
    const { code, stdout } = await automap(['--help']);
    expect(code).to.equal(0);
    expect(stdout).to.match(/^npm run automap -- --tenants FILE --companies FILE --out FILE/);
  });
});
