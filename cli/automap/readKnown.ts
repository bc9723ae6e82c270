import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseTenantId, type CompanyId, type PsaConnectionId, type TenantId } from '../../services/domain/ids.js';
import type { Company } from '../../services/domain/company.js';
import type { Known } from '../../services/matching/known.js';
import { ListError } from '../listError.js';

const company = { companyId: z.union([z.string().min(1), z.number().int().positive()]).transform(String), psa: z.enum(['connectWise', 'haloPsa']).optional() };
const tenantId = z.string().transform((text, context): TenantId => {
  const id = parseTenantId(text);
  if (!id) context.addIssue({ code: 'custom', message: `"${text.slice(0, 60)}" is no GUID` });
  return id ?? ('' as TenantId);
});
const pair = z.strictObject({ tenantId, ...company });
const schema = z.strictObject({ mappings: z.array(pair).default([]), aliases: z.array(z.strictObject({ name: z.string().min(1), ...company })).default([]), rejected: z.array(pair).default([]) });

/** Reads what was settled before. Throws a ListError that names every fault by its place. */
export function readKnown(file: string, companies: readonly Company[]): Known {
  const { success, data, error } = schema.safeParse(readJson(file));
  if (!success) throw new ListError(error.issues.map(({ path, message }) => `${file}${path.length > 0 ? `, ${placeOf(path)}` : ''}: ${message}.`));

  const psasById = new Map<string, PsaConnectionId[]>();
  for (const { companyId, psaConnectionId } of companies) psasById.set(companyId, [...(psasById.get(companyId) ?? []), psaConnectionId]);
  const faults: string[] = [];
  const toKey = ({ companyId, psa }: { readonly companyId: string; readonly psa?: string | undefined }) => {
    const psas = psasById.get(companyId) ?? [];
    if (!psa && psas.length > 1) faults.push(`${file}: company ${companyId} is in two PSAs; say which by "psa": "${psas.join('" or "')}".`);
    return { companyId: companyId as CompanyId, psaConnectionId: (psa ?? psas[0] ?? 'connectWise') as PsaConnectionId };
  };
  const known: Known = {
    mappings: data.mappings.map((row) => ({ tenantId: row.tenantId, ...toKey(row) })),
    aliases: data.aliases.map((row) => ({ name: row.name, ...toKey(row) })),
    rejected: data.rejected.map((row) => ({ tenantId: row.tenantId, ...toKey(row) })),
  };
  if (faults.length > 0) throw new ListError(faults);
  return known;
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ListError([isAbsent ? `${file} does not exist.` : `${file} can't be read: ${String(error)}.`]);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ListError([`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}.`]);
  }
}

const placeOf = (path: readonly PropertyKey[]) => path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`)).join('');
