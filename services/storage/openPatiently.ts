import { setTimeout as delay } from 'node:timers/promises';
import { AppError, toAppError } from '../runtime/errors.js';
import type { Logger } from '../runtime/logger.js';
import type { Store } from './ports.js';

type Options = { readonly logger: Logger; /** Ends the waiting. */ readonly signal?: AbortSignal; readonly retryMs?: number };
/** `opened` rejects when the database refuses for good, with what `open` threw last. */
type PatientStore = { readonly store: Store; readonly opened: Promise<void> };

/**
 * A store whose database may be away when the app starts: until it is there every call rejects with AppError `storage-unavailable`.
 * Resolves at the first success, or at the first failure that is worth waiting for; rejects on any other.
 */
export async function openPatiently(open: () => Promise<Store>, { logger, signal, retryMs = 2_000 }: Options): Promise<PatientStore> {
  const closing = new AbortController();
  const ending = AbortSignal.any(signal ? [closing.signal, signal] : [closing.signal]);
  let current: Store | undefined;

  const tryOnce = async (): Promise<boolean> => {
    try {
      current = await open();
      return true;
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code !== 'storage-unavailable') throw thrown;
      logger.warn({ code: error.code, err: error }, 'the database does not answer yet');
      return false;
    }
  };
  const keepTrying = async (): Promise<void> => {
    while (!ending.aborted) {
      await delay(retryMs, undefined, { signal: ending }).catch(() => undefined);
      if (ending.aborted || (await tryOnce())) return;
    }
  };
  const opened = (await tryOnce()) ? Promise.resolve() : keepTrying();
  // Whoever waits for `opened` learns it; that nobody waits must not end the process.
  opened.catch(() => undefined);

  // Async, so that what is thrown here is a rejection like any other.
  const get = async (): Promise<Store> => {
    if (current) return Promise.resolve(current);
    throw new AppError('storage-unavailable', 'the database was never reached', { isRetryable: true });
  };
  const store: Store = {
    mappings: {
      newestVersion: async (...args) => (await get()).mappings.newestVersion(...args),
      listUnits: async (...args) => (await get()).mappings.listUnits(...args),
      readUnits: async (...args) => (await get()).mappings.readUnits(...args),
      commit: async (...args) => (await get()).mappings.commit(...args),
      adopt: async (...args) => (await get()).mappings.adopt(...args),
      findChangeSet: async (...args) => (await get()).mappings.findChangeSet(...args),
      findChangeSetByKey: async (...args) => (await get()).mappings.findChangeSetByKey(...args),
      listChangeSets: async (...args) => (await get()).mappings.listChangeSets(...args),
      listUnitHistory: async (...args) => (await get()).mappings.listUnitHistory(...args),
      unitsAt: async (...args) => (await get()).mappings.unitsAt(...args),
      verifyHistory: async (...args) => (await get()).mappings.verifyHistory(...args),
    },
    sources: {
      recordTenants: async (...args) => (await get()).sources.recordTenants(...args),
      recordCompanies: async (...args) => (await get()).sources.recordCompanies(...args),
      applyCompanyChanges: async (...args) => (await get()).sources.applyCompanyChanges(...args),
      listTenants: async (...args) => (await get()).sources.listTenants(...args),
      listCompanies: async (...args) => (await get()).sources.listCompanies(...args),
      listHeldBack: async (...args) => (await get()).sources.listHeldBack(...args),
      listRuns: async (...args) => (await get()).sources.listRuns(...args),
    },
    leases: {
      acquire: async (...args) => (await get()).leases.acquire(...args),
      renew: async (...args) => (await get()).leases.renew(...args),
      release: async (...args) => (await get()).leases.release(...args),
    },
    listOrganizations: async () => (await get()).listOrganizations(),
    drafts: {
      read: async (...args) => (await get()).drafts.read(...args),
      write: async (...args) => (await get()).drafts.write(...args),
    },
    connections: {
      list: async (...args) => (await get()).connections.list(...args),
      append: async (...args) => (await get()).connections.append(...args),
      listChanges: async (...args) => (await get()).connections.listChanges(...args),
    },
    secrets: {
      list: async (...args) => (await get()).secrets.list(...args),
      read: async (...args) => (await get()).secrets.read(...args),
      replace: async (...args) => (await get()).secrets.replace(...args),
      remove: async (...args) => (await get()).secrets.remove(...args),
      adopt: async (...args) => (await get()).secrets.adopt(...args),
    },
    actions: {
      add: async (...args) => (await get()).actions.add(...args),
      read: async (...args) => (await get()).actions.read(...args),
      replace: async (...args) => (await get()).actions.replace(...args),
      removeExpired: async (...args) => (await get()).actions.removeExpired(...args),
    },
    files: {
      list: async (...args) => (await get()).files.list(...args),
      read: async (...args) => (await get()).files.read(...args),
      add: async (...args) => (await get()).files.add(...args),
      remove: async (...args) => (await get()).files.remove(...args),
    },
    conversations: {
      list: async (...args) => (await get()).conversations.list(...args),
      read: async (...args) => (await get()).conversations.read(...args),
      replace: async (...args) => (await get()).conversations.replace(...args),
      adopt: async (...args) => (await get()).conversations.adopt(...args),
      remove: async (...args) => (await get()).conversations.remove(...args),
    },
    ping: async () => (await get()).ping(),
    async close() {
      closing.abort();
      await opened.catch(() => undefined);
      await current?.close();
    },
  };
  return { store, opened };
}
