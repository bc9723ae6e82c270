import { toSearchText } from '../../../services/domain/toSearchText.js';
import type { TenantRow } from '../../../services/index.js';

/** So much of a message is looked at. */
const readCharacters = 20_000;
const shortestName = 4;
const most = 8;

/** The tenants that a message names: by id, by domain, then by name, the longest first. `html` may be plain text as well. */
export function tenantsInText(rows: readonly TenantRow[], html: string): TenantRow[] {
  const text = toSearchText(textOf(html.slice(0, readCharacters)));
  const words = ` ${text.replace(/[^\p{L}\p{N}.@-]+/gu, ' ')} `;
  const hosts = new Set([...text.matchAll(/[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+/g)].map(([host]) => host.replace(/^www\./, '')));
  const rankOf = ({ tenantId, domain, name }: TenantRow): number => {
    if (text.includes(tenantId)) return 0;
    if (domain !== '' && hosts.has(domain)) return 1;
    const known = toSearchText(name).replace(/[^\p{L}\p{N}.@-]+/gu, ' ').trim();
    return known.length >= shortestName && (words.includes(` ${known} `) || words.includes(` ${known}. `)) ? 2 : 3;
  };
  return rows
    .map((row) => ({ row, rank: rankOf(row) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || b.row.name.length - a.row.name.length)
    .slice(0, most)
    .map(({ row }) => row);
}

/** Tags end words; addresses of links stay readable, as they may name a domain. */
function textOf(html: string): string {
  return html
    .replace(/<[^<>]*?href="([^"<>]*)"[^<>]*>/gi, ' $1 ')
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
