import { Schema, type Connection, type Model } from 'mongoose';
import type { ChangeSetHead } from '../../domain/mapping.js';
import type { SyncRun } from '../../domain/sync.js';

/** A committed ChangeSet and, as the newest of its organization, the head. Never changed, never removed. `_id`: organization, version. */
export type ChangeSetDoc = Omit<ChangeSetHead, 'skipped'> & { readonly _id: string; readonly orgId: string; readonly orgVersion: number; readonly changeSetId: string; readonly chunkCount: number; readonly chainHash: string };
/** A slice of rows as JSON text: exact, quick on every server, and nothing in it is ever a query. Never changed. */
export type RowsDoc = { readonly _id: string; readonly orgId: string; readonly json: string };
/** What a ChangeSet is about to make of the organization: the page ids that hold all units, and those that it replaces. `_id`: ChangeSet. */
export type DirectoryDoc = {
  readonly _id: string;
  readonly orgId: string;
  readonly orgVersion: number;
  readonly startedAt: Date;
  readonly chunkCount: number;
  /** '' where no unit falls. */
  readonly pageIds: readonly string[];
  readonly unitCount: number;
  readonly newPageIds: readonly string[];
  readonly replacedPageIds: readonly string[];
};
/** The state of one source after its n-th recorded run. `_id`: organization, source, sequence. */
export type SourceDoc = {
  readonly _id: string;
  readonly orgId: string;
  readonly source: string;
  readonly sequence: number;
  readonly run: SyncRun;
  readonly latestComplete: SyncRun | null;
  readonly listId: string;
  readonly chunkCount: number;
  /** Likewise for the companies that take no part; absent in older documents. */
  readonly heldBack?: { readonly listId: string; readonly chunkCount: number };
};
/** The n-th time that a lease was given. `_id`: organization, lease, token. */
export type LeaseDoc = { readonly _id: string; readonly orgId: string; readonly lease: string; readonly token: number; readonly until: Date };
/**
 * One write of an organization's draft: the rows that it changed, as JSON text. With `sliceCount` it is a whole draft instead, in that
 * many slices, and what came before is not needed any more. `_id`: organization, version.
 */
export type DraftDoc = { readonly _id: string; readonly orgId: string; readonly version: number; readonly writerId: string; readonly json: string; readonly sliceCount: number };
/** One change of a connection, as JSON text. Never changed, never removed. `_id`: organization, source, version. */
export type ConnectionDoc = { readonly _id: string; readonly orgId: string; readonly source: string; readonly version: number; readonly json: string };
/** A version of a sealed secret. `_id`: organization, secret, version. */
export type SecretDoc = { readonly _id: string; readonly orgId: string; readonly secretId: string; readonly version: number; readonly sealed: string };
/** An uploaded file, whose text lies in so many slices. It is there before them, and goes after them. `_id`: organization, file. */
export type FileDoc = { readonly _id: string; readonly orgId: string; readonly fileId: string; readonly name: string; readonly uploadedAt: string; readonly sliceCount: number };
/** A state of a one-time action, as JSON text. Never changed. `_id`: organization, action, version. */
export type ActionDoc = { readonly _id: string; readonly orgId: string; readonly actionId: string; readonly version: number; readonly keptUntil: string; readonly json: string };
/** A version of a conversation that asked to be told, as JSON text. `_id`: organization, conversation, version. */
export type ConversationDoc = { readonly _id: string; readonly orgId: string; readonly conversationId: string; readonly version: number; readonly json: string };
export type MetaDoc = { readonly _id: string; readonly version: number };

const text = { type: String, required: true } as const;
const count = { type: Number, required: true } as const;
const orgId = { type: String, required: true, immutable: true } as const;
const anything = { type: Schema.Types.Mixed, required: true } as const;
const options = { strict: 'throw', strictQuery: 'throw', minimize: false, versionKey: false, autoIndex: false, autoCreate: false } as const;

