import type { CompanyView } from '../../../contracts/companies.js';
import type { TenantRow } from '../../../contracts/tenants.js';
import { hostOf } from '../companyPicker/hostOf.js';

/** `same` and `near` help, `differs` warns, `unknown`: one side says nothing. */
export type Likeness = 'same' | 'near' | 'differs' | 'unknown';
export type FactPair = { readonly fact: 'name' | 'domain'; readonly tenant: string; readonly company: string; readonly likeness: Likeness };

/** Names and domains of both sides, next to each other. Only a help for the eye: what counts is the matcher's evidence. */
export function compareFacts({ name, domain }: Pick<TenantRow, 'name' | 'domain'>, company: Pick<CompanyView, 'name' | 'website'>): FactPair[] {
  const host = hostOf(company.website);
  return [
    { fact: 'name', tenant: name, company: company.name, likeness: likenessOf(plain(name), plain(company.name)) },
    { fact: 'domain', tenant: domain, company: host, likeness: domain === '' || host === '' || isOnMicrosoft(domain) ? 'unknown' : domain.toLowerCase() === host ? 'same' : 'differs' },
  ];
}

function isOnMicrosoft(domain: string): boolean {
  return /\.onmicrosoft\.[a-z]+$/i.test(domain);
}

function plain(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/&/g, ' and ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function likenessOf(one: string, other: string): Likeness {
  if (one === '' || other === '') return 'unknown';
  if (one === other) return 'same';
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.startsWith(`${short} `) || long.endsWith(` ${short}`) ? 'near' : 'differs';
}
