import type { TenantId } from '../domain/ids.js';
import type { AccountTenant, OwnDomain } from '../domain/tenant.js';
import { toAppError, type AppError } from '../runtime/errors.js';
import type { SourceTools } from '../runtime/sourceTools.js';
import type { PartnerAccountAccess } from './account.js';
import type { GraphDomains } from './graphDomains.js';
import type { DomainProver, DomainQuestion } from './partnerCenter.js';

/** One pull asks no more, so that lists come soon; the next one goes on. */
const most = { lookups: 300, reads: 100 };
/** What was learnt is good for so long. */
const weekMs = 7 * 24 * 60 * 60_000;
/** Without the permission nothing is asked for so long. */
const dayMs = 24 * 60 * 60_000;

type Known = Map<TenantId, readonly OwnDomain[]>;

/** Verified domains of customers who gave the rights; of all others, those domains of the companies of which Microsoft says whose they are. */
export function createDomainProver({ name }: Pick<PartnerAccountAccess, 'name'>, graph: GraphDomains, { clock, logger }: SourceTools): DomainProver {
  // What the lists do not keep: domains of nobody's or of strangers, and tenants that can't be read.
  const askedAt = new Map<string, number>();
  let restUntil = 0;

  /** Asks for each until the limit; ends early at a failure that would meet the next one as well. */
  async function askAll<Subject extends string>(subjects: readonly Subject[], ask: (subject: Subject) => Promise<void>): Promise<AppError | undefined> {
    for (const subject of subjects) {
      try {
        await ask(subject);
      } catch (thrown) {
        const error = toAppError(thrown);
        if (error.code === 'cancelled' || error.code === 'internal') throw thrown;
        return error;
      }
    }
    return undefined;
  }

  async function readVerified(tenants: readonly AccountTenant[], known: Known, isDue: (tenantId: TenantId) => boolean, signal: AbortSignal | undefined): Promise<AppError | undefined> {
    const readable = tenants.filter(({ tenantId, listedBy }) => listedBy?.includes('gdap') && isDue(tenantId)).slice(0, most.reads);
    return askAll(
      readable.map(({ tenantId }) => tenantId),
      async (tenantId) => {
        const now = clock.now();
        try {
          const asOf = now.toISOString();
          known.set(tenantId, (await graph.readVerified(tenantId, signal)).map((domain) => ({ name: domain, asOf })));
        } catch (thrown) {
          // This customer gave no such right, or the app is not known there; the next one may have.
          if (!isRefusal(toAppError(thrown))) throw thrown;
        }
        askedAt.set(tenantId, now.getTime());
      },
    );
  }

  async function lookUp(domains: readonly string[], known: Known, signal: AbortSignal | undefined): Promise<AppError | undefined> {
    const failure = await askAll(domains, async (domain) => {
      const tenantId = await graph.findTenant(domain, signal);
      for (const [owner, own] of known) if (owner !== tenantId && own.some((one) => one.name === domain)) known.set(owner, own.filter((one) => one.name !== domain));
      const own = tenantId === null ? undefined : known.get(tenantId);
      if (tenantId !== null && own) known.set(tenantId, [...own.filter((one) => one.name !== domain), { name: domain, asOf: clock.now().toISOString() }]);
      else askedAt.set(domain, clock.now().getTime());
    });
    if (failure && isRefusal(failure)) restUntil = clock.now().getTime() + dayMs;
    return failure;
  }

  return {
    async addOwnDomains(tenants, { known: before, companyDomains, signal }: DomainQuestion) {
      const nowMs = clock.now().getTime();
      const isFresh = (ms: number | undefined) => ms !== undefined && nowMs - ms < weekMs;
      const beforeOf = new Map(before.map(({ tenantId, ownDomains }) => [tenantId, ownDomains ?? []]));
      const known: Known = new Map(tenants.map(({ tenantId }) => [tenantId, beforeOf.get(tenantId) ?? []]));
      const hasOnlyFresh = (own: readonly OwnDomain[]) => own.length > 0 && own.every(({ asOf }) => isFresh(Date.parse(asOf)));
      const isDue = (tenantId: TenantId) => !isFresh(askedAt.get(tenantId)) && !hasOnlyFresh(known.get(tenantId) ?? []);
      const failures = [await readVerified(tenants, known, isDue, signal)];

      if (nowMs >= restUntil) {
        const told = new Set([...tenants.map(({ domain }) => domain), ...[...known.values()].flat().flatMap((own) => (isFresh(Date.parse(own.asOf)) ? [own.name] : []))]);
        const open = [...new Set(companyDomains)].filter((domain) => !told.has(domain) && !isFresh(askedAt.get(domain)));
        failures.push(await lookUp(open.slice(0, most.lookups), known, signal));
      }
      const codes = failures.flatMap((failure) => failure?.code ?? []);
      logger.info({ partnerAccount: name, withDomains: [...known.values()].filter((own) => own.length > 0).length, failures: codes }, 'domains of tenants');
      return tenants.map((tenant) => withOwn(tenant, known.get(tenant.tenantId) ?? []));
    },
  };
}

function withOwn(tenant: AccountTenant, ownDomains: readonly OwnDomain[]): AccountTenant {
  return ownDomains.length > 0 ? { ...tenant, ownDomains } : tenant;
}

function isRefusal({ code }: AppError): boolean {
  return code === 'source-forbidden' || code === 'source-unauthorized';
}
