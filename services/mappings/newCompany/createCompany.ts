import type { Company } from '../../domain/company.js';
import type { CompanyId, PsaConnectionId, TenantId } from '../../domain/ids.js';
import type { Caller } from '../../domain/organization.js';
import { joinRemarks, remark, type Remark } from '../../domain/remark.js';
import type { NewCompany } from '../../psa/psaAdapter.js';
import { AppError, toAppError } from '../../runtime/errors.js';
import type { Fence } from '../../storage/ports.js';
import { changeSetHead, hashRequest } from '../changeSetHead.js';
import { createCompanySets } from '../companySets.js';
import { companyPresenter, type CompanyView } from '../companyView.js';
import type { MappingPorts } from '../mappingPorts.js';
import { readMappingState, type MappingState } from '../readMappingState.js';
import { addToList } from './addToList.js';
import { creatorOf, type CreatingPsa } from './creatorOf.js';
import { findDuplicates, type DuplicateView } from './findDuplicates.js';
import { whileNobodyPulls } from './whileNobodyPulls.js';

export type CompanyFields = Omit<NewCompany, 'tenantId'>;
export type CreateCompanyRequest = {
  /** New for each company that a person asks for, the same when that is sent again. */
  readonly idempotencyKey: string;
  readonly tenantId: TenantId;
  readonly psaConnectionId: PsaConnectionId;
  readonly fields: CompanyFields;
  /** The possible duplicates that the person has seen and found to be others. */
  readonly seenCompanyIds: readonly CompanyId[];
};
export type CreateCompanyResult =
  | { kind: 'created'; company: CompanyView; /** true: an earlier try had created it; this one sent nothing. */ isRepeat: boolean }
  /** Nothing was sent: these may be the same organisation, and nobody has looked at them. */
  | ({ kind: 'duplicates'; duplicates: DuplicateView[] } & Remark)
  /** The PSA did not say what became of it and has no such company at this moment. Nothing is sent again under this key. */
  | ({ kind: 'unclear' } & Remark);

/** Of one step. */
const limitMs = 60_000;

/**
 * Creates a company in the PSA, once. The order is in the history before it is sent; the same key never sends another one, but looks for
 * the company by its name. AppError `bad-request` or `source-*`: the PSA refused, and has no such company.
 */
export function createCompany(ports: MappingPorts) {
  const companySet = createCompanySets();
  return async (caller: Caller, request: CreateCompanyRequest): Promise<CreateCompanyResult> => {
    const { orgId } = caller;
    const psa = creatorOf(await readMappingState(ports, orgId), request.psaConnectionId);
    return whileNobodyPulls(ports, orgId, psa, async ({ fence, signal: overtaken }) => {
      const order: Order = { ports, caller, request, psa, fence, overtaken };
      const state = await readMappingState(ports, orgId);
      if (await wasOrdered(order)) return settle(order, state);
      const tenant = state.lists.findTenant(request.tenantId);
      if (!tenant) throw new AppError('not-found', 'no account lists the tenant', { sentence: `No connected Partner Center account lists the tenant ${request.tenantId}.`, facts: [{ code: 'tenant-unlisted', tenantId: request.tenantId }] });
      const { name, website } = request.fields;
      const named = await psa.creator.findByName(name, { signal: withinLimit(order) });
      const duplicates = await findDuplicates({ ...ports, companySet }, orgId, state, { tenant, name, website, psa, named });
      const unseen = duplicates.filter(({ company }) => !request.seenCompanyIds.includes(company.companyId));
      if (unseen.length > 0) return { kind: 'duplicates', duplicates, ...maybeThere(psa.name, unseen.length) };
      return send(order, state);
    });
  };
}

function maybeThere(psa: string, count: number): Remark {
  return remark(`${count === 1 ? 'A company' : `${count} companies`} of ${psa} may be this one already. Look at ${count === 1 ? 'it' : 'them'} first; nothing was created.`, { code: 'companies-maybe-there', psa, count });
}

function unclear(...remarks: readonly Remark[]): CreateCompanyResult {
  const { why, facts } = joinRemarks(remarks);
  return { kind: 'unclear', sentence: why, facts };
}

