import { listConnections, type SourceHealth } from '../connections/listConnections.js';
import type { ConnectedSources, ConnectionDirectory } from '../connections/connectionDirectory.js';
import type { Company } from '../domain/company.js';
import type { Ignored } from '../domain/draft.js';
import type { PsaConnectionId } from '../domain/ids.js';
import type { MappingUnit } from '../domain/mapping.js';
import type { Caller } from '../domain/organization.js';
import { joinRemarks, remark, type Remark } from '../domain/remark.js';
import type { HeldBack } from '../domain/sync.js';
import type { Tenant } from '../domain/tenant.js';
import { toSearchText } from '../domain/toSearchText.js';
import type { Clock } from '../runtime/clock.js';
import type { Store } from '../storage/ports.js';
import { nameOfSource, psaNameOf } from './nameOfSource.js';
import type { SourceListReader } from './sourceLists.js';
import type { SyncMonitor } from './syncMonitor.js';

/** `hidden`: a filter, a link or a person's decision keeps it out of sight. `held-back`: the source has it, but it takes no part. */
export type Finding = {
  what: 'tenant' | 'company';
  kind: 'shown' | 'hidden' | 'held-back';
  name: string;
  /** What tells same-named ones apart: a domain, a city, an id. */
  detail: string;
  /** Names of the partner accounts, or of the PSA connection, that list it. */
  listedBy: string[];
  why: Remark[];
};
/** `sources`: every list that was looked through, and how far it can be trusted. `total` counts all findings. */
export type MissingAnswer = { findings: Finding[]; total: number; sources: { name: string; health: SourceHealth }[] };

type Ports = { readonly connections: ConnectionDirectory; readonly sourceLists: SourceListReader; readonly store: Store; readonly syncMonitor: SyncMonitor; readonly clock: Clock };

const most = 50;

/** Looks for a customer by name, domain or id in all lists, and says for each place where it is what hides it there. */
export function findMissing(ports: Ports) {
  const list = listConnections(ports);
  return async (caller: Pick<Caller, 'orgId'>, { query }: { readonly query: string }): Promise<MissingAnswer> => {
    const { orgId } = caller;
    const [lists, sources, units, draft, connected] = await Promise.all([
      ports.sourceLists.read(orgId),
      ports.connections.connectionsOf(orgId),
      ports.store.mappings.listUnits(orgId),
      ports.store.drafts.read(orgId, 0),
      list(caller),
    ]);
    const fits = fitting(query);
    const context: Context = { sources, units, ignored: new Map(draft.rows.map(({ tenantId, ignored }) => [tenantId, ignored])), today: ports.clock.now().toISOString().slice(0, 10), companyName: (psaConnectionId, companyId) => lists.findCompany({ psaConnectionId, companyId })?.name };
    const findings = [
      ...lists.tenants.filter(({ name, domain, tenantId }) => fits(name, domain, tenantId)).map((tenant) => judgeTenant(tenant, context)),
      ...lists.companies.filter(({ name, website, emailDomains, companyId, identifier }) => fits(name, website, ...emailDomains, companyId, identifier)).map((company) => judgeCompany(company, context)),
      // A change may have brought one back since the last whole list.
      ...lists.heldBack.filter((company) => fits(company.name, company.companyId) && !lists.findCompany(company)).map((company) => judgeHeldBack(company, context)),
    ];
    // What hides something comes first: that is what was asked.
    findings.sort((a, b) => Number(a.kind === 'shown') - Number(b.kind === 'shown'));
    return {
      findings: findings.slice(0, most),
      total: findings.length,
      sources: [...connected.partnerAccounts, ...connected.psaConnections].map((source) => ({ name: nameOfSource(source), health: source.health })),
    };
  };
}

type Context = {
  readonly sources: ConnectedSources;
  readonly units: readonly MappingUnit[];
  readonly ignored: ReadonlyMap<string, Ignored | null>;
  readonly today: string;
  readonly companyName: (psaConnectionId: PsaConnectionId, companyId: Company['companyId']) => string | undefined;
};

/** All words must occur in one of the texts or another. */
function fitting(query: string): (...texts: readonly string[]) => boolean {
  const words = toSearchText(query.replace(/^(https?:\/\/)?(www\.)?/i, '').replace(/\/.*$/, '')).split(' ');
  return (...texts) => {
    const all = toSearchText(texts.join(' '));
    return words.every((word) => all.includes(word));
  };
}

function judgeTenant({ tenantId, name, domain, sources: accounts }: Tenant, { sources, units, ignored, today, companyName }: Context): Finding {
  const links = units.filter((unit) => unit.tenantId === tenantId).flatMap(({ psaConnectionId, links }) => links.map((link) => `${companyName(psaConnectionId, link.companyId) ?? link.companyNameThen} (${psaNameOf(sources, psaConnectionId)})`));
  const now = ignored.get(tenantId);
  const isIgnored = now && (now.until === null || now.until > today);
  const why = [
    ...(links.length > 0 ? [remark(`It is linked already, to ${links.join(' and ')}. The bulk page shows it with "Show already added tenants".`, { code: 'linked-already', companies: links })] : []),
    ...(isIgnored ? [ignoredBy(now)] : []),
  ];
  const listedBy = accounts.map(({ partnerAccountId }) => sources.partnerAccounts.find((account) => account.partnerAccountId === partnerAccountId)?.name ?? partnerAccountId);
  return { what: 'tenant', kind: why.length > 0 ? 'hidden' : 'shown', name, detail: domain || tenantId, listedBy, why: why.length > 0 ? why : [remark('It is on the bulk page.', { code: 'on-bulk-page' })] };
}

function ignoredBy({ decidedBy: { name: person }, until, reason }: Ignored): Remark {
  const sentence = `${person} ignores it${until === null ? '' : ` until ${until}`}${reason === '' ? '' : `: ${reason}`}. The bulk page shows it under "Ignored".`;
  return remark(sentence, { code: 'ignored-by', person, until, reason });
}

function judgeCompany({ psaConnectionId, companyId, name, website, city, status, isActive }: Company, { sources, units }: Context): Finding {
  const count = units.filter((unit) => unit.psaConnectionId === psaConnectionId && unit.links.some((link) => link.companyId === companyId)).length;
  const why = [
    ...(isActive ? [] : [remark(`Its status${status === '' ? '' : ` "${status}"`} makes it inactive: it comes last in searches, and auto-map does not choose it by itself.`, { code: 'inactive-status', status })]),
    ...(count > 0 ? [remark(`It is linked to ${count === 1 ? 'one tenant' : `${count} tenants`} already.`, { code: 'company-linked', count })] : []),
  ];
  return { what: 'company', kind: isActive ? 'shown' : 'hidden', name, detail: [website || city, `#${companyId}`].filter((text) => text !== '').join(', '), listedBy: [psaNameOf(sources, psaConnectionId)], why: why.length > 0 ? why : [remark('It can be chosen for any tenant.', { code: 'can-be-chosen' })] };
}

function judgeHeldBack({ psaConnectionId, companyId, name, why, facts }: HeldBack, { sources }: Context): Finding {
  const told = joinRemarks([{ sentence: why, facts }, remark('So it is not offered here.', { code: 'not-offered' })]);
  return { what: 'company', kind: 'held-back', name, detail: `#${companyId}`, listedBy: [psaNameOf(sources, psaConnectionId)], why: [{ sentence: told.why, facts: told.facts }] };
}
