import type { ChangeSetId, OrgId } from '../domain/ids.js';
import type { Company } from '../domain/company.js';
import type { ChangeSet, ChangeSetRequest, CommitOutcome, HistoryVerdict, MappingUnit, UnitHistoryEntry, UnitKey } from '../domain/mapping.js';
import type { FileHead, StoredConnection } from '../domain/connection.js';
import type { Draft, TenantDraft } from '../domain/draft.js';
import type { NotifiedConversation } from '../domain/notice.js';
import type { OnProgress } from '../domain/progress.js';
import type { HeldBack, SourceChanges, SyncRun } from '../domain/sync.js';
import type { AccountTenant } from '../domain/tenant.js';

/** `limit` 1-1000; `beforeVersion` (an `orgVersion`) pages on. */
export type HistoryPage = { readonly limit: number; readonly beforeVersion?: number | undefined };

/** Keeps mappings. A committed ChangeSet is durable before `commit` answers, and is never half applied. */
export type MappingStore = {
  /** The number of the newest ChangeSet; 0 when there is none. Quick: it tells whether anything was saved since. */
  newestVersion(orgId: OrgId): Promise<number>;
  /** Every unit that was ever saved, those without links included (their version counts). Any order. */
  listUnits(orgId: OrgId): Promise<MappingUnit[]>;
  /** The named units in the order of the keys; one never saved has version 0 and no links. */
  readUnits(orgId: OrgId, keys: readonly UnitKey[]): Promise<MappingUnit[]>;
  /**
   * Saves all changes or none. A unit at most once per request (`TypeError` else). Conflicts: every unit whose version is not its
   * `baseVersion`. Writes one audit entry per unit, and
   * extends the organization's hash chain, in the same atomic step.
   */
  commit(orgId: OrgId, request: ChangeSetRequest, onProgress?: OnProgress): Promise<CommitOutcome>;
  /**
   * Writes a ChangeSet of another store as it is: number, id, key and seal. Once only, however often it is called. AppError `configuration`
   * when it is not the next one of this organization here, or does not fit its seal.
   */
  adopt(orgId: OrgId, changeSet: ChangeSet): Promise<void>;
  findChangeSet(orgId: OrgId, changeSetId: ChangeSetId): Promise<ChangeSet | undefined>;
  findChangeSetByKey(orgId: OrgId, idempotencyKey: string): Promise<ChangeSet | undefined>;
  /** Newest first, with their audit entries. */
  listChangeSets(orgId: OrgId, page: HistoryPage): Promise<ChangeSet[]>;
  /** What happened to one unit, newest first. */
  listUnitHistory(orgId: OrgId, unitKey: UnitKey, page: HistoryPage): Promise<UnitHistoryEntry[]>;
  /** The units as the ChangeSet of that number left them (0: none), in any order. RangeError when there is no such number yet. */
  unitsAt(orgId: OrgId, orgVersion: number): Promise<MappingUnit[]>;
  /** Recomputes the hash chain from what is stored, byte by byte, replays it, and compares with the units of today. Saves go on meanwhile. */
  verifyHistory(orgId: OrgId): Promise<HistoryVerdict>;
};

/** Writes with it are refused (AppError `cancelled`) once a newer token of that lease was given. */
export type Fence = { readonly lease: string; readonly token: number };

/** Lets one process at a time do a piece of work. The times come from the callers' clocks; what keeps data right is the fence, not the time. */
export type LeaseStore = {
  /** A token greater than every one before; undefined while another's time has not ended. */
  acquire(orgId: OrgId, lease: string, times: { readonly now: Date; readonly until: Date }): Promise<number | undefined>;
  /** Gives it more time. False: a newer token was given. */
  renew(orgId: OrgId, fence: Fence, until: Date): Promise<boolean>;
  /** Ends its time. */
  release(orgId: OrgId, fence: Fence): Promise<void>;
};

/** Keeps the last good copy of each connected list, so that the app answers while a source is down. */
export type SourceStore = {
  /** `complete`: replaces the account's rows. `partial`: adds and updates rows, removes none. `failed`: keeps all rows. The run is recorded. */
  recordTenants(orgId: OrgId, run: SyncRun, tenants: readonly AccountTenant[], fence?: Fence): Promise<void>;
  /** Likewise for the companies of one PSA connection, and for those that take no part. */
  recordCompanies(orgId: OrgId, run: SyncRun, companies: readonly Company[], fence?: Fence, heldBack?: readonly HeldBack[]): Promise<void>;
  /** A complete run that asked for changes only: adds and updates `changed`, removes `gone`, leaves all other rows. A company in both is removed. */
  applyCompanyChanges(orgId: OrgId, run: SyncRun, changes: SourceChanges<Company>, fence?: Fence): Promise<void>;
  listTenants(orgId: OrgId): Promise<AccountTenant[]>;
  listCompanies(orgId: OrgId): Promise<Company[]>;
  /** Companies that take no part, as the latest runs told. Changes do not touch them. */
  listHeldBack(orgId: OrgId): Promise<HeldBack[]>;
  /** The latest run of each source and, where that one was not complete, the latest complete one after it. */
  listRuns(orgId: OrgId): Promise<SyncRun[]>;
};

