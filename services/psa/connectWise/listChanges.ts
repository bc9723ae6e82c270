import type { Company } from '../../domain/company.js';
import type { CompanyId } from '../../domain/ids.js';
import type { RunOptions } from '../../domain/progress.js';
import type { SourceChanges } from '../../domain/sync.js';
import { AppError } from '../../runtime/errors.js';
import { readIfAllowed } from '../../runtime/readPages.js';
import type { ConnectWiseAccess, ConnectWiseClient } from './client.js';
import { leftOut, readTypesAndStatuses } from './companyKinds.js';
import { moment } from './conditions.js';
import { system } from './discovery.js';
import { addDomains, isListed, toCompany, toContactDomains, type ContactDomains } from './mapper.js';
import { readTable, readWholeTable } from './readTable.js';
import { companiesPath, companyFields, companyRow, contactFields, contactOwner, contactOwnerFields, contactRow, contactsPath, type CompanyRow } from './schema.js';

/** Their clock and ours may differ, and a change may become visible a little after its own time. */
const lookBackMs = 10 * 60_000;
/** So that addresses stay short. */
const idsPerCall = 100;

/** Companies that changed, and those whose contacts did. */
export async function listChanges(client: ConnectWiseClient, { psaConnectionId, participation }: ConnectWiseAccess, since: string, { signal }: Pick<RunOptions, 'signal'> = {}): Promise<SourceChanges<Company>> {
  const conditions = `lastUpdated > ${moment(new Date(Date.parse(since) - lookBackMs))}`;
  const out = leftOut(await readTypesAndStatuses(client, signal), participation);
  const changed = await readChanged(client, conditions, signal);
  const owners = await readAllowed(readTable(client, { path: contactsPath, conditions, fields: contactOwnerFields, schema: contactOwner, signal }));
  const known = new Set(changed.map(({ id }) => id));
  const others = [...new Set(owners.flatMap(({ company }) => company?.id ?? []))].filter((id) => !known.has(id));
  const rows = [...changed, ...(await readByIds(others, (some) => readWholeTable(client, 'companies', { path: companiesPath, conditions: `id in (${some})`, fields: companyFields, schema: companyRow, signal })))];

  const inactiveStatusIds = out.statusIds;
  const listed = rows.filter((row) => isListed(row, { otherTypeIds: out.typeIds }));
  const schema = contactRow.transform(toContactDomains);
  const contacts = await readByIds<ContactDomains>(
    listed.map(({ id }) => id),
    (some) => readAllowed(readTable(client, { path: contactsPath, conditions: `inactiveFlag=False and company/id in (${some})`, fields: contactFields, schema, signal })),
  );
  const emailDomains = new Map<string, readonly string[]>();
  for (const contact of contacts) addDomains(emailDomains, contact);
  const listedIds = new Set(listed.map(({ id }) => id));
  return {
    changed: listed.map((row) => toCompany(row, { psaConnectionId, inactiveStatusIds, emailDomains })),
    gone: [...rows.map(({ id }) => id).filter((id) => !listedIds.has(id)), ...others.filter((id) => !rows.some((row) => row.id === id))].map((id) => id as CompanyId),
  };
}

/** The deleted ones, too. The count proves that none is missing. */
async function readChanged(client: ConnectWiseClient, conditions: string, signal: AbortSignal | undefined): Promise<readonly CompanyRow[]> {
  const expected = await client.countRows(companiesPath, conditions, signal);
  const rows = expected === 0 ? [] : await readWholeTable(client, 'companies', { path: companiesPath, conditions, fields: companyFields, schema: companyRow, signal });
  if (rows.length >= expected) return rows;
  throw new AppError('source-odd-answer', `${system} gave ${rows.length} of ${expected} changed companies`, { sentence: `ConnectWise gave only ${rows.length.toLocaleString('en-US')} of ${expected.toLocaleString('en-US')} companies that changed.`, facts: [{ code: 'changes-short', system, count: rows.length, expected }] });
}

/** Without the right to read contacts there are none, as in a whole list. */
async function readAllowed<Row>(read: ReturnType<typeof readTable<Row & { readonly id: string }>>): Promise<readonly Row[]> {
  const { items, failure } = await readIfAllowed(read);
  if (failure) throw failure;
  return items;
}

async function readByIds<Row>(ids: readonly string[], read: (ids: string) => Promise<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += idsPerCall) rows.push(...(await read(ids.slice(start, start + idsPerCall).join(','))));
  return rows;
}
