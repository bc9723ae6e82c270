import type { RunOptions } from '../../domain/progress.js';
import { remark, type Remark } from '../../domain/remark.js';
import type { SourceAccess } from '../../domain/sync.js';
import { toAppError } from '../../runtime/errors.js';
import type { ConnectWiseAccess, ConnectWiseClient } from './client.js';
import { leftOut, readTypesAndStatuses } from './companyKinds.js';
import { findsNoField } from './customFields.js';
import { isActive, isListed } from './mapper.js';
import { readTable } from './readTable.js';
import { companiesPath, contactsPath, notDeleted, participationFields, participationRow } from './schema.js';

/** Up to here every company is looked at: only so can be said which of them are vendors. A look takes one call for 1,000. */
const mostLookedAt = 20_000;

export async function checkAccess(client: ConnectWiseClient, { settings, participation }: ConnectWiseAccess, { signal }: Pick<RunOptions, 'signal'> = {}): Promise<SourceAccess> {
  const announced = await client.countRows(companiesPath, notDeleted, signal);
  const out = leftOut(await readTypesAndStatuses(client, signal), participation);
  const limits: Remark[] = [];
  if (announced === 0) limits.push(remark('The keys are right, but no company is readable. The security role of the API member needs "inquire all" for companies.', { code: 'nothing-readable', right: 'Companies: inquire all' }));
  if (!(await areContactsReadable(client, signal))) limits.push(remark('Contacts are not readable: matching by e-mail domain is weaker. The security role of the API member needs "inquire all" for contacts.', { code: 'details-unreadable', of: 'contacts' }, { code: 'right-needed', right: 'Contacts: inquire all' }));
  if (settings.tenantIdField && (await findsNoField(client, settings.tenantIdField, signal))) limits.push(remark(`Companies have no custom field called "${settings.tenantIdField}", so tenant ids can't be stored.`, { code: 'field-absent', field: settings.tenantIdField }));
  if (announced > mostLookedAt) return { count: null, limits: [...limits, remark(`${announced.toLocaleString('en-US')} companies are readable; how many of them take part is known after the first sync.`, { code: 'counted-later', count: announced })] };

  const context = { inactiveStatusIds: out.statusIds, otherTypeIds: out.typeIds };
  const { items, failure } = await readTable(client, { path: companiesPath, conditions: notDeleted, fields: participationFields, schema: participationRow, signal });
  if (failure) throw failure;
  return { count: items.filter((row) => isListed(row, context) && isActive(row, context)).length, limits };
}

async function areContactsReadable(client: ConnectWiseClient, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await client.countRows(contactsPath, 'inactiveFlag=False', signal);
    return true;
  } catch (error) {
    const { code } = toAppError(error);
    if (code === 'source-forbidden' || code === 'source-unauthorized') return false;
    throw error;
  }
}
