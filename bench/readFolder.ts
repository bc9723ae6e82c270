import { join } from 'node:path';
import { toMatchInput } from '../cli/automap/toMatchInput.js';
import { readLists } from '../cli/readLists.js';
import type { Company } from '../services/domain/company.js';
import type { Tenant } from '../services/domain/tenant.js';

export type MatchLists = { readonly tenants: readonly Tenant[]; readonly companies: readonly Company[] };

/** The lists `tenants.json` and `companies.json` of a folder. Throws a ListError that names every fault. */
export function readFolder(folder: string): MatchLists {
  return toMatchInput(readLists({ tenantsFile: join(folder, 'tenants.json'), companiesFile: join(folder, 'companies.json') }));
}
