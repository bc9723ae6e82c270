import { z } from 'zod';
import { remark } from './remark.js';
import { sourceHealth, sourceRef } from './session.js';
import { instant, partnerAccountId, person, psaConnectionId } from './values.js';

const sourceKind = z.enum(['partner-account', 'psa-connection']);
const ids = z.array(z.string().min(1).max(100)).max(500).nullable();
/** Which companies take part, by the PSA's own ids; null: those that do by default. */
export const participation = z.strictObject({ typeIds: ids, statusIds: ids });
export type Participation = z.infer<typeof participation>;

/** One line of a form. `choices`: one of these; null: free text. */
export const formField = z.object({ name: z.string(), title: z.string(), description: z.string(), example: z.string(), isRequired: z.boolean(), choices: z.array(z.object({ value: z.string(), title: z.string() })).readonly().nullable() });
export type FormField = z.infer<typeof formField>;
export const connectionType = z.object({ typeId: z.string(), kind: sourceKind, name: z.string(), /** The rows come from a file; the fields are its columns. */ takesFile: z.boolean(), fields: z.array(formField), secrets: z.array(z.object({ name: z.string(), title: z.string(), description: z.string(), isRequired: z.boolean(), /** It has several lines. */ isLong: z.boolean() })) });
export type ConnectionType = z.infer<typeof connectionType>;

/** No secret is ever in an answer: only whether it is set, and since when. */
export const connectionDetails = z.object({
  version: z.int(),
  settings: z.record(z.string(), z.unknown()),
  secrets: z.array(z.object({ name: z.string(), title: z.string(), setAt: instant.nullable() })),
  participation: z.object({ typeIds: z.array(z.string()).readonly().nullable(), statusIds: z.array(z.string()).readonly().nullable() }),
  file: z.object({ name: z.string(), uploadedAt: instant }).nullable(),
  confirmedHosts: z.array(z.object({ host: z.string(), by: person, at: instant })),
});
export const connectionView = z.object({
  source: sourceRef,
  name: z.string(),
  typeId: z.string(),
  typeName: z.string(),
  health: sourceHealth,
  isPaused: z.boolean(),
  managedIn: z.enum(['app', 'settings-file']),
  /** Null for those who may not change it, and for what the settings file names. */
  details: connectionDetails.nullable(),
});
export type ConnectionView = z.infer<typeof connectionView>;

export const connectionChange = z.object({ source: sourceRef, name: z.string(), typeName: z.string(), kind: z.enum(['added', 'changed', 'secrets-replaced', 'paused', 'resumed', 'removed']), by: person, at: instant, details: z.string() });
export type ConnectionChange = z.infer<typeof connectionChange>;

/** All that the Connections page shows. `changes` newest first; they and `types` are empty for those who may not change anything. */
export const connectionsPage = z.object({ connections: z.array(connectionView), changes: z.array(connectionChange), types: z.array(connectionType) });
export type ConnectionsPage = z.infer<typeof connectionsPage>;

const fieldName = z.string().min(1).max(60);
const fileId = z.guid();
/** A connection as filled in. Secrets that are not given are those that are kept. */
const draft = {
  source: sourceRef.nullable(),
  typeId: z.string().min(1).max(40),
  name: z.string().max(80, 'The name may have at most 80 characters'),
  settings: z.record(fieldName, z.union([z.string().max(2000), z.record(fieldName, z.string().max(300)), z.null()])),
  secrets: z.record(fieldName, z.string().max(20_000)),
  participation,
  /** An uploaded file; null: the one that is kept, or none is needed. */
  fileId: fileId.nullable().default(null),
  /** Hosts of which the person has said that they are right. */
  confirmedHosts: z.array(z.string().min(1).max(260)).max(10),
};
export const connectionDraft = z.strictObject(draft);
export type ConnectionDraft = z.input<typeof connectionDraft>;
/** `seenVersion`: of the connection as the person saw it; 0 for a new one. */
export const saveConnectionRequest = z.strictObject({ ...draft, seenVersion: z.int().min(0) });

