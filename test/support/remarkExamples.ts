import type { RemarkFacts, RowKind, StopCause } from '../../services/domain/remarkFacts.js';

const account = 'Contoso EMEA';
const connection = 'Support desk';
const system = 'HaloPSA';
const tenantId = '11111111-2222-4333-8444-555555555555';
const rowKinds: readonly RowKind[] = ['companies', 'tenants', 'delegated-customers'];
const causes: readonly StopCause[] = ['silent', 'slow-down', 'refused', 'foreign', 'odd'];
const signIns = ['app-not-added', 'person-needed', 'certificate-unusable', 'certificate-refused', 'secret-expired', 'secret-refused', 'mfa-asked', 'mfa-missing', 'sign-in-ended', 'sign-in-asked', 'never-signed-in', 'app-unknown', 'app-without-permission', 'home-unknown', 'app-refused'] as const;
const ofSystem = ['credentials-refused', 'right-missing', 'system-silent', 'silent-for-a-minute', 'answer-odd', 'answer-too-large', 'slow-down', 'too-many-at-once', 'tenant-links-cut-off', 'tenant-links-unreadable', 'company-gone', 'identifiers-used-up', 'marked-as-vendor'] as const;
const bare = ['list-changed-meanwhile', 'waits-for-room', 'sign-in-again', 'names-only', 'no-email-column', 'file-empty', 'file-headings-only', 'file-id-unchosen', 'file-name-unchosen', 'no-tenant-id-field', 'on-bulk-page', 'can-be-chosen', 'not-offered', 'import-no-psa', 'import-no-object', 'import-fields-absent', 'import-no-rows', 'import-no-utf8', 'import-quote-open', 'import-unreadable'] as const;
const ofForm = ['setting-needed', 'setting-odd', 'setting-no-id', 'either-needed', 'either-given', 'needed-again', 'certificate-odd', 'name-needed', 'name-taken', 'file-unchosen', 'file-away', 'kind-unknown', 'kind-fixed', 'connection-away', 'list-away', 'taken-over', 'links-changed', 'save-gone', 'nothing-left-to-undo'] as const;
const ofLine = ['line-quote-open', 'line-without-id', 'line-without-name', 'import-said-before', 'import-no-list', 'import-object-open', 'import-quote-misplaced', 'import-line-unreadable'] as const;
const ofPsa = ['psa-unknown', 'psa-paused', 'psa-creates-none', 'psa-unread', 'psa-being-read'] as const;

