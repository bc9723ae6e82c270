import type { PsaConnectionId, TenantId } from '../../domain/ids.js';
import type { Caller } from '../../domain/organization.js';
import { readDomain } from '../../matching/domains/readDomain.js';
import { bareName } from '../../matching/names/bareName.js';
import { AppError } from '../../runtime/errors.js';
import { createCompanySets } from '../companySets.js';
import type { MappingPorts } from '../mappingPorts.js';
import { readMappingState } from '../readMappingState.js';
import { creatorOf, type CreatingPsa } from './creatorOf.js';
import { findDuplicates, type DuplicateView } from './findDuplicates.js';
import type { CompanyFields } from './createCompany.js';

/** What the form begins with. `types` to choose from: those whose companies take part; none where the PSA has no such thing. */
export type NewCompanyForm = { psaName: string; fields: CompanyFields; types: { id: string; name: string }[]; duplicates: DuplicateView[] };

const limitMs = 45_000;

/** Fields filled in from the tenant, and first of all the companies that may be this one already, asked of the PSA at this moment. */
export function prepareNewCompany(ports: MappingPorts) {
  const companySet = createCompanySets();
  return async ({ orgId }: Pick<Caller, 'orgId'>, { tenantId, psaConnectionId }: { readonly tenantId: TenantId; readonly psaConnectionId: PsaConnectionId }): Promise<NewCompanyForm> => {
    const state = await readMappingState(ports, orgId);
    const psa = creatorOf(state, psaConnectionId);
    const tenant = state.lists.findTenant(tenantId);
    if (!tenant) throw new AppError('not-found', 'no account lists the tenant', { sentence: `No connected Partner Center account lists the tenant ${tenantId}.`, facts: [{ code: 'tenant-unlisted', tenantId }] });
    const name = bareName(tenant.name);
    const website = readDomain(tenant.domain).domain === '' ? '' : tenant.domain;
    const signal = AbortSignal.timeout(limitMs);
    const [types, named] = await Promise.all([typesOf(ports, orgId, psa, signal), name === '' ? [] : psa.creator.findByName(name, { signal })]);
    const duplicates = await findDuplicates({ ...ports, companySet }, orgId, state, { tenant, name, website, psa, named });
    return { psaName: psa.name, fields: { name, website, phone: '', addressLine: '', city: '', typeId: null }, types, duplicates };
  };
}

/** A company of another type would be gone from the list with the next refresh. */
async function typesOf({ store }: MappingPorts, orgId: Caller['orgId'], { psaConnectionId, adapter }: CreatingPsa, signal: AbortSignal): Promise<{ id: string; name: string }[]> {
  if (!adapter.kinds) return [];
  const [{ types }, stored] = await Promise.all([adapter.kinds.listKinds({ signal }), store.connections.list(orgId)]);
  const chosen = stored.find(({ source, isRemoved }) => !isRemoved && source.kind === 'psa-connection' && source.psaConnectionId === psaConnectionId)?.participation.typeIds ?? null;
  return types.filter(({ id, takesPartByDefault }) => (chosen === null ? takesPartByDefault : chosen.includes(id))).map(({ id, name }) => ({ id, name }));
}
