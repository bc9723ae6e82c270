import type { CompanyKey } from '../../domain/company.js';
import { companyKeyText } from '../../domain/company.js';
import type { PsaConnection } from '../../domain/connection.js';
import { parseTenantId, type CompanyId, type PsaConnectionId, type TenantId } from '../../domain/ids.js';
import { remark, type Remark } from '../../domain/remark.js';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import type { ImportLine, RefusedLine } from './importLine.js';

/** What a file wants for one tenant: exactly these companies. */
export type Wish = { readonly tenantId: TenantId; readonly line: number; readonly companies: ReadonlyMap<string, CompanyKey & { readonly line: number }> };
export type Wishes = { readonly wishes: readonly Wish[]; readonly refused: RefusedLine[] };

/** `former`: no longer connected, but links to their companies exist. */
export type KnownPsas = { readonly connected: readonly PsaConnection[]; readonly former: readonly PsaConnectionId[] };

type Draft = { readonly line: number; readonly companies: Map<string, CompanyKey & { readonly line: number }>; noneLine: number | undefined; isRefused: boolean };
const linesPerTurn = 1_000;

/**
 * Gathers a file's lines by tenant. Whatever is wrong with one line of a tenant keeps out the whole tenant: with a part of its lines it
 * would lose the companies that the others name.
 */
export async function readWishes(lines: AsyncIterable<ImportLine>, psas: KnownPsas): Promise<Wishes> {
  const drafts = new Map<TenantId, Draft>();
  const refused: RefusedLine[] = [];
  let read = 0;
  for await (const entry of lines) {
    read += 1;
    if (read % linesPerTurn === 0) await yieldTurn();
    const { line } = entry;
    const tenantId = parseTenantId(entry.tenantId.trim());
    const draft = tenantId && (drafts.get(tenantId) ?? { line, companies: new Map(), noneLine: undefined, isRefused: false });
    if (tenantId && draft) drafts.set(tenantId, draft);
    const refuse = (why: Remark) => {
      refused.push({ line, ...why });
      if (draft) draft.isRefused = true;
    };
    if (entry.kind === 'broken') refuse(entry.why);
    else if (!draft) refuse(remark(`"${shorten(entry.tenantId)}" is not a tenant id such as 11111111-2222-3333-4444-555555555555.`, { code: 'import-id-odd', text: shorten(entry.tenantId) }));
    else addTo(draft, entry, psas, refuse);
  }
  const wishes: Wish[] = [];
  for (const [tenantId, { line, companies, noneLine, isRefused }] of drafts) {
    if (isRefused) continue;
    if (noneLine !== undefined && companies.size > 0) refused.push({ line: noneLine, ...remark(`This line gives the tenant ${tenantId} no company, but another line gives it one. Keep one of them.`, { code: 'import-none-and-some', tenantId }) });
    else wishes.push({ tenantId, line, companies });
  }
  return { wishes, refused };
}

function addTo(draft: Draft, { line, psa, companyId }: Extract<ImportLine, { kind: 'row' }>, { connected, former }: KnownPsas, refuse: (why: Remark) => void): void {
  if (companyId.trim() === '') {
    draft.noneLine ??= line;
    return;
  }
  const named = psa.trim();
  const found = named === '' ? connected : connected.filter(({ psaConnectionId, name }) => psaConnectionId === named || name === named);
  const psaConnectionId = found[0]?.psaConnectionId ?? former.find((id) => id === named);
  if (psaConnectionId === undefined) return refuse(named === '' ? remark('No PSA is connected.', { code: 'import-no-psa' }) : remark(`There is no PSA connection "${shorten(psa)}".`, { code: 'psa-unknown', psa: shorten(psa) }));
  if (found.length > 1) {
    const psas = found.map((one) => one.psaConnectionId);
    return refuse(remark(`The line does not tell which PSA the company ${shorten(companyId)} is of: ${psas.map((id) => `"${id}"`).join(' or ')}. Give it in the column psa_connection_id.`, { code: 'import-psa-unclear', company: shorten(companyId), psas }));
  }
  const company = { psaConnectionId, companyId: companyId.trim() as CompanyId, line };
  const known = draft.companies.get(companyKeyText(company));
  if (known) return refuse(remark(`Line ${known.line} says the same. Keep one of them.`, { code: 'import-said-before', line: known.line }));
  draft.companies.set(companyKeyText(company), company);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