/** `field`: `name`, `file`, `settings.…` or `secrets.…`. */
const invalid = z.object({ kind: z.literal('invalid'), problems: z.array(remark.extend({ field: z.string() })) });
/** These hosts are none of the vendor's own: a person must say that they are right. */
const confirmHosts = z.object({ kind: z.literal('confirm-hosts'), hosts: z.array(z.string()) });
const failed = remark.extend({ kind: z.literal('failed') });

/** `count`: rows that take part; null when the source gives no count. `limits`: what can't be read. */
export const checkResult = z.discriminatedUnion('kind', [invalid, confirmHosts, failed, z.object({ kind: z.literal('connected'), rows: z.enum(['tenants', 'companies']), count: z.int().nullable(), limits: z.array(remark) })]);
export type CheckResult = z.infer<typeof checkResult>;

const companyKind = z.object({ id: z.string(), name: z.string(), takesPartByDefault: z.boolean() });
export type CompanyKind = z.infer<typeof companyKind>;
/** `none`: this PSA has no types and statuses to choose from. */
export const companyKindsResult = z.discriminatedUnion('kind', [invalid, confirmHosts, failed, z.object({ kind: z.literal('none') }), z.object({ kind: z.literal('kinds'), types: z.array(companyKind), statuses: z.array(companyKind) })]);
export type CompanyKindsResult = z.infer<typeof companyKindsResult>;

export const saveConnectionResult = z.discriminatedUnion('kind', [invalid, confirmHosts, z.object({ kind: z.literal('saved'), source: sourceRef, version: z.int(), isUnchanged: z.boolean() })]);
export type SaveConnectionResult = z.infer<typeof saveConnectionResult>;

/** Of the address; the file is the body, at most 20 MB. It is kept for an hour, or as long as a connection has it. */
export const uploadFileQuery = z.strictObject({ typeId: z.string().min(1).max(40), name: z.string().min(1).max(255) });
export const uploadedFile = z.object({ fileId: z.string(), name: z.string(), uploadedAt: instant });
/** `fileId` null: the file that the connection has. `mapping` null: as the connection has it, or as guessed. */
export const previewFileRequest = z.strictObject({ typeId: z.string().min(1).max(40), source: sourceRef.nullable(), fileId: fileId.nullable(), mapping: z.record(fieldName, z.string().max(200)).nullable(), participation });
/** A dry run. `samples`: by heading. `mapping`: column by field. `rows` are the first 10, `problems` the first 50. `changes`: null when there is no list yet. */
export const filePreview = z.object({
  name: z.string(),
  headings: z.array(z.string()),
  samples: z.array(z.array(z.string())),
  mapping: z.record(z.string(), z.string()),
  rows: z.array(z.record(z.string(), z.string())),
  companyCount: z.int(),
  faultyCount: z.int(),
  problems: z.array(remark),
  changes: z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), gone: z.int(), goneNames: z.array(z.string()) }).nullable(),
});
export type FilePreview = z.infer<typeof filePreview>;

export const pauseConnectionRequest = z.strictObject({ source: sourceRef, seenVersion: z.int().min(1), isPaused: z.boolean() });
export const pauseConnectionResult = z.object({ version: z.int() });

/** `id`: of the partner account or PSA connection. */
export const removalQuery = z
  .strictObject({ kind: sourceKind, id: z.string().min(1).max(100) })
  .transform(({ kind, id }) => (kind === 'partner-account' ? { kind, partnerAccountId: partnerAccountId.parse(id) } : { kind, psaConnectionId: psaConnectionId.parse(id) }));
/** `rowCount` tenants or companies leave the lists; `linkCount` saved links lose their other side. */
export const removalPreview = z.object({ version: z.int(), name: z.string(), rows: z.enum(['tenants', 'companies']), rowCount: z.int(), linkCount: z.int() });
/** `unlink`: so many saved links, as the person saw them, are removed as well; null: they stay. */
export const removeConnectionRequest = z.strictObject({ source: sourceRef, seenVersion: z.int().min(1), unlink: z.int().min(0).nullable().default(null) });
/** `changeSetId`: the save that removed the links, which the history can undo; null: there was none. */
export const removeConnectionResult = z.object({ changeSetId: z.string().nullable() });
