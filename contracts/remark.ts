import { z } from 'zod';
import type { RemarkFacts } from '../services/domain/remarkFacts.js';

const text = z.string();
const texts = z.array(z.string()).readonly();
const count = z.int();
const rowKind = z.enum(['companies', 'tenants', 'delegated-customers']);
const one = <Code extends string, Facts extends z.ZodRawShape>(code: Code, facts: Facts) => z.object({ code: z.literal(code), ...facts });
const any = <const Codes extends readonly string[], Facts extends z.ZodRawShape>(codes: Codes, facts: Facts) => z.object({ code: z.enum(codes), ...facts });

/** What one sentence of the server was made of. Whoever shows it words it in the person's language. */
export const remarkFacts = z.discriminatedUnion('code', [
  one('list-stopped', { system: text, count, rows: rowKind, cause: z.enum(['silent', 'slow-down', 'refused', 'foreign', 'odd']) }),
  one('list-uncounted', { system: text, rows: rowKind }),
  one('list-short', { system: text, count, expected: count, rows: rowKind }),
  one('rows-unreadable', { count, rows: rowKind }),
  one('rows-without-tenant-id', { count }),
  one('list-changed-meanwhile', {}),
  one('changes-short', { system: text, count, expected: count }),
  one('domains-cut-off', { of: z.enum(['contacts', 'sites-and-users']) }),
  one('tenant-links-cut-off', { system: text }),
  one('rows-vanished', { missing: count, known: count }),

  one('general', { error: text }),
  any(['credentials-refused', 'right-missing', 'system-silent', 'silent-for-a-minute', 'answer-odd', 'answer-too-large', 'slow-down', 'too-many-at-once'], { system: text }),
  one('connection-refused', { system: text, connection: text, where: text }),
  one('connection-lacks-right', { system: text, connection: text, right: text }),
  any(['redirected', 'address-not-public'], { host: text }),
  one('address-foreign', { system: text, host: text }),
  one('hour-used-up', { system: text, used: count, allowed: count }),
  one('waits-for-room', {}),
  one('company-id-unknown', { system: text, companyId: text }),

  one('app-not-accepted', { system: text, account: text }),
  one('app-lacks-right', { system: text, account: text, right: text }),
  any(['app-not-added', 'person-needed', 'certificate-unusable', 'certificate-refused', 'secret-expired', 'secret-refused', 'mfa-asked', 'mfa-missing', 'sign-in-ended', 'sign-in-asked', 'never-signed-in', 'app-unknown', 'app-without-permission', 'home-unknown', 'app-refused'], { account: text }),
  one('sign-in-again', {}),

  any(['nothing-readable', 'right-needed'], { right: text }),
  one('details-unreadable', { of: z.enum(['contacts', 'users', 'sites']) }),
  one('tenant-links-unreadable', { system: text }),
  one('field-absent', { field: text }),
  one('counted-later', { count }),
  any(['names-only', 'no-email-column'], {}),

  one('no-file', { connection: text }),
  any(['file-unusable', 'file-without-readable-row'], { file: text }),
  any(['file-empty', 'file-headings-only', 'file-id-unchosen', 'file-name-unchosen'], {}),
  one('file-columns-absent', { columns: texts, headings: texts }),
  any(['lines-unreadable', 'more-lines-faulty'], { count }),
  any(['line-quote-open', 'line-without-id', 'line-without-name'], { line: count }),
  one('line-too-wide', { line: count, cells: count, columns: count }),
  one('line-repeats-id', { line: count, id: text, before: count }),

  any(['field-unknown', 'tenant-id-not-kept'], { system: text, field: text }),
  any(['company-gone', 'identifiers-used-up'], { system: text }),
  any(['fields-refused', 'fields-needed'], { system: text, fields: texts }),
  one('companies-maybe-there', { psa: text, count }),
  one('creation-untold', { company: text }),
  one('creation-unconfirmed', { psa: text, company: text }),
  any(['psa-unknown', 'psa-paused', 'psa-creates-none', 'psa-unread', 'psa-being-read'], { psa: text }),
  one('tenant-unlisted', { tenantId: text }),
  one('no-tenant-id-field', {}),

  one('linked-already', { companies: texts }),
  one('ignored-by', { person: text, until: text.nullable(), reason: text }),
  any(['on-bulk-page', 'can-be-chosen', 'not-offered'], {}),
  one('inactive-status', { status: text }),
  one('company-linked', { count }),
  one('types-left-out', { system: text, types: texts }),
  one('row-type-left-out', { type: text }),
  one('marked-as-vendor', { system: text }),

  one('import-id-odd', { text }),
  any(['import-none-and-some', 'import-tenant-gone'], { tenantId: text }),
  any(['import-no-psa', 'import-no-object', 'import-fields-absent', 'import-no-rows', 'import-no-utf8', 'import-quote-open', 'import-unreadable'], {}),
  one('import-psa-unclear', { company: text, psas: texts }),
  any(['import-said-before', 'import-no-list', 'import-object-open', 'import-quote-misplaced', 'import-line-unreadable'], { line: count }),
  one('import-company-unknown', { psa: text, company: text }),
  one('import-cells', { cells: count, columns: count }),
  one('import-no-text', { field: text }),
  one('import-columns-absent', { columns: texts }),
  one('import-too-long', { line: count, characters: count }),
  any(['import-too-many-lines', 'file-too-large'], { most: count }),
  one('import-too-many-changes', { count, most: count }),

  any(['setting-needed', 'setting-odd', 'setting-no-id', 'either-needed', 'either-given', 'needed-again', 'certificate-odd', 'name-needed', 'name-taken', 'file-unchosen', 'file-away', 'kind-unknown', 'kind-fixed', 'connection-away'], {}),
  one('setting-unlike', { example: text }),
  one('setting-too-long', { most: count }),
  one('setting-unknown', { name: text }),

  any(['list-away', 'taken-over', 'links-changed', 'save-gone', 'nothing-left-to-undo'], {}),
  any(['reading-cancelled', 'paused-by', 'removed-by'], { person: text }),
  one('save-unknown', { orgVersion: count }),
  one('host-unknown', { host: text }),
  any(['settings-unusable', 'secret-away'], { connection: text }),
]);
export type RemarkFactsView = z.infer<typeof remarkFacts>;

/** The compiler compares with the services' own: neither may know a code, or a fact, that the other lacks. */
export type SameAsServices = [RemarkFacts] extends [RemarkFactsView] ? ([RemarkFactsView] extends [RemarkFacts] ? true : never) : never;
true satisfies SameAsServices;

/** One for each sentence beside it, in its order. A page that does not know them all goes by the sentence. */
export const facts = z.array(remarkFacts).readonly().optional().catch(undefined);

/** A whole sentence for people, or several, in English, and what they were made of. */
export const remark = z.object({ sentence: z.string(), facts });
export type RemarkView = z.infer<typeof remark>;
