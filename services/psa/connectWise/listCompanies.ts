import type { Company } from '../../domain/company.js';
import type { RunOptions } from '../../domain/progress.js';
import type { SourceList } from '../../domain/sync.js';
import { AppError } from '../../runtime/errors.js';
import { countOrFailure, readIfAllowed, whyIncomplete } from '../../runtime/readPages.js';
import type { SourceTools } from '../../runtime/sourceTools.js';
import type { ConnectWiseAccess, ConnectWiseClient } from './client.js';
import { leftOut, readTypesAndStatuses } from './companyKinds.js';
import { system } from './discovery.js';
import { createDomainBook, isListed, toCompany, toContactDomains, toHeldBack } from './mapper.js';
import { readTable } from './readTable.js';
import { companiesPath, companyFields, companyRow, contactFields, contactRow, contactsPath, notDeleted } from './schema.js';

/** Reads companies and contacts side by side, and maps each company as it comes, so that its raw row can go: lists may be long. */
export async function listCompanies(client: ConnectWiseClient, { psaConnectionId, participation }: ConnectWiseAccess, { logger }: SourceTools, { signal, onProgress }: RunOptions = {}): Promise<SourceList<Company>> {
  // Also the first proof of the keys.
  const announced = await client.countRows(companiesPath, notDeleted, signal);
  const out = leftOut(await readTypesAndStatuses(client, signal), participation);
  const context = { psaConnectionId, inactiveStatusIds: out.statusIds, otherTypeIds: out.typeIds, emailDomains: createDomainBook() };
  const schema = companyRow.transform((row) => ({ id: row.id, ...(isListed(row, context) ? { company: toCompany(row, context), heldBack: null } : { company: null, heldBack: toHeldBack(row, psaConnectionId) }) }));
  // Only the domains stay of a contact.
  const contact = contactRow.transform((row) => {
    context.emailDomains.add(toContactDomains(row));
    return { id: row.id };
  });
  const [reading, contacts] = await sideBySide(signal, [
    (linked) => readTable(client, { path: companiesPath, conditions: notDeleted, fields: companyFields, schema, signal: linked, onPage: (count) => onProgress?.(count, Math.max(count, announced)) }),
    (linked) => readIfAllowed(readTable(client, { path: contactsPath, conditions: 'inactiveFlag=False', fields: contactFields, schema: contact, signal: linked })),
  ]);
  const expected = reading.failure ? announced : await countOrFailure(client.countRows(companiesPath, notDeleted, signal));

  const items = reading.items.flatMap(({ company }) => company ?? []);
  const heldBack = reading.items.flatMap(({ heldBack }) => heldBack ?? []);
  const why = whyIncomplete(system, reading, expected, 'companies');
  if (contacts.failure) why.push('The contacts could not all be read, so some companies lack e-mail domains.');
  logger.info({ psaConnectionId, read: reading.items.length, listed: items.length, expected, contacts: contacts.items.length }, 'ConnectWise companies read');
  return why.length === 0 ? { kind: 'complete', items, heldBack } : { kind: 'partial', items, heldBack, expected: expected instanceof AppError ? null : expected, why: why.join(' ') };
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
