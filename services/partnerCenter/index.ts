import { randomUUID } from 'node:crypto';
import type { RunOptions } from '../domain/progress.js';
import { joinRemarks, type Remark } from '../domain/remark.js';
import type { SourceAccess, SourceList } from '../domain/sync.js';
import type { AccountTenant } from '../domain/tenant.js';
import { AppError, toAppError } from '../runtime/errors.js';
import type { SourceTools } from '../runtime/sourceTools.js';
import type { PartnerAccountAccess } from './account.js';
import { createDomainProver } from './domainProver.js';
import { createGraphDomains } from './graphDomains.js';
import { createListReaders, type ListReader, type TenantReading } from './listReaders.js';
import { mergeLists } from './mapper.js';
import type { PartnerCenter } from './partnerCenter.js';
import { createSignIn } from './signIn.js';

export type { AppProof, PartnerAccountAccess } from './account.js';
export type { PartnerCenter } from './partnerCenter.js';
export type { RefreshTokenStore } from './refreshTokens.js';

/** Nothing is sent before the first call. AppError `configuration` for a certificate that can't be used. */
export function connectPartnerCenter(account: PartnerAccountAccess, tools: SourceTools): PartnerCenter {
  const { lists = 'customers' } = account;
  const signIn = createSignIn(account, tools);
  const readers = createListReaders(account, signIn, tools);
  const graphDomains = account.domainProof === 'graph' ? createGraphDomains(account, signIn, tools) : undefined;
  const chosen = [...(lists === 'delegated' ? [] : [readers.customers]), ...(lists === 'customers' ? [] : [readers.delegated])];

  async function listTenants({ signal, onProgress }: RunOptions = {}): Promise<SourceList<AccountTenant>> {
    const correlationId = randomUUID();
    const readings: { reader: ListReader; read: TenantReading | AppError }[] = [];
    let earlier = 0;
    for (const reader of chosen) {
      const before = earlier;
      const read = await orFailure(reader.readAll({ correlationId, signal }, (count) => onProgress?.(before + count, 0)));
      readings.push({ reader, read });
      earlier += read instanceof AppError ? 0 : read.items.length;
    }
    // Of two lists one may do, as a partial one.
    const failures = readings.flatMap(({ read }) => (read instanceof AppError ? [read] : []));
    if (failures[0] && failures.length === chosen.length) throw failures[0];
    const itemsOf = (reader: ListReader) => readings.flatMap((one) => (one.reader === reader && !(one.read instanceof AppError) ? one.read.items : []));
    const items = mergeLists(itemsOf(readers.customers), itemsOf(readers.delegated));
    const why = readings.flatMap(({ read }) => (read instanceof AppError ? [remarkOf(read)] : read.why));
    return why.length === 0 ? { kind: 'complete', items } : { kind: 'partial', items, expected: null, ...joinRemarks(why) };
  }

  async function checkAccess({ signal }: Pick<RunOptions, 'signal'> = {}): Promise<SourceAccess> {
    const correlationId = randomUUID();
    const first = await Promise.all(chosen.map((reader) => orFailure(reader.readFirst({ correlationId, signal }))));
    const failures = first.flatMap((count) => (count instanceof AppError ? [count] : []));
    if (failures[0] && failures.length === chosen.length) throw failures[0];
    const [only] = first;
    // Any domain does: it is the right to ask that is tried.
    const domains = graphDomains && (await orFailure(graphDomains.findTenant('microsoft.com', signal)));
    // Two lists overlap, so their sum says nothing.
    return { count: first.length === 1 && typeof only === 'number' ? only : null, limits: [...failures, ...(domains instanceof AppError ? [domains] : [])].map(remarkOf) };
  }

  return { listTenants, checkAccess, ...(graphDomains && { domains: createDomainProver(account, graphDomains, tools) }) };
}

function remarkOf({ sentence, facts }: AppError): Remark {
  return { sentence, facts };
}

/** What one of two lists may fail with; a cancellation, or a mistake of ours, ends both. */
async function orFailure<Value>(run: Promise<Value>): Promise<Value | AppError> {
  try {
    return await run;
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'cancelled' || error.code === 'internal') throw thrown;
    return error;
  }
}
