import { parentPort, workerData } from 'node:worker_threads';
import type { OnProgress } from '../../domain/progress.js';
import { actionTables } from './actionTables.js';
import { backUp } from './backUp.js';
import { connectionTables } from './connectionTables.js';
import { conversationTables } from './conversationTables.js';
import { draftTables } from './draftTables.js';
import { fileTables } from './fileTables.js';
import { historyTables } from './historyTables.js';
import { leaseTables } from './leaseTables.js';
import { mappingTables } from './mappingTables.js';
import type { Db } from './inTransaction.js';
import { openDatabase } from './openDatabase.js';
import { rowsPerSlice, type Calls, type FromWorker, type Method, type ToWorker } from './protocol.js';
import { sourceTables } from './sourceTables.js';
import { toWireError } from './wireError.js';

type Answer<Name extends Method> = { readonly value: Calls[Name]['value']; readonly rows: readonly Calls[Name]['received'][] };
type Handlers = { readonly [Name in Method]: (args: Calls[Name]['args'], rows: readonly Calls[Name]['sent'][], onProgress: OnProgress) => Answer<Name> };

const port = parentPort;
if (!port) throw new Error('storageWorker runs as a worker thread only');
const post = (message: FromWorker) => port.postMessage(message);

try {
  serve(openDatabase((workerData as { folder: string }).folder));
} catch (error) {
  post({ kind: 'not-opened', error: toWireError(error) });
}

function serve(db: Db): void {
  const handlers = handlersOf(db);
  const received = new Map<number, (readonly unknown[])[]>();
  const answers = new Map<number, SlicedAnswer>();
  const giveNext = (id: number) => {
    const next = answers.get(id)?.next();
    if (next) post(next);
    if (next?.kind === 'answered') answers.delete(id);
  };
  port?.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'rows':
        received.set(message.id, [...(received.get(message.id) ?? []), message.rows]);
        return;
      case 'forget':
        received.delete(message.id);
        return;
      case 'call': {
        const rows = (received.get(message.id) ?? []).flatMap((slice) => slice);
        received.delete(message.id);
        const answer = answerCall(handlers, message, rows);
        if (!answer) return;
        answers.set(message.id, answer);
        giveNext(message.id);
        return;
      }
      case 'next':
        giveNext(message.id);
        return;
      case 'close':
        db.close();
        port.close();
    }
  });
  post({ kind: 'ready' });
}

/** The rows in slices, then the value. */
type SlicedAnswer = { next(): Extract<FromWorker, { kind: 'rows' | 'answered' }> };

/** Undefined: it failed, and the other side has been told. */
function answerCall(handlers: Handlers, { id, method, args }: Extract<ToWorker, { kind: 'call' }>, sent: readonly unknown[]): SlicedAnswer | undefined {
  try {
    // Both ends share `Calls`; the compiler can't follow a method's name through a message.
    const handle = handlers[method] as (args: unknown, rows: readonly unknown[], onProgress: OnProgress) => { value: unknown; rows: readonly unknown[] };
    const { value, rows } = handle(args, sent, (done, total) => post({ kind: 'progress', id, done, total }));
    let start = -rowsPerSlice;
    return {
      next() {
        start += rowsPerSlice;
        return start < rows.length ? { kind: 'rows', id, rows: rows.slice(start, start + rowsPerSlice) } : { kind: 'answered', id, value };
      },
    };
  } catch (error) {
    post({ kind: 'failed', id, error: toWireError(error) });
    return undefined;
  }
}

function handlersOf(db: Db): Handlers {
  const mappings = mappingTables(db);
  const leases = leaseTables(db);
  const sources = sourceTables(db, leases.isNewest);
  const probe = db.prepare("SELECT value FROM meta WHERE name = 'schema_version'");
  const organizations = db.prepare('SELECT org_id FROM change_sets UNION SELECT org_id FROM sync_runs UNION SELECT org_id FROM connections ORDER BY org_id').raw();
  const nothing = { value: null, rows: [] };
  return {
    ...mappings,
    ...historyTables(db),
    ...draftTables(db),
    ...connectionTables(db),
    ...fileTables(db),
    ...actionTables(db),
    ...conversationTables(db),
    ping() {
      probe.get([]);
      return nothing;
    },
    backUp: ({ file }) => ({ value: backUp(db, file), rows: [] }),
    listOrganizations: () => ({ value: (organizations.all([]) as [string][]).map(([orgId]) => orgId), rows: [] }),
    recordRows(args, rows) {
      sources.recordRows(args, rows);
      return nothing;
    },
    acquireLease: (args) => ({ value: leases.acquire(args), rows: [] }),
    extendLease: (args) => ({ value: leases.extend(args), rows: [] }),
    listRows: ({ orgId, table }) => ({ value: null, rows: sources.listRows(orgId, table) }),
    listRuns: ({ orgId }) => ({ value: sources.listRuns(orgId), rows: [] }),
  };
}
