import { existsSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const usage = `npm run automap -- --tenants FILE --companies FILE --out FILE [OPTIONS]

Proposes a company for each Microsoft tenant, from two lists. A dry run: it reads and writes files and talks to nobody.

  --tenants FILE     tenantId, companyName, domain (JSON or CSV)
  --companies FILE   id, name, identifier, website, emailDomains, city, phone, status, tenantIds (JSON or CSV)
  --out FILE         the proposals; .json or .csv
  --known FILE       what was settled before (JSON): {"mappings": [{"tenantId", "companyId"}], "rejected": [the same],
                     "aliases": [{"name", "companyId"}]}; "psa" beside companyId where two PSAs use one id
  --threshold N      accept from this score on, 0 to 1
  --explain TENANT   print everything found for one tenant, by id or name; --out may then be left out
  --help             this text`;

export type AutomapOptions = {
  readonly tenantsFile: string;
  readonly companiesFile: string;
  readonly out: { readonly file: string; readonly format: 'json' | 'csv' } | null;
  readonly knownFile: string | null;
  /** 0 < threshold <= 1 */
  readonly threshold: number | null;
  /** Tenant id or name. */
  readonly explain: string | null;
};

/** What the person at the keyboard has to put right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Null when help was asked for. Throws a UsageError. */
export function readOptions(args: readonly string[]): AutomapOptions | null {
  const text = { type: 'string' } as const;
  const { values } = parse(() => parseArgs({ args: [...args], options: { tenants: text, companies: text, out: text, known: text, threshold: text, explain: text, help: { type: 'boolean' } } }));
  if (values.help) return null;
  const { tenants, companies, out, known = null, explain = null } = values;
  if (!tenants || !companies) throw new UsageError('--tenants and --companies are needed.');
  if (!out && explain === null) throw new UsageError('--out is needed: where shall the proposals go?');
  if (explain?.trim() === '') throw new UsageError('--explain needs the id or the name of a tenant.');
  return { tenantsFile: tenants, companiesFile: companies, out: out ? readOut(out, [tenants, companies, known ?? '']) : null, knownFile: known, threshold: readThreshold(values.threshold), explain };
}

function parse<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message.replace(/\.$/, '') : String(error)}.`);
  }
}

/** Found out before a long run, not after it. */
function readOut(file: string, inputs: readonly string[]): AutomapOptions['out'] {
  const extension = extname(file).toLowerCase();
  if (extension !== '.json' && extension !== '.csv') throw new UsageError(`--out must end with .json or .csv; "${file}" does not.`);
  if (inputs.some((input) => input !== '' && resolve(input) === resolve(file))) throw new UsageError(`--out would overwrite ${file}, which is read.`);
  if (!existsSync(dirname(resolve(file)))) throw new UsageError(`The folder of ${file} does not exist.`);
  if (existsSync(file) && statSync(file).isDirectory()) throw new UsageError(`${file} is a folder.`);
  return { file, format: extension === '.json' ? 'json' : 'csv' };
}

function readThreshold(given: string | undefined): number | null {
  if (given === undefined) return null;
  const threshold = given.trim() === '' ? NaN : Number(given);
  if (!(threshold > 0 && threshold <= 1)) throw new UsageError(`--threshold must be a number above 0 and up to 1, such as 0.95, not "${given}".`);
  return threshold;
}