/** A row as it shall be. `baseVersion`: the version on which that is based. */
export type DraftWrite = { readonly baseVersion: number; readonly row: Omit<TenantDraft, 'version'> };

/** Keeps the bulk page's decisions. Rows stand for themselves: of one write some may be written and others not. */
export type DraftStore = {
  /** The rows that changed after version `since` (0: all), in any order, and the newest version. */
  read(orgId: OrgId, since: number): Promise<Draft>;
  /**
   * Writes each row whose version still is its `baseVersion` under a new version, durable before it answers. A tenant at most once
   * (`TypeError` else). `version` is the newest afterwards; `conflicts` are the rows not written, as they are now.
   */
  write(orgId: OrgId, rows: readonly DraftWrite[]): Promise<{ readonly version: number; readonly conflicts: readonly TenantDraft[] }>;
};

/** Keeps the connections that people manage. Each change is a version of its own, which is never changed or removed: together they are the log. */
export type ConnectionStore = {
  /** The newest version of each connection that there ever was, the removed ones too. Any order. */
  list(orgId: OrgId): Promise<StoredConnection[]>;
  /** Durable before it answers. False: the connection has that version already, so somebody was quicker. RangeError when versions are left out. */
  append(orgId: OrgId, next: StoredConnection): Promise<boolean>;
  /** Every version of every connection, the newest change first. */
  listChanges(orgId: OrgId): Promise<StoredConnection[]>;
};

/** A secret as kept: `sealed` is of no use without its key. `version` counts how often it was replaced. */
export type SealedSecret = { readonly secretId: string; readonly version: number; readonly sealed: string };

/** Keeps sealed secrets. What was replaced or removed is gone. */
export type SecretStore = {
  /** Any order. */
  list(orgId: OrgId): Promise<SealedSecret[]>;
  read(orgId: OrgId, secretId: string): Promise<SealedSecret | undefined>;
  /** Puts it in the place of the version before (1: there must be none). False: that is no longer the newest one. */
  replace(orgId: OrgId, next: SealedSecret): Promise<boolean>;
  remove(orgId: OrgId, secretIds: readonly string[]): Promise<void>;
  /** Writes a secret of another store as it is, version included, in the place of what is there. */
  adopt(orgId: OrgId, secret: SealedSecret): Promise<void>;
};

/** An uploaded file as text. It is never changed. */
export type StoredFile = FileHead & { readonly text: string };

/** Keeps uploaded files, of any size that fits into memory. */
export type FileStore = {
  /** Any order. */
  list(orgId: OrgId): Promise<FileHead[]>;
  /** Undefined: there is none, or it was not written to its end. */
  read(orgId: OrgId, fileId: string): Promise<StoredFile | undefined>;
  /** Durable before it answers. An id is given once: adding it again is no harm. */
  add(orgId: OrgId, file: StoredFile): Promise<void>;
  remove(orgId: OrgId, fileIds: readonly string[]): Promise<void>;
};

/** What a button of a card does once, and how far it is. `state` is JSON text; `version` counts its states, from 1. `keptUntil`: ISO 8601, UTC. */
export type StoredAction = { readonly actionId: string; readonly version: number; readonly keptUntil: string; readonly state: string };

/** Keeps one-time actions until their day has come. They belong to messages of one app, so a move leaves them behind. */
export type ActionStore = {
  /** Durable before it answers. Adding an id again is no harm: what is there stays. */
  add(orgId: OrgId, action: Omit<StoredAction, 'version'>): Promise<void>;
  read(orgId: OrgId, actionId: string): Promise<StoredAction | undefined>;
  /** One compare-and-set: puts it in the place of the version before. False: that is no longer the newest one, or there is none. */
  replace(orgId: OrgId, next: StoredAction): Promise<boolean>;
  /** Removes those whose time has ended before then, of this organization. */
  removeExpired(orgId: OrgId, before: Date): Promise<void>;
};

/** Keeps the conversations that asked to be told, and what each was told. What was replaced or removed is gone. */
export type ConversationStore = {
  /** Any order. */
  list(orgId: OrgId): Promise<NotifiedConversation[]>;
  read(orgId: OrgId, conversationId: string): Promise<NotifiedConversation | undefined>;
  /** Puts it in the place of the version before (1: there must be none). False: that is no longer the newest one. */
  replace(orgId: OrgId, next: NotifiedConversation): Promise<boolean>;
  /** Writes one of another store as it is, version included, in the place of what is there. */
  adopt(orgId: OrgId, conversation: NotifiedConversation): Promise<void>;
  remove(orgId: OrgId, conversationId: string): Promise<void>;
};

export type Store = {
  readonly mappings: MappingStore;
  readonly sources: SourceStore;
  readonly leases: LeaseStore;
  /** Whose data are here. For the operator's commands; whoever answers people takes the organization from their token. */
  listOrganizations(): Promise<OrgId[]>;
  readonly drafts: DraftStore;
  readonly connections: ConnectionStore;
  readonly secrets: SecretStore;
  readonly files: FileStore;
  readonly actions: ActionStore;
  readonly conversations: ConversationStore;
  /** Rejects with AppError `storage-unavailable` when the database can't be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
};