type Order = { readonly ports: MappingPorts; readonly caller: Caller; readonly request: CreateCompanyRequest; readonly psa: CreatingPsa; readonly fence: Fence; /** Another process took over. */ readonly overtaken: AbortSignal };

const withinLimit = ({ overtaken }: Order) => AbortSignal.any([overtaken, AbortSignal.timeout(limitMs)]);
const keyOf = ({ idempotencyKey }: CreateCompanyRequest) => `company:${idempotencyKey}`;

function hashOf({ tenantId, psaConnectionId, fields, seenCompanyIds }: CreateCompanyRequest): string {
  const { name, website, phone, addressLine, city, typeId } = fields;
  return hashRequest(JSON.stringify([tenantId, psaConnectionId, name, website, phone, addressLine, city, typeId, [...seenCompanyIds].sort()]));
}

async function wasOrdered({ ports, caller, request }: Order): Promise<boolean> {
  const earlier = await ports.store.mappings.findChangeSetByKey(caller.orgId, keyOf(request));
  if (earlier && earlier.requestHash !== hashOf(request)) throw new AppError('key-reused', 'the idempotency key belongs to another company');
  return earlier !== undefined;
}

async function send(order: Order, state: MappingState): Promise<CreateCompanyResult> {
  const { ports, caller, request, psa } = order;
  const { orgId } = caller;
  const { tenantId, psaConnectionId, fields } = request;
  const head = changeSetHead(caller, { idempotencyKey: keyOf(request), requestHash: hashOf(request), at: ports.clock.now().toISOString(), skipped: [{ tenantId, psaConnectionId }], reason: `Asked ${psa.name} to create the company "${fields.name}"` });
  const claimed = await ports.store.mappings.commit(orgId, { ...head, changes: [] });
  if (claimed.kind !== 'saved' || claimed.isRepeat) return settle(order, state);
  try {
    const company = await psa.creator.createCompany({ ...fields, tenantId: null }, { signal: withinLimit(order) });
    ports.logger.info({ orgId, psaConnectionId, companyId: company.companyId, userId: caller.person.userId }, 'company created');
    return await keep(order, state, company, false);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'internal' || error.code === 'storage-unavailable') throw error;
    ports.logger.warn({ orgId, psaConnectionId, code: error.code, err: error }, 'creating a company failed');
    return settle(order, state, error);
  }
}

/** Nobody knows what became of the order: the company is looked for. Those that were there before have been seen, or nothing would have been sent. */
async function settle(order: Order, state: MappingState, failure?: AppError): Promise<CreateCompanyResult> {
  const { request, psa } = order;
  const { name } = request.fields;
  const named = await psa.creator.findByName(name, { signal: withinLimit(order) }).catch((thrown: unknown) => toAppError(thrown));
  if (named instanceof AppError) {
    order.ports.logger.warn({ psaConnectionId: psa.psaConnectionId, code: named.code, err: named }, 'a company that may have been created could not be looked for');
    return unclear(failure ?? named, remark(`Nobody can tell yet whether the company "${name}" was created. Look again in a moment.`, { code: 'creation-untold', company: name }));
  }
  const found = named.find(({ companyId }) => !request.seenCompanyIds.includes(companyId));
  if (found) return keep(order, state, found, failure === undefined);
  if (failure && isRefusal(failure)) throw failure;
  return unclear(...(failure ? [failure] : []), remark(`${psa.name} did not confirm that the company "${name}" was created, and has no new company of that name at this moment. Look there before you create it again.`, { code: 'creation-unconfirmed', psa: psa.name, company: name }));
}

/** Surely nothing was created. */
function isRefusal({ code }: AppError): boolean {
  return code === 'bad-request' || code === 'source-unauthorized' || code === 'source-forbidden' || code === 'source-blocked' || code === 'source-throttled';
}

async function keep({ ports, caller, fence }: Order, { sources, units }: MappingState, company: Company, isRepeat: boolean): Promise<CreateCompanyResult> {
  await addToList(ports.store.sources, caller.orgId, company, fence);
  return { kind: 'created', company: companyPresenter(sources.psaConnections, units)(company), isRepeat };
}
