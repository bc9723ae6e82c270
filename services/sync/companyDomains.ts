import type { Company } from '../domain/company.js';
import { readDomains } from '../matching/domains/readDomain.js';
import { yieldTurn } from '../runtime/yieldTurn.js';

const perTurn = 2000;

/** The domains that belong to somebody, of all active companies, each once. */
export async function companyDomainsOf(companies: readonly Company[]): Promise<string[]> {
  const domains = new Set<string>();
  for (const [at, { website, emailDomains, isActive }] of companies.entries()) {
    if (isActive) for (const { domain } of readDomains([website, ...emailDomains])) domains.add(domain);
    if (at % perTurn === perTurn - 1) await yieldTurn();
  }
  return [...domains];
}