const changeSet = new Schema(
  { _id: text, orgId, orgVersion: count, changeSetId: text, idempotencyKey: text, requestHash: text, actor: anything, via: text, requestId: String, at: text, undoes: String, reason: String, chunkCount: count, chainHash: String },
  options,
);
changeSet.index({ orgId: 1, orgVersion: -1 }, { unique: true });
changeSet.index({ orgId: 1, idempotencyKey: 1 }, { unique: true });
changeSet.index({ changeSetId: 1 }, { unique: true });

const directory = new Schema(
  { _id: text, orgId, orgVersion: count, startedAt: { type: Date, required: true }, chunkCount: count, pageIds: [String], unitCount: count, newPageIds: [String], replacedPageIds: [String] },
  options,
);
directory.index({ orgId: 1, orgVersion: 1 });

const source = new Schema({ _id: text, orgId, source: text, sequence: count, run: anything, latestComplete: Schema.Types.Mixed, listId: String, chunkCount: count, heldBack: Schema.Types.Mixed }, options);
source.index({ orgId: 1, source: 1, sequence: -1 }, { unique: true });

const lease = new Schema({ _id: text, orgId, lease: text, token: count, until: { type: Date, required: true } }, options);
lease.index({ orgId: 1, lease: 1, token: -1 }, { unique: true });
const draft = new Schema({ _id: text, orgId, version: count, writerId: text, json: text, sliceCount: count }, options);
draft.index({ orgId: 1, version: -1 }, { unique: true });

const connection = new Schema({ _id: text, orgId, source: text, version: count, json: text }, options);
connection.index({ orgId: 1, source: 1, version: -1 }, { unique: true });
const secret = new Schema({ _id: text, orgId, secretId: text, version: count, sealed: text }, options);
secret.index({ orgId: 1, secretId: 1, version: -1 }, { unique: true });

const file = new Schema({ _id: text, orgId, fileId: text, name: String, uploadedAt: text, sliceCount: count }, options);
file.index({ orgId: 1, fileId: 1 }, { unique: true });

const action = new Schema({ _id: text, orgId, actionId: text, version: count, keptUntil: text, json: text }, options);
action.index({ orgId: 1, actionId: 1, version: -1 }, { unique: true });
action.index({ orgId: 1, keptUntil: 1 });
const conversation = new Schema({ _id: text, orgId, conversationId: text, version: count, json: text }, options);
conversation.index({ orgId: 1, conversationId: 1, version: -1 }, { unique: true });

const rows = new Schema({ _id: text, orgId, json: text }, options);

/** The collections, one model each, on this connection alone. */
export function createModels(server: Connection) {
  const model = <Doc>(name: string, schema: Schema, collection: string) => server.model(name, schema, collection) as unknown as Model<Doc>;
  return {
    changeSets: model<ChangeSetDoc>('ChangeSet', changeSet, 'change_sets'),
    chunks: model<RowsDoc>('Chunk', rows, 'change_set_chunks'),
    directories: model<DirectoryDoc>('Directory', directory, 'directories'),
    pages: model<RowsDoc>('Page', rows, 'unit_pages'),
    sources: model<SourceDoc>('Source', source, 'sources'),
    sourceChunks: model<RowsDoc>('SourceChunk', rows, 'source_chunks'),
    leases: model<LeaseDoc>('Lease', lease, 'leases'),
    drafts: model<DraftDoc>('Draft', draft, 'drafts'),
    draftSlices: model<RowsDoc>('DraftSlice', rows, 'draft_slices'),
    connections: model<ConnectionDoc>('Connection', connection, 'connections'),
    secrets: model<SecretDoc>('Secret', secret, 'secrets'),
    files: model<FileDoc>('File', file, 'files'),
    fileSlices: model<RowsDoc>('FileSlice', rows, 'file_slices'),
    actions: model<ActionDoc>('Action', action, 'actions'),
    conversations: model<ConversationDoc>('Conversation', conversation, 'conversations'),
    meta: model<MetaDoc>('Meta', new Schema({ _id: text, version: count }, options), 'meta'),
  };
}
export type Models = ReturnType<typeof createModels>;
