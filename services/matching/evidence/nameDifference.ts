const shown = 40;

/** The words that only one of two names has, as written, case and punctuation aside; for sentences. */
export function nameDifference(tenantName: string, companyName: string): { readonly tenantOnly?: string; readonly companyOnly?: string } {
  if (tenantName === companyName) return {};
  const [tenant, company] = [wordsOf(tenantName), wordsOf(companyName)];
  const tenantOnly = without(tenant, company);
  const companyOnly = without(company, tenant);
  return { ...(tenantOnly ? { tenantOnly } : {}), ...(companyOnly ? { companyOnly } : {}) };
}

type Word = { readonly text: string; readonly key: string };

function wordsOf(name: string): readonly Word[] {
  return name
    .slice(0, 200)
    .split(/\s+/)
    .map((word) => ({ text: word.replace(/^[^\p{L}\p{N}]+|[,;:)\]]+$/gu, ''), key: word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') }))
    .filter(({ key }) => key !== '');
}

function without(words: readonly Word[], others: readonly Word[]): string {
  const rest = others.map(({ key }) => key);
  const only = words.filter(({ key }) => {
    const at = rest.indexOf(key);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  const text = only.map(({ text: word }) => word).join(' ');
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}
