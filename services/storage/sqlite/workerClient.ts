import type { Worker } from 'node:worker_threads';
import type { OnProgress } from '../../domain/progress.js';
import { AppError } from '../../runtime/errors.js';
import type { Logger } from '../../runtime/logger.js';
import type { Calls, FromWorker, Method, ToWorker } from './protocol.js';
import { sliceRows } from './sliceRows.js';
import { fromWireError } from './wireError.js';

type Pending = { readonly rows: unknown[]; readonly onProgress: OnProgress | undefined; readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };
type Options<Sent> = { readonly rows?: Iterable<Sent> | undefined; readonly onProgress?: OnProgress | undefined };
type Answer<Name extends Method> = { readonly value: Calls[Name]['value']; readonly rows: readonly Calls[Name]['received'][] };

/** Talks to the thread that owns the database. Once the thread is gone or closing every call rejects with `storage-unavailable`. */
export type WorkerClient = {
  call<Name extends Method>(method: Name, args: Calls[Name]['args'], options?: Options<Calls[Name]['sent']>): Promise<Answer<Name>>;
  /** Waits for what is running, then closes the database. */
  close(): Promise<void>;
  /** Ends the thread at once, as a crash would. */
  terminate(): Promise<void>;
};

/** Resolves when the thread has opened its database. */
export async function connectWorker(worker: Worker, logger: Logger): Promise<WorkerClient> {
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const pending = new Map<number, Pending>();
  const settled = new Set<Promise<unknown>>();
  let gone: AppError | undefined;
  let closing: Promise<void> | undefined;
  let lastId = 0;

  const giveUp = (why: string, cause?: unknown) => {
    gone ??= new AppError('storage-unavailable', why, { cause, isRetryable: true });
    for (const { reject } of pending.values()) reject(gone);
    pending.clear();
  };
  const send = (message: ToWorker) => worker.postMessage(message);

  const opened = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') resolve();
      else if (message.kind === 'not-opened') reject(fromWireError(message.error));
      else receive(pending, message, { logger, onRead: (id) => send({ kind: 'next', id }) });
    });
    worker.on('error', (error) => {
      logger.error({ err: error }, 'storage thread failed');
      giveUp('the storage thread failed', error);
      reject(error);
    });
    worker.on('exit', (code) => {
      giveUp(`the storage thread ended with ${code}`);
      reject(new AppError('storage-unavailable', `the storage thread ended with ${code}`));
    });
  });
  try {
    await opened;
  } catch (error) {
    await exited;
    throw error;
  }

  async function run<Name extends Method>(method: Name, args: Calls[Name]['args'], { rows, onProgress }: Options<Calls[Name]['sent']>): Promise<Answer<Name>> {
    const id = ++lastId;
    const received: Calls[Name]['received'][] = [];
    // The thread may die while the rows are still being sent: nobody awaits `answer` then, hence the early catch.
    const answer = new Promise<unknown>((resolve, reject) => pending.set(id, { rows: received, onProgress, resolve, reject }));
    answer.catch(() => undefined);
    try {
      for await (const slice of sliceRows(rows ?? [])) send({ kind: 'rows', id, rows: slice });
    } catch (error) {
      pending.delete(id);
      send({ kind: 'forget', id });
      throw error;
    }
    send({ kind: 'call', id, method, args });
    return { value: (await answer) as Calls[Name]['value'], rows: received };
  }

  async function shutDown(): Promise<void> {
    await Promise.allSettled(settled);
    if (!gone) send({ kind: 'close' });
    await exited;
  }

  return {
    async call(method, args, options = {}) {
      if (gone) throw gone;
      if (closing) throw new AppError('storage-unavailable', 'the store is closed', { isRetryable: true });
      const running = run(method, args, options);
      settled.add(running);
      try {
        return await running;
      } finally {
        settled.delete(running);
      }
    },
    close: () => (closing ??= shutDown()),
    async terminate() {
      await worker.terminate();
    },
  };
}

function receive(pending: Map<number, Pending>, message: Exclude<FromWorker, { kind: 'ready' | 'not-opened' }>, { logger, onRead }: { readonly logger: Logger; readonly onRead: (id: number) => void }): void {
  const call = pending.get(message.id);
  if (!call) return;
  switch (message.kind) {
    case 'rows':
      for (const row of message.rows) call.rows.push(row);
      onRead(message.id);
      return;
    case 'progress':
      try {
        call.onProgress?.(message.done, message.total);
      } catch (error) {
        logger.warn({ err: error }, 'a progress listener failed');
      }
      return;
    case 'answered':
      pending.delete(message.id);
      call.resolve(message.value);
      return;
    case 'failed':
      pending.delete(message.id);
      call.reject(fromWireError(message.error));
  }
}
