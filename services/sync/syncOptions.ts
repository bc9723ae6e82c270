import type { SourceRef } from '../domain/sync.js';

/** Called often; `total` is 0 while unknown. */
export type OnSourceProgress = (source: { readonly ref: SourceRef; readonly name: string }, done: number, total: number) => void;

export type SyncOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnSourceProgress | undefined;
  /** This source alone; AppError `not-found` when it is not connected. */
  readonly only?: SourceRef | undefined;
  /** `full` (default): the whole list. `changes`: only what changed, where the source can tell and a full list came within a day. */
  readonly reach?: 'full' | 'changes' | undefined;
  /** Leaves out sources whose latest run ended at that time or later. */
  readonly endedBefore?: Date | undefined;
  /** A person has said that a list which lacks so many known rows is right. */
  readonly confirmedMissing?: number | undefined;
};
