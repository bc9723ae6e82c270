import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Company } from '../../services/domain/company.js';
import type { CompanyId, PsaConnectionId, TenantId } from '../../services/domain/ids.js';
import type { Tenant } from '../../services/domain/tenant.js';

const text = z.string().nullish().transform((value) => value ?? '');
const tenantRows = z.array(z.object({ tenantId: z.string(), companyName: text, domain: text }));
const companyRows = z.array(z.object({ id: z.union([z.string(), z.number()]).transform(String), name: text, identifier: text, website: text, emailDomains: z.array(z.string()).default([]), city: text, phone: text, status: text }));
const truthRows = z.record(z.string(), z.union([z.string(), z.number()]).nullable());
const metaRows = z.object({ tenants: z.record(z.string(), z.object({ src: z.string() })) });

/** Two lists with the right answers. `sourceOf` tells where a tenant came from; '' where nothing tells. */
export type LabelledLists = {
  readonly tenants: readonly Tenant[];
  readonly companies: readonly Company[];
  readonly truth: ReadonlyMap<string, string | null>;
  readonly sourceOf: (tenantId: string) => string;
  /** SHA-256 of tenants.json, companies.json and truth.json, one after the other. */
  readonly checksum: string;
};

/** Reads tenants.json, companies.json, truth.json and, where there is one, meta.json. Throws a sentence when a file is missing or of another form. */
export function readLabelledLists(folder: string): LabelledLists {
  const hash = createHash('sha256');
  const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> => {
    const path = join(folder, file);
    if (!existsSync(path)) throw new Error(`${path} does not exist.`);
    const content = readFileSync(path);
    hash.update(content);
    const parsed = schema.safeParse(JSON.parse(content.toString('utf8')));
    if (!parsed.success) throw new Error(`${path} is not of the form that is needed: ${z.prettifyError(parsed.error).slice(0, 500)}`);
    return parsed.data;
  };
  const tenants = read('tenants.json', tenantRows).map(({ tenantId, companyName, domain }): Tenant => ({ tenantId: tenantId as TenantId, name: companyName, domain, sources: [] }));
  const companies = read('companies.json', companyRows).map(toCompany);
  const truth = new Map(Object.entries(read('truth.json', truthRows)).map(([tenantId, id]) => [tenantId, id === null ? null : String(id)]));
  const meta = existsSync(join(folder, 'meta.json')) ? metaRows.parse(JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'))) : { tenants: {} };
  return { tenants, companies, truth, checksum: hash.digest('hex'), sourceOf: (tenantId) => meta.tenants[tenantId]?.src ?? '' };
}

function toCompany({ id, ...row }: z.infer<typeof companyRows>[number]): Company {
  return { ...row, psaConnectionId: 'psa' as PsaConnectionId, companyId: id as CompanyId, isActive: row.status !== 'Inactive', tenantIds: [] };
}
