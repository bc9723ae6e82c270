import type { CommitOutcome } from '../../domain/mapping.js';
import type { ErrorCode } from '../../runtime/errors.js';
import type { Adopted } from '../adoption.js';
import type { Fence } from '../ports.js';

/** What crosses between the process and the thread that owns the database. Links, heads, runs and source rows travel as JSON text. */
export type UnitRow = readonly [tenantId: string, psaConnectionId: string, version: number, links: string];
export type ChangeRow = readonly [tenantId: string, psaConnectionId: string, baseVersion: number, links: string];
export type KeyRow = readonly [tenantId: string, psaConnectionId: string];
export type EntryRow = readonly [orgVersion: number, tenantId: string, psaConnectionId: string, versionBefore: number, linksBefore: string, versionAfter: number, linksAfter: string];
export type ConflictRow = readonly [tenantId: string, psaConnectionId: string, baseVersion: number, version: number, links: string];
/** What one ChangeSet did to one unit. */
export type TouchRow = readonly [orgVersion: number, changeSetId: string, head: string, versionBefore: number, linksBefore: string, versionAfter: number, linksAfter: string];
/** A head with the columns that repeat parts of it. */
export type StoredHeadRow = readonly [...HeadRow, idempotencyKey: string, requestHash: string];
/** A tenant's decisions; `version` is the row's, or the one that a write is based on. */
export type DraftRow = readonly [tenantId: string, version: number, row: string];
/** A one-time action. */
export type ActionRow = readonly [version: number, keptUntil: string, state: string];
/** A sealed secret. */
export type SecretRow = readonly [secretId: string, version: number, sealed: string];
export type SourceRow = readonly [id: string, row: string];

/** A ChangeSet without its entries, which follow as rows. */
export type HeadRow = readonly [orgVersion: number, changeSetId: string, head: string, chainHash: string];
export type SourceTable = 'tenants' | 'companies' | 'held_back';

type Call<Args, Sent, Value, Received> = { readonly args: Args; readonly sent: Sent; readonly value: Value; readonly received: Received };
type Org = { readonly orgId: string };
type CommitArgs = Org & { readonly changeSetId: string; readonly idempotencyKey: string; readonly requestHash: string; readonly head: string; /** What it must come to, for a ChangeSet of another store. */ readonly adopted: Adopted | null };
type ConversationArgs = Org & { readonly conversationId: string; readonly version: number; readonly row: string };
export type CommitReply = { readonly kind: CommitOutcome['kind']; readonly head: HeadRow | null; readonly isRepeat: boolean };
export type FindArgs = Org & ({ readonly by: 'id' | 'key'; readonly text: string } | { readonly by: 'page'; readonly limit: number; readonly beforeVersion: number | null });
export type UnitHistoryArgs = Org & { readonly tenantId: string; readonly psaConnectionId: string; readonly limit: number; readonly beforeVersion: number | null };
export type RecordArgs = Org & { readonly table: SourceTable; readonly source: string; readonly sourceId: string; readonly outcome: 'complete' | 'partial' | 'failed'; /** The rows are changes only, and these ids are to go; null: they are the list. */ readonly gone: readonly string[] | null; /** What takes no part, beside the rows. */ readonly heldBack: readonly SourceRow[]; readonly run: string; readonly fence: Fence | null };