/** Facts of every kind, with one and with many of what can be counted. */
export const remarkExamples: readonly RemarkFacts[] = [
  ...causes.map((cause): RemarkFacts => ({ code: 'list-stopped', system, count: 1200, rows: 'tenants', cause })),
  ...rowKinds.flatMap((rows): RemarkFacts[] => [
    { code: 'list-stopped', system, count: 1, rows, cause: 'odd' },
    { code: 'list-uncounted', system, rows },
    { code: 'list-short', system, count: 17, expected: 1300, rows },
    { code: 'rows-unreadable', count: 3, rows },
    { code: 'rows-unreadable', count: 1, rows },
  ]),
  ...[1, 40].map((count): RemarkFacts => ({ code: 'rows-without-tenant-id', count })),
  { code: 'changes-short', system, count: 4, expected: 9 },
  { code: 'domains-cut-off', of: 'contacts' },
  { code: 'domains-cut-off', of: 'sites-and-users' },
  { code: 'rows-vanished', missing: 40, known: 1100 },
  { code: 'general', error: 'source-unavailable' },
  { code: 'connection-refused', system, connection, where: 'Configuration > Integrations' },
  { code: 'connection-lacks-right', system, connection, right: 'Customers: view' },
  { code: 'redirected', host: 'PSA.example' },
  { code: 'address-not-public', host: 'PSA.example' },
  { code: 'address-foreign', system, host: 'PSA.example' },
  { code: 'hour-used-up', system, used: 9500, allowed: 10_000 },
  { code: 'company-id-unknown', system, companyId: 'Fabrikam' },
  { code: 'app-not-accepted', system, account },
  { code: 'app-lacks-right', system, account, right: 'CrossTenantInformation.ReadBasic.All' },
  ...signIns.map((code): RemarkFacts => ({ code, account })),
  ...ofSystem.map((code): RemarkFacts => ({ code, system })),
  ...bare.map((code): RemarkFacts => ({ code })),
  ...ofForm.map((code): RemarkFacts => ({ code })),
  ...ofLine.map((code): RemarkFacts => ({ code, line: 12 })),
  ...ofPsa.map((code): RemarkFacts => ({ code, psa: 'PSA of Contoso' })),
  { code: 'nothing-readable', right: 'Companies' },
  { code: 'right-needed', right: 'Companies' },
  ...(['contacts', 'users', 'sites'] as const).map((of): RemarkFacts => ({ code: 'details-unreadable', of })),
  { code: 'field-absent', field: 'Tenant ID' },
  ...[1, 25_000].map((count): RemarkFacts => ({ code: 'counted-later', count })),
  { code: 'no-file', connection },
  { code: 'file-unusable', file: 'Companies.csv' },
  { code: 'file-without-readable-row', file: 'Companies.csv' },
  { code: 'file-columns-absent', columns: ['Customer ID', 'Company'], headings: ['Number', 'Name'] },
  ...[1, 5].flatMap((count): RemarkFacts[] => [{ code: 'lines-unreadable', count }, { code: 'more-lines-faulty', count }]),
  { code: 'line-too-wide', line: 12, cells: 7, columns: 5 },
  { code: 'line-repeats-id', line: 12, id: 'C-17', before: 3 },
  { code: 'field-unknown', system, field: 'Tenant ID' },
  { code: 'tenant-id-not-kept', system, field: 'Tenant ID' },
  { code: 'fields-refused', system, fields: ['PhoneNumber', 'Website'] },
  { code: 'fields-needed', system, fields: ['PhoneNumber', 'Website'] },
  ...[1, 3].map((count): RemarkFacts => ({ code: 'companies-maybe-there', psa: 'PSA of Contoso', count })),
  { code: 'creation-untold', company: 'Fabrikam' },
  { code: 'creation-unconfirmed', psa: 'PSA of Contoso', company: 'Fabrikam' },
  { code: 'tenant-unlisted', tenantId },
  { code: 'linked-already', companies: ['Fabrikam (PSA of Contoso)', 'Fabrikam Leeds (PSA of Contoso)'] },
  { code: 'ignored-by', person: 'Demo Admin', until: '2026-03-01', reason: 'Left us' },
  { code: 'ignored-by', person: 'Demo Admin', until: null, reason: '' },
  { code: 'inactive-status', status: 'Former customer' },
  { code: 'inactive-status', status: '' },
  ...[1, 3].map((count): RemarkFacts => ({ code: 'company-linked', count })),
  { code: 'types-left-out', system, types: ['Vendor'] },
  { code: 'types-left-out', system, types: ['Vendor', 'Partner'] },
  { code: 'row-type-left-out', type: 'Vendor' },
  { code: 'import-id-odd', text: 'T-17' },
  { code: 'import-none-and-some', tenantId },
  { code: 'import-tenant-gone', tenantId },
  { code: 'import-psa-unclear', company: 'C-17', psas: ['PSA of Contoso', 'PSA of Fabrikam'] },
  { code: 'import-company-unknown', psa: 'PSA of Contoso', company: 'C-17' },
  { code: 'import-cells', cells: 7, columns: 5 },
  { code: 'import-no-text', field: 'companyID' },
  { code: 'import-columns-absent', columns: ['tenant_id', 'company_id'] },
  { code: 'import-too-long', line: 12, characters: 100_000 },
  { code: 'import-too-many-lines', most: 200_000 },
  { code: 'file-too-large', most: 20 },
  { code: 'import-too-many-changes', count: 12_000, most: 10_000 },
  { code: 'setting-unlike', example: 'https://PSA.example' },
  { code: 'setting-too-long', most: 25 },
  { code: 'setting-unknown', name: 'newSetting' },
  ...(['reading-cancelled', 'paused-by', 'removed-by'] as const).map((code): RemarkFacts => ({ code, person: 'Demo Admin' })),
  { code: 'save-unknown', orgVersion: 17 },
  { code: 'host-unknown', host: 'PSA.example' },
  { code: 'settings-unusable', connection },
  { code: 'secret-away', connection },
];
