import type { ResourceLimits, Worker } from 'node:worker_threads';
import type { MatchOutcome } from '../domain/match.js';
import { AppError } from '../runtime/errors.js';
import type { Logger } from '../runtime/logger.js';
import { startWorker } from '../runtime/startWorker.js';
import { createKeptMatchers, type KeptLimits, type KeptMatchers } from './keptMatchers.js';
import type { FromMatcher, ToMatcher } from './matcherProtocol.js';

type OnOutcomes = (outcomes: readonly MatchOutcome[]) => void;

export type LiveRun = {
  readonly id: number;
  /** Rejects with the reason that `end` got. */
  readonly ended: Promise<void>;
  /** Throws that reason. */
  readonly assertGoing: () => void;
  /** Without a reason: it is done. Once only. */
  readonly end: (reason?: Error) => void;
};

/** One living thread. When it goes, its runs reject, and what it knew is forgotten. */
export type LiveMatcher = {
  readonly matchers: KeptMatchers;
  readonly post: (message: ToMatcher) => void;
  /** While there are runs, and only then, the thread keeps the process alive. */
  readonly beginRun: (onOutcomes: OnOutcomes) => LiveRun;
  readonly stop: (why: AppError) => Promise<void>;
};

type Run = LiveRun & { readonly onOutcomes: OnOutcomes };

export type MatcherLimits = KeptLimits & { /** For the thread's memory; Node's own where absent. */ readonly memory?: ResourceLimits };

export function startLiveMatcher({ logger, limits, onGone }: { readonly logger: Logger; readonly limits: MatcherLimits; readonly onGone: () => void }): LiveMatcher {
  const worker = startWorker(import.meta.url, 'matcherWorker', { name: 'matcher', ...(limits.memory ? { resourceLimits: limits.memory } : {}) });
  const runs = new Map<number, Run>();
  let lastId = 0;
  let gone: AppError | undefined;

  const post = (message: ToMatcher) => worker.postMessage(message);
  const matchers = createKeptMatchers(limits, (matcher, left) => {
    post({ kind: 'drop', matcher });
    // Nobody needs it: a new thread is started sooner than memory is given back by an old one.
    if (left === 0) void stop(new AppError('cancelled', 'the matcher thread was idle'));
  });
  const giveUp = (why: AppError) => {
    gone ??= why;
    for (const run of [...runs.values()]) run.end(gone);
    matchers.clear();
    onGone();
  };
  async function stop(why: AppError): Promise<void> {
    giveUp(why);
    await worker.terminate();
  }

  worker.unref();
  worker.on('message', (message: FromMatcher) => receive(worker, runs, message));
  worker.on('error', (cause) => {
    logger.error({ err: cause }, 'matcher thread failed');
    giveUp(hasStopped('the matcher thread failed', cause));
  });
  worker.on('messageerror', (cause) => void stop(hasStopped('a message of the matcher thread is unreadable', cause)));
  worker.on('exit', (code) => giveUp(hasStopped(`the matcher thread ended with ${code}`)));

  return {
    matchers,
    post,
    beginRun(onOutcomes) {
      if (gone) throw gone;
      const id = (lastId += 1);
      const ending = makeEnding();
      const end = (reason?: Error) => {
        if (!runs.delete(id)) return;
        if (runs.size === 0) worker.unref();
        ending.settle(reason);
      };
      const run = { id, onOutcomes, ended: ending.promise, assertGoing: ending.assertGoing, end };
      if (runs.size === 0) worker.ref();
      runs.set(id, run);
      return run;
    },
    stop,
  };
}

function hasStopped(message: string, cause?: unknown): AppError {
  return new AppError('internal', message, { cause, isRetryable: true, sentence: 'Matching stopped unexpectedly. Nothing was saved or changed; please try again.' });
}

function makeEnding(): { readonly promise: Promise<void>; readonly settle: (reason: Error | undefined) => void; readonly assertGoing: () => void } {
  let failure: Error | undefined;
  let resolve: () => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<void>((...both) => ([resolve, reject] = both));
  // It may reject while the run's lists are still on their way, when nobody awaits it yet.
  promise.catch(() => undefined);
  return {
    promise,
    settle(reason) {
      failure = reason;
      if (reason) reject(reason);
      else resolve();
    },
    assertGoing() {
      if (failure) throw failure;
    },
  };
}

function receive(worker: Worker, runs: ReadonlyMap<number, Run>, message: FromMatcher): void {
  const run = runs.get(message.id);
  if (!run) return;
  const post = (answer: ToMatcher) => worker.postMessage(answer);
  switch (message.kind) {
    case 'outcomes':
      try {
        run.onOutcomes(message.outcomes);
        post({ kind: 'taken', id: message.id });
      } catch (thrown) {
        post({ kind: 'abort', id: message.id });
        run.end(thrown instanceof Error ? thrown : new Error(String(thrown)));
      }
      return;
    case 'done':
      run.end();
      return;
    case 'failed':
      run.end(new AppError('internal', `matching failed: ${message.error.message}`, { cause: message.error }));
  }
}