/** Everything that the thread does. Long lists are sent and received in slices beside the arguments. */
export type Calls = {
  ping: Call<null, never, null, never>;
  /** Answers with the copy's size in bytes. */
  backUp: Call<{ readonly file: string }, never, number, never>;
  listOrganizations: Call<null, never, readonly string[], never>;
  newestVersion: Call<Org, never, number, never>;
  /** Answers with the version of the organization. */
  listUnits: Call<Org, never, number, UnitRow>;
  readUnits: Call<Org, KeyRow, null, UnitRow>;
  commit: Call<CommitArgs, ChangeRow, CommitReply, EntryRow | ConflictRow>;
  findChangeSets: Call<FindArgs, never, readonly HeadRow[], EntryRow>;
  listUnitHistory: Call<UnitHistoryArgs, never, null, TouchRow>;
  /** Answers with the newest version of the organization; without rows when `orgVersion` is greater. */
  unitsAt: Call<Org & { readonly orgVersion: number }, never, number, UnitRow>;
  /** The next ChangeSets after that version, oldest first: at least one, and no more once they have so many entries. */
  readStored: Call<Org & { readonly afterVersion: number; readonly enoughEntries: number }, never, readonly StoredHeadRow[], EntryRow>;
  recordRows: Call<RecordArgs, SourceRow, null, never>;
  /** Times in milliseconds. Answers with the token; null while another has it. */
  acquireLease: Call<Org & { readonly lease: string; readonly now: number; readonly until: number }, never, number | null, never>;
  /** Answers whether the token is still the newest. */
  extendLease: Call<Org & Fence & { readonly until: number }, never, boolean, never>;
  listRows: Call<Org & { readonly table: SourceTable }, never, null, string>;
  listRuns: Call<Org, never, readonly string[], never>;
  readDraft: Call<Org & { readonly since: number }, never, number, DraftRow>;
  writeDraft: Call<Org, DraftRow, number, DraftRow>;
  /** The newest version of each connection, or every version. */
  listConnections: Call<Org & { readonly isWhole: boolean }, never, null, string>;
  /** Answers whether it was the next one; null when versions were left out. */
  appendConnection: Call<Org & { readonly source: string; readonly version: number; readonly row: string }, never, boolean | null, never>;
  listSecrets: Call<Org & { readonly secretId: string | null }, never, null, SecretRow>;
  replaceSecret: Call<Org & { readonly secretId: string; readonly version: number; readonly sealed: string }, never, boolean, never>;
  adoptSecret: Call<Org & { readonly secretId: string; readonly version: number; readonly sealed: string }, never, null, never>;
  listFiles: Call<Org, never, null, string>;
  /** Null: there is none. */
  readFile: Call<Org & { readonly fileId: string }, never, { readonly head: string; readonly text: string } | null, never>;
  addFile: Call<Org & { readonly fileId: string; readonly head: string; readonly text: string }, never, null, never>;
  removeFiles: Call<Org & { readonly fileIds: readonly string[] }, never, null, never>;
  addAction: Call<Org & { readonly actionId: string; readonly keptUntil: string; readonly state: string }, never, null, never>;
  /** Null: there is none. */
  readAction: Call<Org & { readonly actionId: string }, never, ActionRow | null, never>;
  replaceAction: Call<Org & { readonly actionId: string; readonly version: number; readonly keptUntil: string; readonly state: string }, never, boolean, never>;
  removeExpiredActions: Call<Org & { readonly before: string }, never, null, never>;
  /** Null: all of them. */
  listConversations: Call<Org & { readonly conversationId: string | null }, never, null, string>;
  replaceConversation: Call<ConversationArgs, never, boolean, never>;
  adoptConversation: Call<ConversationArgs, never, null, never>;
  removeConversation: Call<Org & { readonly conversationId: string }, never, null, never>;
  removeSecrets: Call<Org & { readonly secretIds: readonly string[] }, never, null, never>;
};
export type Method = keyof Calls;

export type WireError = { readonly code: ErrorCode | null; readonly name: string; readonly message: string; readonly sentence: string; readonly isRetryable: boolean; readonly stack: string };

export type ToWorker =
  | { readonly kind: 'rows'; readonly id: number; readonly rows: readonly unknown[] }
  | { readonly kind: 'call'; readonly id: number; readonly method: Method; readonly args: unknown }
  /** The rest of the rows will not come. */
  | { readonly kind: 'forget'; readonly id: number }
  /** The slice has been read: give the next one. One at a time, so that the other side can do other things in between. */
  | { readonly kind: 'next'; readonly id: number }
  | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-opened'; readonly error: WireError }
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: 'rows'; readonly id: number; readonly rows: readonly unknown[] }
  | { readonly kind: 'answered'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: WireError };

/** Small enough that neither side is busy with one slice for more than a few milliseconds. */
export const rowsPerSlice = 500;
