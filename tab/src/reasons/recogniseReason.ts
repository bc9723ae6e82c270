import type { DoubtView, EvidenceView } from '../../../contracts/evidence.js';
import { texts } from './texts.js';

type Difference = { readonly tenantOnly?: string; readonly companyOnly?: string };
type Form = readonly [RegExp, (...facts: string[]) => EvidenceView];

/** The facts behind the server's English sentences. A spec compares every form with the sentence that the server makes. */
const forms: readonly Form[] = [
  [/^The PSA already holds this tenant id for the company\.$/, () => ({ kind: 'same-tenant-id' })],
  [/^A tenant called “(.*)” was linked to this company before\.$/, (name = '') => ({ kind: 'alias', name })],
  [/^Same domain (\S+), which (\d+) companies share\.$/, (domain = '', count = '') => ({ kind: 'same-domain', domain, companyCount: Number(count) })],
  [/^Same domain (\S+)\.$/, (domain = '') => ({ kind: 'same-domain', domain, companyCount: 1 })],
  [/^A branch or an old record of the company has the domain (\S+)\.$/, (domain = '') => ({ kind: 'lent-domain', domain })],
  [/^The tenant's domain begins with “(.*)”, as the company's name or domain does\.$/, (label = '') => ({ kind: 'same-domain-label', label })],
  [/^Domains differ: (\S+) and (\S+)\.$/, (tenantDomain = '', companyDomain = '') => ({ kind: 'different-domain', tenantDomain, companyDomain })],
  [/^Same name( but for “.*)?\.$/, (difference = '') => ({ kind: 'same-name', ...differenceIn(difference) })],
  [/^“(.*)” is another name of the same organisation\.$/, (name = '') => ({ kind: 'same-other-name', name })],
  [/^“(.*)” is short for the other name\.$/, (short = '') => ({ kind: 'acronym', short })],
  [/^Names are (\d+)% alike(; they differ by “.*)?\.$/, (percent = '', difference = '') => ({ kind: 'similar-name', similarity: Number(percent) / 100, ...differenceIn(difference) })],
  [/^The tenant's name holds the company's city, (.*)\.$/, (city = '') => ({ kind: 'same-city', city })],
  [/^Legal forms differ: (.*) and (.*)\.$/, (tenantForm = '', companyForm = '') => ({ kind: 'different-legal-form', tenantForm, companyForm })],
  [/^Numbers in the names differ: (no number|“[^”]*”) and (no number|“[^”]*”)\.$/, (tenant = '', company = '') => ({ kind: 'different-number', tenantNumber: numbersIn(tenant), companyNumber: numbersIn(company) })],
  [/^The company is not active in the PSA \((.*)\)\.$/, (status = '') => ({ kind: 'inactive-company', status })],
  [/^The company is marked as old in the PSA\.$/, () => ({ kind: 'inactive-company', status: '' })],
];

function differenceIn(text: string): Difference {
  const [, both, companyWords] = /“(.*)” \/ “(.*)”$/.exec(text) ?? [];
  if (both !== undefined && companyWords !== undefined) return { tenantOnly: both, companyOnly: companyWords };
  const [, words = '', whose] = /“(.*)”, which only the (tenant|company)'s has$/.exec(text) ?? [];
  return whose === undefined ? {} : whose === 'tenant' ? { tenantOnly: words } : { companyOnly: words };
}

function numbersIn(text: string): string {
  return text === 'no number' ? '' : text.slice(1, -1).replace(/, /g, ' ');
}

/** undefined: a sentence that is none of the matcher's. */
export function recogniseEvidence(sentence: string): EvidenceView | undefined {
  for (const [form, read] of forms) {
    const found = form.exec(sentence);
    if (found) return read(...found.slice(1).map((fact: string | undefined) => fact ?? ''));
  }
  return undefined;
}

/** Read while the words are English still: the first thing that a page does. */
const doubtKinds = new Map<string, DoubtView>((Object.entries(texts.doubts) as [DoubtView, string][]).map(([doubt, sentence]) => [sentence, doubt]));

export function recogniseDoubt(sentence: string): DoubtView | undefined {
  return doubtKinds.get(sentence);
}
