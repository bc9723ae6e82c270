import { randomUUID } from 'node:crypto';
import type { RunOptions } from '../domain/progress.js';
import type { SourceList } from '../domain/sync.js';
import type { AccountTenant } from '../domain/tenant.js';
import { readPages, whyStopped } from '../runtime/readPages.js';
import type { SourceTools } from '../runtime/sourceTools.js';
import { createCustomersReader, firstCustomers, type PartnerAccountAccess } from './client.js';
import { system } from './continuation.js';
import { toAccountTenant } from './mapper.js';
import type { PartnerCenter } from './partnerCenter.js';

export type { PartnerAccountAccess } from './client.js';
export type { PartnerCenter } from './partnerCenter.js';

/** Nothing is sent before the first `listTenants`. */
export function connectPartnerCenter(account: PartnerAccountAccess, tools: SourceTools): PartnerCenter {
  const readCustomers = createCustomersReader(account, tools);

  async function listTenants({ signal, onProgress }: RunOptions = {}): Promise<SourceList<AccountTenant>> {
    const run = { correlationId: randomUUID(), signal };
    const reading = await readPages({
      system,
      first: firstCustomers(tools.anchors.partnerCenterOrigin),
      readPage: async (from) => {
        const page = await readCustomers(from, run);
        const items = page.items.map((customer) => toAccountTenant(account.partnerAccountId, customer)).filter((tenant) => tenant !== undefined);
        return { ...page, items, unreadable: page.unreadable + page.items.length - items.length };
      },
      keyOf: ({ url, token }) => `${url}\n${token ?? ''}`,
      idOf: ({ tenantId }) => tenantId,
      onPage: (count) => onProgress?.(count, 0),
    });
    const { items, unreadable, failure } = reading;
    const why = [failure && whyStopped(system, { items, failure }, 'tenants'), unreadable > 0 && withoutIdSentence(unreadable)].filter((sentence) => typeof sentence === 'string');
    return why.length === 0 ? { kind: 'complete', items } : { kind: 'partial', items, expected: null, why: why.join(' ') };
  }

  return { listTenants };
}

function withoutIdSentence(count: number): string {
  return count === 1 ? 'One customer came without a readable tenant id and is missing.' : `${count.toLocaleString('en-US')} customers came without a readable tenant id and are missing.`;
}
