import type { Company } from '../../domain/company.js';
import type { RunOptions } from '../../domain/progress.js';
import { joinRemarks, remark } from '../../domain/remark.js';
import type { HeldBack, SourceList } from '../../domain/sync.js';
import { AppError } from '../../runtime/errors.js';
import { countOrFailure, walkIfAllowed, whyIncomplete } from '../../runtime/readPages.js';
import type { SourceTools } from '../../runtime/sourceTools.js';
import type { ConnectWiseAccess, ConnectWiseClient } from './client.js';
import { leftOut, readTypesAndStatuses } from './companyKinds.js';
import { system } from './discovery.js';
import { addDomains, isListed, toCompany, toContactDomains, toHeldBack } from './mapper.js';
import { walkTable } from './readTable.js';
import { companiesPath, companyFields, companyRow, contactFields, contactRow, contactsPath, notDeleted } from './schema.js';

/** What is known of a company before the contacts are all read. */
type Draft = Omit<Company, 'emailDomains'> & { emailDomains: readonly string[] };

/** Reads companies and contacts side by side, and maps each row as it comes, so that the raw one can go: lists may be long. */
export async function listCompanies(client: ConnectWiseClient, { psaConnectionId, participation }: ConnectWiseAccess, { logger }: SourceTools, { signal, onProgress }: RunOptions = {}): Promise<SourceList<Company>> {
  // Also the first proof of the keys.
  const announced = await client.countRows(companiesPath, notDeleted, signal);
  const out = leftOut(await readTypesAndStatuses(client, signal), participation);
  const context = { psaConnectionId, inactiveStatusIds: out.statusIds, otherTypeIds: out.typeIds };
  const items: Draft[] = [];
  const heldBack: HeldBack[] = [];
  const emailDomains = new Map<string, readonly string[]>();
  const company = companyRow.transform((row) => ({ id: row.id, ...(isListed(row, context) ? { listed: toCompany(row, context), heldBack: null } : { listed: null, heldBack: toHeldBack(row, psaConnectionId) }) }));
  const [companies, contacts] = await sideBySide(signal, [
    (linked) =>
      walkTable(client, { path: companiesPath, conditions: notDeleted, fields: companyFields, schema: company, signal: linked, onPage: (count) => onProgress?.(count, Math.max(count, announced)) }, (row) => {
        if (row.listed) items.push(row.listed);
        else heldBack.push(row.heldBack);
      }),
    (linked) => walkIfAllowed(walkTable(client, { path: contactsPath, conditions: 'inactiveFlag=False', fields: contactFields, schema: contactRow.transform(toContactDomains), signal: linked }, (row) => addDomains(emailDomains, row))),
  ]);
  for (const draft of items) draft.emailDomains = emailDomains.get(draft.companyId) ?? draft.emailDomains;
  const expected = companies.failure ? announced : await countOrFailure(client.countRows(companiesPath, notDeleted, signal));

  const why = whyIncomplete(system, companies, expected, 'companies');
  if (contacts.failure) why.push(remark('The contacts could not all be read, so some companies lack e-mail domains.', { code: 'domains-cut-off', of: 'contacts' }));
  logger.info({ psaConnectionId, read: companies.count, listed: items.length, expected, contacts: contacts.count }, 'ConnectWise companies read');
  return why.length === 0 ? { kind: 'complete', items, heldBack } : { kind: 'partial', items, heldBack, expected: expected instanceof AppError ? null : expected, ...joinRemarks(why) };
}

/** Both at the same time: the two calls that one connection may have under way. When one rejects, so does this, and the other is stopped. */
async function sideBySide<A, B>(signal: AbortSignal | undefined, [first, second]: readonly [(signal: AbortSignal) => Promise<A>, (signal: AbortSignal) => Promise<B>]): Promise<[A, B]> {
  const stop = new AbortController();
  const linked = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const runs = [first(linked), second(linked)] as const;
  try {
    return await Promise.all(runs);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(runs);
    throw error;
  }
}
