/** Tells how far a long run is: `done` of `total` (0 while unknown). Called often; must be quick. */
export type OnProgress = (done: number, total: number) => void;

/** What every long run accepts. `signal` ends it early: the run then rejects with the signal's reason. */
export type RunOptions = { readonly signal?: AbortSignal | undefined; readonly onProgress?: OnProgress | undefined };
