import type { CandidateView, Suggestion } from '../../../contracts/autoMap.js';
import type { CompanyView } from '../../../contracts/companies.js';
import type { SaveRow } from '../../../contracts/mappings.js';
import type { TenantRow } from '../../../contracts/tenants.js';

/** What the form of the individual add holds. null: any. */
export type AddForm = {
  readonly psaConnectionId: string | null;
  readonly company: CompanyView | undefined;
  readonly partnerAccountId: string | null;
  readonly tenant: TenantRow | undefined;
  readonly showAdded: boolean;
  readonly find: string;
};

export const emptyForm: AddForm = { psaConnectionId: null, company: undefined, partnerAccountId: null, tenant: undefined, showAdded: false, find: '' };

const maxShown = 50;

/** Names of the companies that a tenant is linked to, in every PSA. */
export function linkedNames(tenant: TenantRow): string[] {
  return tenant.units.flatMap(({ links }) => links.map(({ companyName }) => companyName));
}

/** The tenants that the picker offers, at most 50 of `total`; `hidden` would fit too but are added already. */
export function offeredTenants(tenants: readonly TenantRow[], form: AddForm): { readonly shown: readonly TenantRow[]; readonly total: number; readonly hidden: number } {
  const words = form.find.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = tenants.filter(({ name, domain, tenantId, sources }) => {
    if (form.partnerAccountId !== null && !sources.some((source) => source.partnerAccountId === form.partnerAccountId)) return false;
    const text = `${name}\n${domain}\n${tenantId}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const offered = form.showAdded ? fitting : fitting.filter((tenant) => linkedNames(tenant).length === 0);
  return { shown: offered.slice(0, maxShown), total: offered.length, hidden: fitting.length - offered.length };
}

/** Changing one field drops what no longer fits it, and nothing else. */
export function changeForm(form: AddForm, change: Partial<AddForm>): AddForm {
  const next = { ...form, ...change };
  const { company, tenant } = next;
  const companyFits = !company || next.psaConnectionId === null || company.psaConnectionId === next.psaConnectionId;
  const accountFits = !tenant || next.partnerAccountId === null || tenant.sources.some(({ partnerAccountId }) => partnerAccountId === next.partnerAccountId);
  const shownFits = !tenant || next.showAdded || linkedNames(tenant).length === 0;
  return { ...next, company: companyFits ? company : undefined, tenant: accountFits && shownFits ? tenant : undefined };
}

export function isLinkedAlready({ tenant, company }: Pick<AddForm, 'tenant' | 'company'>): boolean {
  return tenant?.units.some((unit) => unit.psaConnectionId === company?.psaConnectionId && unit.links.some(({ companyId }) => companyId === company.companyId)) ?? false;
}

type Opinion = { readonly outcome: Suggestion['kind']; readonly candidates: readonly CandidateView[] };

/** The company to offer while none is chosen. A mere guess is not offered: a wrong link bills the wrong customer. */
export function firstOpinion({ outcome, candidates }: Opinion): CandidateView | undefined {
  return outcome === 'unmatched' ? undefined : candidates[0];
}

/** The company that auto-map is sure of, where the person chose another one; undefined: nothing to say. */
export function secondOpinion({ tenant, company }: AddForm, { outcome, candidates }: Opinion): CandidateView | undefined {
  const best = candidates[0];
  if (!tenant || !company || !best || outcome !== 'matched' || best.confidence.band === 'low' || isSameCompany(best.company, company)) return undefined;
  return isLinkedAlready({ tenant, company: best.company }) ? undefined : best;
}

function isSameCompany(a: CompanyView, b: CompanyView): boolean {
  return a.psaConnectionId === b.psaConnectionId && a.companyId === b.companyId;
}

/** What Save sends; undefined while something is missing or the pair is linked already. */
export function toSaveRow(form: AddForm): SaveRow | undefined {
  const { tenant, company, partnerAccountId } = form;
  if (!tenant || !company || isLinkedAlready(form)) return undefined;
  const { psaConnectionId, companyId } = company;
  return {
    action: linkedNames(tenant).length > 0 ? 'link-also' : 'link',
    tenantId: tenant.tenantId,
    psaConnectionId,
    companyId,
    baseVersion: tenant.units.find((unit) => unit.psaConnectionId === psaConnectionId)?.version ?? 0,
    origin: 'manual',
    ...(partnerAccountId === null ? {} : { partnerAccountId }),
  };
}
