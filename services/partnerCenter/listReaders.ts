import type { AccountTenant } from '../domain/tenant.js';
import { remark, type Remark } from '../domain/remark.js';
import type { RowKind } from '../domain/remarkFacts.js';
import { readPages, whyStopped, type Page } from '../runtime/readPages.js';
import type { SourceTools } from '../runtime/sourceTools.js';
import type { PartnerAccountAccess } from './account.js';
import { createCustomersReader, firstCustomers, partnerCenterResource, type ReadRun } from './client.js';
import { system } from './continuation.js';
import { createDelegatedReader, firstDelegated, graphResource, graphSystem } from './delegatedCustomers.js';
import { toAccountTenant, toDelegatedTenant } from './mapper.js';
import type { SignIn } from './signIn.js';

/** `why`: one for each thing that is missing. */
export type TenantReading = { readonly items: readonly AccountTenant[]; readonly why: readonly Remark[] };

/** One of the lists that make up an account. Both methods reject when the first page does not come. */
export type ListReader = {
  readAll(run: ReadRun, onCount: (count: number) => void): Promise<TenantReading>;
  /** How many rows there are; null when there are more pages than one. */
  readFirst(run: ReadRun): Promise<number | null>;
};

type ListOf<Row, Cursor> = {
  readonly system: string;
  readonly rows: RowKind;
  readonly first: Cursor;
  readonly readPage: (cursor: Cursor, run: ReadRun) => Promise<Page<Row, Cursor>>;
  readonly keyOf: (cursor: Cursor) => string;
  readonly toTenant: (row: Row) => AccountTenant | undefined;
};

export function createListReaders(account: PartnerAccountAccess, signIn: SignIn, tools: SourceTools): { readonly customers: ListReader; readonly delegated: ListReader } {
  const { partnerAccountId } = account;
  const { partnerCenterOrigin, graphOrigin } = tools.anchors;
  return {
    customers: readerOf({
      system,
      rows: 'tenants',
      first: firstCustomers(partnerCenterOrigin),
      readPage: createCustomersReader(account, signIn.tokensFor(partnerCenterResource), tools),
      keyOf: ({ url, token }) => `${url}\n${token ?? ''}`,
      toTenant: (customer) => toAccountTenant(partnerAccountId, customer),
    }),
    delegated: readerOf({
      system: graphSystem,
      rows: 'delegated-customers',
      first: firstDelegated(graphOrigin),
      readPage: createDelegatedReader(account, signIn.tokensFor(graphResource), tools),
      keyOf: (url) => url,
      toTenant: (customer) => toDelegatedTenant(partnerAccountId, customer),
    }),
  };
}

function readerOf<Row, Cursor>({ system, rows, first, readPage, keyOf, toTenant }: ListOf<Row, Cursor>): ListReader {
  const readTenants = async (cursor: Cursor, run: ReadRun): Promise<Page<AccountTenant, Cursor>> => {
    const page = await readPage(cursor, run);
    const items = page.items.map(toTenant).filter((tenant) => tenant !== undefined);
    return { ...page, items, unreadable: page.unreadable + page.items.length - items.length };
  };
  return {
    async readAll(run, onCount) {
      const { items, count, unreadable, failure } = await readPages({ system, first, readPage: (cursor) => readTenants(cursor, run), keyOf, idOf: ({ tenantId }) => tenantId, onPage: onCount });
      return { items, why: [...(failure ? [whyStopped(system, { count, failure }, rows)] : []), ...(unreadable > 0 ? [withoutId(unreadable)] : [])] };
    },
    async readFirst(run) {
      const { items, next, failure } = await readTenants(first, run);
      if (failure) throw failure;
      return next === null ? items.length : null;
    },
  };
}

function withoutId(count: number): Remark {
  const sentence = count === 1 ? 'One customer came without a readable tenant id and is missing.' : `${count.toLocaleString('en-US')} customers came without a readable tenant id and are missing.`;
  return remark(sentence, { code: 'rows-without-tenant-id', count });
}
