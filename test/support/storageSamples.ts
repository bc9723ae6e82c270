import { createHash, randomUUID } from 'node:crypto';
import type { Company } from '../../services/domain/company.js';
import type { StoredConnection } from '../../services/domain/connection.js';
import type { CompanyId, OrgId, PartnerAccountId, PsaConnectionId, TenantId, UserId } from '../../services/domain/ids.js';
import type { ChangeSetRequest, CompanyLink, UnitChange, UnitKey } from '../../services/domain/mapping.js';
import type { AccountTenant } from '../../services/domain/tenant.js';
import type { NotifiedConversation } from '../../services/domain/notice.js';
import type { DraftWrite, StoredFile } from '../../services/storage/ports.js';

const person = { userId: 'aa000000-0000-4000-8000-000000000001' as UserId, name: 'Demo Mapper' };

/** An organization that no other test uses. */
export function newOrgId(): OrgId {
  return randomUUID() as OrgId;
}

/** The n-th unit: always the same tenant in the same PSA connection. */
export function unitKey(n: number): UnitKey {
  return { tenantId: `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000` as TenantId, psaConnectionId: 'psa-one' as PsaConnectionId };
}

export function linkTo(companyId: string, given: Partial<CompanyLink> = {}): CompanyLink {
  return {
    companyId: companyId as CompanyId,
    origin: 'auto',
    score: 0.93,
    evidence: [{ kind: 'same-domain', domain: 'customer.example', companyCount: 1 }, { kind: 'similar-name', similarity: 0.875 }],
    tenantNameThen: 'Customer AB',
    companyNameThen: 'Customer Aktiebolag',
    decidedBy: person,
    decidedAt: '2026-03-01T08:00:00.000Z',
    ...given,
  };
}

/** Unit n, seen at `baseVersion`, shall be linked to these companies. */
export function change(n: number, baseVersion: number, ...companyIds: readonly string[]): UnitChange {
  return { ...unitKey(n), baseVersion, links: companyIds.map((companyId) => linkTo(companyId)) };
}

/** A request for these changes under a key of its own. */
export function request(changes: readonly UnitChange[], given: Partial<ChangeSetRequest> = {}): ChangeSetRequest {
  const requestHash = createHash('sha256').update(JSON.stringify(changes)).digest('hex');
  return { idempotencyKey: randomUUID(), requestHash, actor: person, via: 'tab', requestId: 'request-1', at: '2026-03-01T09:00:00.000Z', undoes: null, reason: '', skipped: [], changes, ...given };
}

/** `count` new units from the `first`-th on, each with one company. */
export function manyChanges(count: number, first = 0, baseVersion = 0, company = 'company'): UnitChange[] {
  return Array.from({ length: count }, (_, index) => change(first + index, baseVersion, `${company}-${index}`));
}

export function aTenant(n: number): AccountTenant {
  return { partnerAccountId: 'account-one' as PartnerAccountId, tenantId: unitKey(n).tenantId, name: `Customer ${n}`, domain: `customer${n}.example`, relationship: 'reseller' };
}

export function aCompany(n: number): Company {
  return {
    psaConnectionId: 'psa-one' as PsaConnectionId,
    companyId: String(n) as CompanyId,
    name: `Customer ${n} AB`,
    identifier: `C${n}`,
    website: `https://customer${n}.example`,
    emailDomains: [`customer${n}.example`],
    city: 'Lund',
    phone: '+46 46 000 00 00',
    status: 'Active',
    isActive: true,
    tenantIds: [],
  };
}

/** What the promise rejects with; undefined when it does not. */
export async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    return error;
  }
}

/** The n-th tenant shall be ignored for this reason, which is also its note and the new name of its company. */
export function draftWrite(n: number, baseVersion: number, reason: string): DraftWrite {
  const decided = { decidedBy: person, decidedAt: '2026-03-01T08:00:00.000Z' };
  const dismissed = [{ kind: 'company-renamed' as const, psaConnectionId: unitKey(n).psaConnectionId, companyId: 'a' as CompanyId, now: reason, ...decided }];
  return { baseVersion, row: { tenantId: unitKey(n).tenantId, choice: null, ignored: { reason, until: null, ...decided }, rejected: [], note: { text: reason, ...decided }, dismissed } };
}

/** The n-th uploaded file. */
export function aFile(n: number, text = `id,name\n${n},Company ${n}\n`): StoredFile {
  return { fileId: `file-${n}`, name: `customers "${n}".csv`, uploadedAt: new Date(Date.UTC(2026, 2, 1, 8, n)).toISOString(), text };
}

/** Connection n as its change number `version` left it. */
export function aConnection(n: number, version: number, given: Partial<StoredConnection> = {}): StoredConnection {
  return {
    source: { kind: 'psa-connection', psaConnectionId: `psa-${n}` as PsaConnectionId },
    version,
    name: `PSA ${n}, ünïcödé "q" $set`,
    typeId: 'test',
    settings: { site: 'https://example.org', 'a.b': [1, null, { $gt: '' }] },
    participation: { typeIds: null, statusIds: ['1'] },
    secrets: { key: { secretId: `secret-${version}`, setAt: '2026-03-01T08:00:00.000Z' } },
    confirmedHosts: [],
    isPaused: version % 2 === 0,
    isRemoved: false,
    change: { kind: version === 1 ? 'added' : 'changed', by: { userId: 'aa000000-0000-4000-8000-000000000001' as UserId, name: 'Demo Admin' }, at: new Date(Date.UTC(2026, 2, 1, 8, version, n)).toISOString(), details: '' },
    ...given,
  };
}

/** The n-th conversation that asked to be told, as its change number `version` left it. */
export function aConversation(n: number, version: number, given: Partial<NotifiedConversation> = {}): NotifiedConversation {
  return {
    conversationId: `19:channel-${n}@thread.tacv2`,
    scope: 'channel',
    teamId: '19:team@thread.tacv2',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    language: 'en',
    version,
    settings: { isOn: true, topics: ['new-tenants', 'drift'], dailyAt: null, quiet: { from: '19:00', to: '07:00' }, timeZone: 'Europe/Berlin' },
    setBy: person,
    setAt: '2026-03-01T08:00:00.000Z',
    told: [`told-${version}`],
    dailyDay: null,
    claim: null,
    notBefore: null,
    failures: 0,
    ...given,
  };
}
