import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameBeginnings, nameEndings, towns, trades } from '../../simulators/seed/wordLists.js';

/** How many of the 412 tenants auto-map leaves to people, and how many it matches. */
export const bulkCounts = { matched: 332, review: 48, unmatched: 32 } as const;

/** One morning's work as two files: most tenants match by name and domain, some have two companies of their name, some none. Their order is mixed. */
export function writeBulkLists(folder: string): { readonly tenantsFile: string; readonly companiesFile: string } {
  const rows = Array.from({ length: bulkCounts.matched + bulkCounts.review + bulkCounts.unmatched }, (_, at) => makeRow(at));
  const [tenantsFile, companiesFile] = [join(folder, 'tenants.json'), join(folder, 'companies.json')];
  writeFileSync(tenantsFile, JSON.stringify(rows.map(({ tenant }) => tenant)));
  writeFileSync(companiesFile, JSON.stringify(rows.flatMap(({ companies }) => companies)));
  return { tenantsFile, companiesFile };
}

function makeRow(at: number): { readonly tenant: object; readonly companies: readonly object[] } {
  const place = `${pick(nameBeginnings, at)}${pick(nameEndings, at * 7 + Math.floor(at / nameBeginnings.length))}`;
  const name = `${place} ${pick(trades, at * 3)}`;
  const tenantId = `00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`;
  const company = { id: 1000 + at * 2, name, city: pick(towns, at) };
  if (at % 13 === 5) return { tenant: { tenantId, companyName: `zz${(at * 7919).toString(36)}q`, domain: `t${at}x.onmicrosoft.com` }, companies: [] };
  if (at % 8 === 1) return { tenant: { tenantId, companyName: name, domain: `t${at}x.onmicrosoft.com` }, companies: [company, { ...company, id: company.id + 1, city: pick(towns, at + 5) }] };
  const domain = `${place.toLowerCase()}${at}.example`;
  return { tenant: { tenantId, companyName: name, domain }, companies: [{ ...company, website: `https://www.${domain}` }] };
}

function pick(words: readonly string[], at: number): string {
  return words[at % words.length] ?? '';
}
